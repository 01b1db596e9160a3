internal import Bytes

/// Which raw HTML a page may contain.
package enum SafeHTML {
  package static let voidElements: Set<String> = ["br", "hr", "img"]

  /// Elements that may be in a line of text.
  package static let inlineElements: Set<String> = [
    "br", "sub", "sup", "kbd", "u", "b", "i", "em", "strong", "s", "del", "ins", "mark", "code",
    "span", "a", "img",
  ]

  private static let blockElements: Set<String> = [
    "hr", "details", "summary", "pre", "p", "div", "table", "thead", "tbody", "tfoot", "tr", "th",
    "td", "caption", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// Whether a page may contain an element, by its name in lower case.
  static func isKnown(_ element: String) -> Bool {
    inlineElements.contains(element) || blockElements.contains(element)
  }

  /// Whether a page may contain a tag.
  static func isAllowed(_ tag: HTMLToken) -> Bool {
    if tag.kind == .closing { return true }
    guard isKnown(tag.name) else { return false }
    guard !tag.isSelfClosed || voidElements.contains(tag.name) else { return false }
    return tag.name != "img" || tag.safeAttributes.contains { $0.name == "src" }
  }

  /// Whether a tag of an element may keep an attribute.
  static func isSafe(_ attribute: HTMLAttribute, of element: String) -> Bool {
    let value = attribute.value ?? ""
    switch attribute.name {
    case "id": return isLinkable(id: attribute.text)
    case "title": return true
    case "alt": return element == "img"
    case "href": return element == "a" && isSafeAddress(attribute.text, allowsImages: false)
    case "src":
      return element == "img" && !value.isEmpty
        && isSafeAddress(attribute.text, allowsImages: true)
    case "open": return element == "details"
    case "width", "height", "start", "colspan", "rowspan":
      return !value.isEmpty && value.utf8.allSatisfy { $0.isDigit || $0 == 0x25 }
    case "align": return !value.isEmpty && value.utf8.allSatisfy(\.isLetter)
    default: return false
    }
  }

  /// Whether a link may lead to the id of an element. Docusaurus only knows the ids of links and headings,
  /// so any other element must be able to hold a link of its own.
  static func holdsAnchors(_ element: String) -> Bool {
    inlineElements.contains(element) || textElements.contains(element)
  }

  private static let textElements: Set<String> = [
    "p", "div", "li", "td", "th", "blockquote", "summary", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  /// Whether a link can lead to an id: blanks, and marks with a meaning in addresses, are not allowed.
  private static func isLinkable(id: String) -> Bool {
    !id.isEmpty
      && id.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-._:".unicodeScalars.contains(scalar)
      }
  }

  /// Whether a decoded address is safe to follow.
  private static func isSafeAddress(_ address: String, allowsImages: Bool) -> Bool {
    let text = address.prefix(40).lowercased()
    let schemes =
      ["http:", "https:", "mailto:"]
      + (allowsImages ? ["png", "gif", "jpeg", "webp"].map { "data:image/\($0)" } : [])
    if schemes.contains(where: text.hasPrefix) { return true }
    // A browser removes line endings and tabs from an address.
    guard address.utf8.allSatisfy({ $0 >= 0x20 }) else { return false }
    // Without a colon before the path there is no scheme.
    return !address.utf8.prefix { ![0x2F, 0x3F, 0x23].contains($0) }.contains(0x3A)
  }

  /// Whether a Markdown link has a destination that cmark's renderer does not allow.
  static func isUnsafe(destination: String) -> Bool {
    guard destination.utf8.contains(0x3A) else { return false }
    let text = destination.prefix(40).lowercased()
    if text.hasPrefix("data:") {
      return !["png", "gif", "jpeg", "webp"].contains { text.hasPrefix("data:image/\($0)") }
    }
    return ["javascript:", "vbscript:", "file:"].contains(where: text.hasPrefix)
  }
}

extension HTMLToken {
  /// The attributes that a page keeps, each once: the first of each name counts. The `name` of a link is an
  /// id.
  package var safeAttributes: [HTMLAttribute] {
    var seen: Set<String> = []
    return attributes.compactMap { attribute in
      guard seen.insert(attribute.name).inserted else { return nil }
      let isName =
        name == "a" && attribute.name == "name" && !attributes.contains { $0.name == "id" }
      let kept = isName ? attribute.renamed("id") : attribute
      return SafeHTML.isSafe(kept, of: name) ? kept : nil
    }
  }

  /// The attribute that links to another place: the `href` of a link or the `src` of an image.
  package var address: HTMLAttribute? {
    guard isLive, kind != .closing, name == "a" || name == "img" else { return nil }
    let attribute = safeAttributes.first { $0.name == (name == "a" ? "href" : "src") }
    return attribute?.value?.isEmpty == false ? attribute : nil
  }

  /// The address that the page leaves out of a link because it is not safe to follow.
  var refusedAddress: HTMLAttribute? {
    guard isLive, kind == .opening, name == "a",
      let written = attributes.first(where: { $0.name == "href" })
    else { return nil }
    return SafeHTML.isSafe(written, of: name) ? nil : written
  }

  /// The id that a link may lead to, in every output.
  package var anchor: String? {
    guard isLive, kind == .opening, !isInLink || name == "a", SafeHTML.holdsAnchors(name) else {
      return nil
    }
    return safeAttributes.first { $0.name == "id" }?.text
  }

  /// The tag as it is written on a page.
  var html: String {
    if kind == .closing { return "</\(name)>" }
    var output = "<\(name)"
    for attribute in safeAttributes {
      output += " \(attribute.name)"
      guard let value = attribute.value else { continue }
      let isAddress = attribute.name == "href" || attribute.name == "src"
      // Characters that a browser would read differently from cmark are written as entities.
      output += "=\"\(isAddress ? escaped(attribute.text) : Self.quoted(value))\""
    }
    return output + (isSelfClosed ? " />" : ">")
  }

  private static func quoted(_ value: String) -> String {
    var output: [UInt8] = []
    for byte in value.utf8 {
      switch byte {
      case 0x22: output += "&quot;".utf8
      case 0x3C: output += "&lt;".utf8
      case 0x3E: output += "&gt;".utf8
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension SafeHTML {
  /// Whether a tag without its `<` is one of a component, which a page shows as text. The elements that a
  /// page keeps may be written in capitals too: `<IMG>` is an image.
  static func isComponent(_ tag: ArraySlice<UInt8>) -> Bool {
    let name = tag.first == 0x2F ? tag.dropFirst() : tag
    guard name.first?.isUppercase ?? false else { return false }
    let word = name.prefix { $0.isAlphanumeric || $0 == 0x2D }
    let element = String(decoding: word, as: UTF8.self).lowercased()
    guard isKnown(element) else { return true }
    // Up to the next tag only, so that many open tags do not take quadratic time.
    let isSelfClosed = tag.prefix { $0 != 0x3E && $0 != 0x3C }.last == 0x2F
    return isSelfClosed && !voidElements.contains(element)
  }
}
