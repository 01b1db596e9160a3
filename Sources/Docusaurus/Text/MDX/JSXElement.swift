/// HTML as the elements of MDX.
enum JSXElement {
  /// A text between the quotes of an attribute.
  static func attribute(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
      .replacing("{", with: "&#123;").replacing("\n", with: " ")
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
    var output = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      let after = rest[rest.index(after: ampersand)...]
      let name = after.prefix { $0 != ";" && $0 != "&" && $0 != " " && $0 != "\n" }
      let isName =
        after.dropFirst(name.count).first == ";"
        && !name.isEmpty && name.utf8.allSatisfy { $0.isAlphanumeric || $0 == .hash }
      output += PlainText.named(String(rest[..<ampersand]))
      if isName {
        output += "&\(name);"
        rest = after.dropFirst(name.count + 1)
      } else {
        output += "&#38;"
        rest = after
      }
    }
    return output + PlainText.named(String(rest))
  }
}
