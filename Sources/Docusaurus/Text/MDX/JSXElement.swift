internal import CommonMark

/// HTML as MDX elements.
enum JSXElement {
  /// A text between the quotes of an attribute.
  static func attribute(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }

  /// Docusaurus' own element for a link, which knows the address of the site and which targets exist.
  static let link = "Link"

  /// Whether a tag is written with a link.
  static func needsLink(_ tag: HTMLToken) -> Bool {
    tag.isLive && (tag.name == "a" || tag.anchor != nil)
  }

  /// A live tag. Docusaurus only knows the ids of links.
  static func tag(_ tag: HTMLToken) -> String {
    let name = tag.name == "a" ? link : tag.name
    if tag.kind == .closing { return "</\(name)>" }
    var output = "<\(name)"
    let anchor = tag.name == "a" ? nil : tag.anchor
    for attribute in tag.attributes where anchor == nil || attribute.name != "id" {
      output += " \(names[attribute.name] ?? attribute.name)"
      if let value = attribute.value { output += "=\"\(value)\"" }
    }
    return output + (tag.kind == .void ? " />" : ">")
      + (anchor.map { "<\(link) id=\"\($0)\"></\(link)>" } ?? "")
  }

  private static let names = [
    "class": "className", "colspan": "colSpan", "rowspan": "rowSpan", "valign": "vAlign",
    "datetime": "dateTime",
  ]

  /// Text between tags: every special character is written as an entity, and existing entities stay.
  static func text(_ text: String) -> String {
    PlainText.named(text, keepingEntities: true)
  }
}
