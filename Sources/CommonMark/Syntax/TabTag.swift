/// A tag of Docusaurus' tabs: `<Tabs>`, `<TabItem value="a" label="A">` or the end of one.
///
/// Only texts are attributes, and of names that do nothing but choose and describe a tab.
package struct TabTag: Hashable, Sendable {
  package enum Element: String, Sendable {
    case tabs = "Tabs"
    case item = "TabItem"
  }

  package struct Attribute: Hashable, Sendable {
    package let name: String
    /// Decoded; `nil` for a name alone.
    package let value: String?
  }

  package let element: Element
  package let isClosing: Bool
  package let attributes: [Attribute]

  package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// What a reader chooses the tab by.
  package var label: String { self["label"] ?? self["value"] ?? "" }

  /// Stands for a tag in the bytes for cmark, which ends a block of HTML behind it, on the same line.
  static let standIn = "<??>"

  /// Reads a whole tag, from `<` to `>`, which may go over lines.
  init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes.dropFirst()
    guard bytes.first == 0x3C, bytes.last == 0x3E else { return nil }
    isClosing = rest.first == 0x2F
    if isClosing { rest = rest.dropFirst() }
    let name = rest.prefix { $0.isASCIIAlphanumeric }
    guard let element = Element(rawValue: String(decoding: name, as: UTF8.self)) else { return nil }
    self.element = element
    rest = rest.dropFirst(name.count).dropLast()
    guard let attributes = Self.attributes(in: rest), !isClosing || attributes.isEmpty,
      attributes.allSatisfy({ Self.names[element]?.contains($0.name) == true }),
      isClosing || element == .tabs || attributes.contains(where: { $0.name == "value" })
    else { return nil }
    self.attributes = attributes
  }

  private static let names: [Element: Set<String>] = [
    .tabs: ["groupId", "defaultValue", "queryString", "className"],
    .item: ["value", "label", "className", "default"],
  ]

  /// - Returns: `nil` when anything else than attributes with texts stands there.
  private static func attributes(in bytes: ArraySlice<UInt8>) -> [Attribute]? {
    var attributes: [Attribute] = []
    var rest = bytes
    while true {
      let blanks = rest.prefix(while: \.isBlank)
      rest = rest.dropFirst(blanks.count)
      guard !rest.isEmpty else { return attributes }
      let name = rest.prefix { $0.isASCIILetter }
      let text = String(decoding: name, as: UTF8.self)
      rest = rest.dropFirst(name.count)
      guard !blanks.isEmpty, !text.isEmpty, !attributes.contains(where: { $0.name == text })
      else { return nil }
      guard rest.first == 0x3D else {
        guard text == "default" else { return nil }
        attributes.append(Attribute(name: text, value: nil))
        continue
      }
      rest = rest.dropFirst()
      guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
      rest = rest.dropFirst()
      guard text != "default", let end = rest.firstIndex(of: quote) else { return nil }
      let value = String(decoding: rest[..<end], as: UTF8.self)
      guard !value.contains(where: \.isNewline) else { return nil }
      attributes.append(Attribute(name: text, value: decoded(value)))
      rest = rest[(end + 1)...]
    }
  }

  private static func decoded(_ text: String) -> String {
    text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }
}
