internal import Diagnostics
internal import Vocabulary

extension Phase {
  /// The phases among the headings, in reading order.
  static func all(in outline: RunbookOutline, of file: SourceFile) -> (
    phases: [Phase], findings: [Diagnostic]
  ) {
    var phases: [Phase] = []
    var findings: [Diagnostic] = []
    for passage in outline.passages where passage.level > 0 {
      guard var phase = Phase(reading: passage) else { continue }
      if let span = StatedLength.all(in: Self.behindNumber(passage.heading)).first {
        if let first = span.firstSeconds, first > span.seconds {
          findings.append(Self.reversed(span, in: passage, of: file))
        } else {
          let start = span.firstMinutes ?? (span.before.contains("after") ? span.limit : 0)
          phase.window = start...span.limit
        }
      }
      phases.append(phase)
    }
    return (phases, findings)
  }

  private static func reversed(
    _ span: StatedLength, in passage: RunbookOutline.Passage, of file: SourceFile
  ) -> Diagnostic {
    let line = file.text(ofLine: passage.line)
    let bracketed = line.firstIndex(of: "(").flatMap { open in
      line[open...].firstIndex(of: ")").map { String(line[open...$0]) }
    }
    return RunbookFinding.unclearWindow.at(
      file.range(of: bracketed ?? line, inLine: passage.line), in: file,
      "phase window ends at minute \(span.limit), before it begins",
      help: "write the earlier minute first, as in '(5–15 minutes)'")
  }

  /// The heading without "Phase 2".
  private static func behindNumber(_ heading: String) -> Substring {
    Substring(
      heading.unicodeScalars.drop { !("0"..."9").contains($0) }
        .drop { ("0"..."9").contains($0) })
  }

  /// "Phase 2: Investigation (5–15 minutes)"; `nil` for any other heading.
  private init?(reading passage: RunbookOutline.Passage) {
    let words = passage.words.split(separator: " ")
    guard words.count > 1, words[0] == "phase" || words[0] == "stage", let number = Int(words[1])
    else { return nil }
    self.number = number
    var name = Self.behindNumber(passage.heading).unicodeScalars
    while let first = name.first, !first.isWordPart { name = name.dropFirst() }
    let end = name.firstIndex { $0 == "(" || $0 == "[" } ?? name.endIndex
    self.name = String(name[..<end]).trimmed
    line = passage.line
    anchor = passage.anchor
  }
}
