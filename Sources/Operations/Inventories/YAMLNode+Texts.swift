internal import YAML

extension YAMLNode {
  /// The texts of a list, or the one text.
  var texts: [String] { items?.compactMap(\.text) ?? [text].compactMap(\.self) }

  /// The keys of a mapping.
  var keys: [String] { pairs?.compactMap(\.key.text) ?? [] }
}
