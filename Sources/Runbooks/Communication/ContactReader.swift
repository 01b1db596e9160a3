internal import CommonMark
internal import Diagnostics
internal import Vocabulary

extension Contact {
  /// The contacts below a heading such as "Emergency contacts".
  static func all(in outline: RunbookOutline) -> [NamedValue] {
    NamedValue.all(
      in: outline.blocks { words in
        words.mentions("contacts") || words == "contact" || words.hasPrefix("who to call")
      }
    ).filter { !$0.name.isEmpty && !$0.value.isEmpty }
  }

  init(_ pair: NamedValue) {
    self.init(handle: pair.name, meaning: pair.value, line: pair.line)
  }
}

extension Tool {
  /// The tools below a heading such as "Tools quick reference".
  static func all(in outline: RunbookOutline) -> [NamedValue] {
    NamedValue.all(
      in: outline.blocks { words in
        words == "tools" || words.hasPrefix("tools ") || words.hasSuffix(" tools")
          || words.mentions("quick reference")
      }
    ).filter { !$0.name.isEmpty }
  }

  init(_ pair: NamedValue) {
    self.init(
      name: pair.name, value: pair.value, destination: pair.links.first?.destination,
      line: pair.line)
  }
}

extension NamedValue {
  /// Reports what a template left in the value: brackets that are not a link, or a word such as TODO.
  func placeholderFinding(in file: SourceFile) -> Diagnostic? {
    guard let placeholder else { return nil }
    return RunbookFinding.leftPlaceholder.at(
      file.range(of: placeholder, inLine: line), in: file,
      "'\(name)' still has the placeholder '\(placeholder)'",
      help: "replace the placeholder, or remove the line")
  }

  private var placeholder: String? {
    for text in [value, name] {
      if let open = text.firstIndex(of: "["), let close = text[open...].firstIndex(of: "]"),
        // A check box, a character range in a glob and the like are not placeholders.
        text[open...close].contains(where: \.isWhitespace), text[open...close].count > 3
      {
        return String(text[open...close])
      }
      let words = text.split { $0 == " " || $0 == ":" || $0 == "." }
      if let word = words.first(where: { ["TODO", "TBD", "FIXME", "XXX"].contains($0) }) {
        return String(word)
      }
    }
    return nil
  }
}
