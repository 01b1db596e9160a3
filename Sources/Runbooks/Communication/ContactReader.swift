internal import CommonMark
internal import Diagnostics
internal import Vocabulary

extension Contact {
  /// The contacts below a heading such as "Emergency contacts".
  static func all(in outline: RunbookOutline) -> [NamedValue] {
    let blocks = outline.blocks { words in
      words.mentions("contacts") || words == "contact" || words.hasPrefix("who to call")
    }
    let named = NamedValue.all(in: blocks).filter { !$0.name.isEmpty && !$0.value.isEmpty }
    return (NamedValue.runTogether(in: blocks) + named).sorted { $0.line < $1.line }
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
  /// Handles that stand in one line, as a list does that has lost its line breaks: "@oncall- who is on call@lead- who
  /// decides".
  fileprivate static func runTogether(in blocks: ArraySlice<Block>) -> [NamedValue] {
    blocks.filter { $0.kind == .paragraph }.flatMap { block in
      block.text.numberedLines.flatMap { index, text in
        handles(in: text, line: block.lines.lowerBound + index)
      }
    }
  }

  private static func handles(in text: String, line: Int) -> [NamedValue] {
    guard text.hasPrefix("@"), text.contains("- ") else { return [] }
    return text.split(separator: "@").compactMap { part in
      let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      // The hyphen before the meaning is the last one of the name.
      guard name.hasSuffix("-"), part[name.endIndex...].first == " " else { return nil }
      return NamedValue(
        name: "@" + name.dropLast(), value: part[name.endIndex...].trimmed, links: [], line: line)
    }
  }

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
