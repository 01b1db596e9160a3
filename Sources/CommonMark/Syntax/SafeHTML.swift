/// Which raw HTML a page may have.
package enum SafeHTML {
  package static let voidElements: Set<String> = ["br", "hr", "img"]

  /// Elements that may stand in a line of text.
  static let inlineElements: Set<String> = [
    "br", "sub", "sup", "kbd", "u", "b", "i", "em", "strong", "s", "del", "ins", "mark", "code",
    "span", "a", "img",
  ]

  private static let blockElements: Set<String> = [
    "hr", "details", "summary", "pre", "p", "div", "table", "thead", "tbody", "tfoot", "tr", "th",
    "td", "caption", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// The opening tag with its safe attributes.
  ///
  /// - Returns: `nil` when the page may not have the element.
  static func tag(
    _ name: String, _ attributes: [(name: String, value: ArraySlice<UInt8>?)], isEmpty: Bool
  ) -> String? {
    guard inlineElements.contains(name) || blockElements.contains(name) else { return nil }
    guard !isEmpty || voidElements.contains(name) else { return nil }
    var output = "<\(name)"
    var seen: Set<String> = []
    for attribute in attributes where isSafe(attribute, of: name) {
      guard seen.insert(attribute.name).inserted else { continue }
      output += " \(attribute.name)"
      if let value = attribute.value { output += "=\"\(quoted(value))\"" }
    }
    if name == "img", !seen.contains("src") { return nil }
    return output + (isEmpty ? " />" : ">")
  }

  /// Whether a tag of an element may keep an attribute, whose value is as it stands in the quotes.
  package static func isSafe(
    _ attribute: (name: String, value: ArraySlice<UInt8>?), of element: String
  ) -> Bool {
    let value = attribute.value ?? []
    switch attribute.name {
    case "id", "title": return true
    case "alt": return element == "img"
    case "href": return element == "a" && isSafeAddress(value, allowsImages: false)
    case "src":
      return element == "img" && !value.isEmpty && isSafeAddress(value, allowsImages: true)
    case "open": return element == "details"
    case "width", "height", "start", "colspan", "rowspan":
      return !value.isEmpty && value.allSatisfy { $0.isASCIIDigit || $0 == 0x25 }
    case "align": return !value.isEmpty && value.allSatisfy(\.isASCIILetter)
    default: return false
    }
  }

  /// Whether an address as it stands in an attribute, entities and all, can only be followed safely.
  private static func isSafeAddress(_ value: ArraySlice<UInt8>, allowsImages: Bool) -> Bool {
    let text = String(decoding: value, as: UTF8.self).lowercased()
    let schemes =
      ["http:", "https:", "mailto:"]
      + (allowsImages ? ["png", "gif", "jpeg", "webp"].map { "data:image/\($0)" } : [])
    if schemes.contains(where: text.hasPrefix) { return true }
    let head = value.prefix { ![0x2F, 0x3F, 0x23].contains($0) }
    guard value.allSatisfy({ $0 >= 0x20 }) else { return false }
    // Without a colon, or anything that may decode to one, there is no scheme.
    return !head.contains { [0x3A, 0x26, 0x20].contains($0) } || value.first == 0x23
  }

  private static func quoted(_ value: ArraySlice<UInt8>) -> String {
    var output: [UInt8] = []
    for byte in value {
      switch byte {
      case 0x22: output += "&quot;".utf8
      case 0x3C: output += "&lt;".utf8
      case 0x3E: output += "&gt;".utf8
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether a link of the Markdown leads where cmark's renderer does not let it.
  static func isUnsafe(destination: String) -> Bool {
    guard destination.utf8.contains(0x3A) else { return false }
    let text = destination.prefix(40).lowercased()
    if text.hasPrefix("data:") {
      return !["png", "gif", "jpeg", "webp"].contains { text.hasPrefix("data:image/\($0)") }
    }
    return ["javascript:", "vbscript:", "file:"].contains(where: text.hasPrefix)
  }
}
