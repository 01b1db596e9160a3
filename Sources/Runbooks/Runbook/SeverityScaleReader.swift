internal import Bytes
internal import CommonMark
internal import Vocabulary

/// Reads the team's severities from its policy: a table, a list or headings below a heading such as
/// "Severities".
enum SeverityScaleReader {
  /// - Returns: `nil` when no part of the policy lists two or more.
  static func scale(in outline: RunbookOutline, path: String) -> SeverityScale? {
    for top in outline.passages.indices where isAboutSeverities(outline.passages[top].words) {
      let section = outline.passages[top..<outline.passages[top].end]
      for passage in section {
        if let found = table(in: passage) ?? list(in: passage) {
          return scale(of: found.names, at: found.line, path: path)
        }
      }
      let below = section.filter { $0.parent == top }
      let names = below.compactMap { SeverityName(leading: $0.heading) }.filter(\.isTelling)
      if let scale = scale(of: names, at: section[top].line, path: path) { return scale }
    }
    return nil
  }

  private static func isAboutSeverities(_ words: String) -> Bool {
    words.mentions("severit") || words == "priorities" || words.mentions("priority levels")
      || words.mentions("incident levels")
  }

  /// The severities of a communication matrix, which states the scale when nothing else does.
  static func scale(of matrix: CommunicationMatrix, path: String) -> SeverityScale? {
    let names = matrix.rows.compactMap { SeverityName(leading: $0.name) }
    guard names.contains(where: \.isTelling) || matrix.corner.foldedWords.mentions("severit") else {
      return nil
    }
    let telling = names.filter(\.isTelling)
    // A matrix may leave out the severities that need no message.
    if telling.count > 1,
      telling.allSatisfy({ SeverityScale.standard.severity(named: $0.name) != nil })
    {
      return SeverityScale(
        SeverityScale.standard.names.map { SeverityScale.Entry($0) },
        source: .stated(path: path, line: matrix.line))
    }
    return scale(of: telling.isEmpty ? names : telling, at: matrix.line, path: path)
  }

  private static func table(in passage: RunbookOutline.Passage) -> (
    names: [SeverityName], line: Int
  )? {
    let table = passage.blocks.drop { $0.kind != .tableHeader }
    guard let header = table.first else { return nil }
    let rows = table.dropFirst().prefix { $0.kind == .tableRow }
    let names = rows.compactMap {
      $0.cells.first.flatMap { SeverityName(leading: $0.text.oneLine) }
    }
    let corner = header.cells.first?.text.foldedWords ?? ""
    let isNamed = ["severit", "sev", "priorit", "level"].contains { corner.mentions($0) }
    guard names.count > 1, isNamed || names.allSatisfy(\.isTelling) else { return nil }
    return (names, header.lines.lowerBound)
  }

  private static func list(in passage: RunbookOutline.Passage) -> (
    names: [SeverityName], line: Int
  )? {
    let items = passage.blocks.filter { $0.kind.isItem && $0.depth <= 1 }
    let names = items.compactMap { SeverityName(leading: $0.text) }
    guard names.count > 1, names.allSatisfy(\.isTelling), let first = items.first else {
      return nil
    }
    return (names, first.lines.lowerBound)
  }

  /// The worst is the first, except in a list of numbers that fall from line to line.
  private static func scale(of names: [SeverityName], at line: Int, path: String) -> SeverityScale?
  {
    var seen: Set<String> = []
    let names = names.filter { seen.insert($0.name.lowercased()).inserted }
    guard names.count > 1 else { return nil }
    let numbers = names.compactMap { name in
      Digits.value(name.name.utf8.drop { !$0.isDigit })
    }
    let falls =
      numbers.count == names.count && zip(numbers, numbers.dropFirst()).allSatisfy { $0 > $1 }
    let entries = names.map { name in
      SeverityScale.Entry(name.name, aliases: [name.alias].compactMap(\.self))
    }
    return SeverityScale(
      falls ? entries.reversed() : entries, source: .stated(path: path, line: line))
  }
}
