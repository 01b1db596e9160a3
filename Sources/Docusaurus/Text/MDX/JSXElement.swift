/// HTML as the elements of MDX.
enum JSXElement {
  /// A text between the quotes of an attribute.
  static func attribute(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }

  /// A tag that is live.
  static func tag(_ tag: Tag) -> String {
    if tag.kind == .closing { return "</\(tag.name)>" }
    var output = "<\(tag.name)"
    for attribute in tag.attributes {
      output += " \(names[attribute.name] ?? attribute.name)"
      if let value = attribute.value { output += "=\"\(value)\"" }
    }
    return output + (tag.kind == .void ? " />" : ">")
  }

  private static let names = ["class": "className", "colspan": "colSpan", "rowspan": "rowSpan"]

  /// Text between tags: every special character is named, and names of characters stay.
  static func text(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var output = ""
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "&") && offset >= start {
      let name = bytes[(offset + 1)...].prefix { $0.isAlphanumeric || $0 == .hash }
      guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";")
      else { continue }
      output += PlainText.named(bytes.text(start..<offset)) + bytes.text(offset..<name.endIndex + 1)
      // A named colon may be one of an emoji.
      if bytes.text(offset..<name.endIndex) == "&#58" { output += PlainText.joiner }
      start = name.endIndex + 1
    }
    return output + PlainText.named(bytes.text(start..<bytes.count))
  }
}
