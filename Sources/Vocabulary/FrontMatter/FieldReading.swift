package import Diagnostics
package import YAML

/// The values of a document's front matter or of a settings file, each of the kind that its table names.
///
/// A null value (`title:`, `title: ~`) counts as missing.
package struct FieldReading: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []
  /// Docusaurus' own keys, as they are.
  package private(set) var passed: [YAMLPair] = []
  private var values: [(key: String, value: Value)] = []
  private var places: [String: SourceRange] = [:]

  private enum Value: Sendable {
    case text(Field<String>)
    case list([Field<String>])
    case flag(Bool)
    case count(Int)
    case day(String)
    case any(YAMLNode)
  }

  package init(_ root: YAMLNode?, by table: FieldTable, in file: SourceFile) {
    var unknown = 0
    for pair in root?.pairs ?? [] {
      guard let key = pair.key.text else { continue }
      let range = pair.key.range
      switch table.role(of: key) {
      case .own(let kind):
        if table.asked.contains(key), pair.value.isNull || pair.value.text?.isEmpty == true {
          diagnostics.append(FieldFinding.empty(key, at: range, in: file))
        }
        if let value = value(pair.value, of: key, kind, in: file) {
          values.append((key, value))
          places[key] = pair.value.range
        }
      case .passed: passed.append(pair)
      case .silent: break
      case .alias(of: let name):
        diagnostics.append(
          FieldFinding.alias(
            key, of: name, isThere: root?[name] != nil, in: table.document, at: range, in: file))
      case nil:
        unknown += 1
        // Most of more than that are only counted.
        let known = unknown > [Diagnostic].mostAlike ? [] : table.known
        diagnostics.append(
          FieldFinding.unknown(
            key, of: table.document, among: known, shown: table.names, at: range, in: file))
      }
    }
  }

  // MARK: - Values by key; the last one counts when a key occurs twice

  /// `nil` for white space alone.
  package func field(_ key: String) -> Field<String>? {
    guard case .text(let field) = self[key], !field.written.isEmpty else { return nil }
    return field
  }

  /// A text that may be empty: `tagline: ""` asks for no tagline.
  package func emptyOrText(_ key: String) -> String? {
    if case .text(let field) = self[key] { field.written } else { nil }
  }

  package func field<Meaning>(_ key: String, _ meaning: (String) -> Meaning?) -> Field<Meaning>? {
    field(key).map { Field(written: $0.written, range: $0.range, value: meaning($0.written)) }
  }

  package func text(_ key: String) -> String? { field(key)?.written }

  package func list(_ key: String) -> [Field<String>] {
    if case .list(let items) = self[key] { items } else { [] }
  }

  package func flag(_ key: String) -> Bool {
    if case .flag(true) = self[key] { true } else { false }
  }

  package func count(_ key: String) -> Int? {
    if case .count(let count) = self[key] { count } else { nil }
  }

  /// `YYYY-MM-DD`.
  package func day(_ key: String) -> String? {
    if case .day(let day) = self[key] { day } else { nil }
  }

  /// The place of a value that could be read.
  package func place(of key: String) -> SourceRange? { places[key] }

  /// A value of kind ``FieldTable/Kind/any``.
  package func node(_ key: String) -> YAMLNode? {
    if case .any(let node) = self[key] { node } else { nil }
  }

  private subscript(key: String) -> Value? { values.last { $0.key == key }?.value }

  // MARK: - Kinds

  private mutating func value(
    _ node: YAMLNode, of key: String, _ kind: FieldTable.Kind, in file: SourceFile
  ) -> Value? {
    if kind == .any { return .any(node) }
    if node.isNull { return nil }
    let text = node.text
    switch kind {
    case .any: return .any(node)
    case .text:
      if let text { return .text(Self.field(text, at: node.range)) }
    case .textOrMapping(let inner):
      let node = node[inner] ?? node
      if let text = node.text { return .text(Self.field(text, at: node.range)) }
    case .list, .people:
      if let text {
        let field = Self.field(text, at: node.range)
        if field.written.utf8.contains(UInt8(ascii: ",")) {
          diagnostics.append(FieldFinding.commas(key, field.written, at: node.range, in: file))
        } else if kind == .people, Self.isNumber(field.written) {
          break
        }
        return .list(field.written.isEmpty ? [] : [field])
      }
      if let items = node.items { return .list(entries(items, of: key, in: file)) }
    case .flag:
      if text == "true" || text == "false" { return .flag(text == "true") }
    case .count:
      // Some loaders read "015" as 13.
      if let text, text.utf8.first != 0x30, let count = Digits.value(text.utf8) {
        return .count(count)
      }
    case .day:
      if let text, CalendarDay.isDay(text) { return .day(text) }
    }
    diagnostics.append(FieldFinding.wrongKind(key, kind, at: node.range, in: file))
    return nil
  }

  private mutating func entries(
    _ items: [YAMLNode], of key: String, in file: SourceFile
  ) -> [Field<String>] {
    items.compactMap { item in
      // Docusaurus allows authors to be written out in place: the name is what we show.
      let text = item.text ?? item["name"]?.text ?? item["key"]?.text
      if !item.isNull, let text {
        let field = Self.field(text, at: item.range)
        if !field.written.isEmpty { return field }
      }
      diagnostics.append(FieldFinding.wrongEntry(key, at: item.range, in: file))
      return nil
    }
  }

  private static func isNumber(_ text: String) -> Bool { Digits.value(text.utf8) != nil }

  private static func field(_ text: String, at range: SourceRange) -> Field<String> {
    let line = text.oneLine
    return Field(written: line, range: range, value: line)
  }
}
