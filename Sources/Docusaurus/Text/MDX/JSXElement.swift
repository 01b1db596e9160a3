internal import CommonMark

/// HTML as the elements of MDX.
enum JSXElement {
  /// A text between the quotes of an attribute.
  static func attribute(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }

  /// A tag that is live.
  static func tag(_ tag: HTMLToken) -> String {
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
    PlainText.named(text, keepingEntities: true)
  }
}
