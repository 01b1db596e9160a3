/// A tag of Docusaurus' tabs: `<Tabs>`, `<TabItem value="a" label="A">` or a closing tag.
///
/// Attributes can only be texts, and only have names that select or describe a tab.
package struct TabTag: Hashable, Sendable {
  package enum Element: String, Sendable {
    case tabs = "Tabs"
    case item = "TabItem"
  }

  package struct Attribute: Hashable, Sendable {
    package let name: String
    /// Decoded; `nil` for a name without a value.
    package let value: String?
  }

  package let element: Element
  package let isClosing: Bool
  package let attributes: [Attribute]

  package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The text by which a reader chooses the tab.
  package var label: String { self["label"] ?? self["value"] ?? "" }

  /// Represents a tag in the bytes for cmark, which ends an HTML block after it, on the same line.
  static let standIn = "<??>"

  /// Reads a whole tag, from `<` to `>`, possibly over several lines. Only attributes with texts are read.
  init?(_ bytes: [UInt8]) {
    guard bytes.first == 0x3C else { return nil }
    var reader = TagReader(bytes: bytes, index: 1)
    guard let tag = reader.tag(), reader.index == bytes.count, !tag.isSelfClosed,
      let element = Element(rawValue: tag.name)
    else { return nil }
    self.element = element
    isClosing = tag.isClosing
    attributes = tag.attributes.map { attribute in
      Attribute(name: attribute.spelling, value: attribute.value.map { _ in attribute.text })
    }
    let names = attributes.map(\.name)
    guard tag.attributes.allSatisfy(Self.isText), Set(names).count == names.count,
      names.allSatisfy({ Self.names[element]?.contains($0) == true }),
      isClosing ? names.isEmpty : element == .tabs || names.contains("value")
    else { return nil }
  }

  private static let names: [Element: Set<String>] = [
    .tabs: ["groupId", "defaultValue", "queryString", "className"],
    .item: ["value", "label", "className", "default"],
  ]

  /// Only `default` needs no text.
  private static func isText(_ attribute: HTMLAttribute) -> Bool {
    guard attribute.spelling != "default" else { return attribute.value == nil }
    return attribute.quote != nil && attribute.value?.contains(where: \.isNewline) == false
  }
}
