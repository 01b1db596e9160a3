/// How the raw HTML that stays HTML is written. Which tags those are the archive decides; everything
/// else is shown as the text the author typed.
enum LiveMarkup {
  /// A live tag with the attributes that may stay; `address` says where the `href` of a link leads
  /// in the site, and `nil` takes it away.
  static func safe(_ tag: Tag, address: (String) -> String?) -> String {
    if tag.kind == .closing { return "</\(tag.name)>" }
    var output = "<\(tag.name)"
    var seen: Set<String> = []
    for attribute in tag.attributes where seen.insert(attribute.name).inserted {
      guard isSafe(attribute, of: tag.name) else { continue }
      output += " \(attribute.name)"
      guard var value = attribute.value else { continue }
      if attribute.name == "href" {
        guard let new = address(value) else {
          output.removeLast(attribute.name.utf8.count + 1)
          continue
        }
        value = new
      }
      output += "=\"\(quoted(value))\""
    }
    return output + (tag.kind == .void ? " />" : ">")
  }

  private static func isSafe(_ attribute: Tag.Attribute, of element: String) -> Bool {
    let value = (attribute.value ?? "").utf8
    return switch attribute.name {
    case "id", "title": true
    case "href": element == "a" && !value.isEmpty && isSafeAddress(attribute.value ?? "")
    case "open": element == "details"
    case "width", "height", "start", "colspan", "rowspan":
      !value.isEmpty && value.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "%") }
    case "align": !value.isEmpty && value.allSatisfy(\.isLetter)
    default: false
    }
  }

  /// Whether an address has no scheme, or one that only leads elsewhere.
  static func isSafeAddress(_ address: String, isImage: Bool = false) -> Bool {
    let text = address.lowercased()
    let images = isImage ? ["png", "gif", "jpeg", "webp"].map { "data:image/\($0)" } : []
    if (["http:", "https:", "mailto:"] + images).contains(where: text.hasPrefix) { return true }
    return !text.prefix { !"/?#".contains($0) }.contains { $0 == ":" || $0 == "&" }
  }

  private static func quoted(_ value: String) -> String {
    var output = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": output += "&quot;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      // What Docusaurus would take for its marker.
      case "{": output += "&#123;"
      case "\n", "\r": output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
