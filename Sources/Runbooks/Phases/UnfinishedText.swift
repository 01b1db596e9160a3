internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Text that says itself that it is still to be written: TODO and what templates leave.
enum UnfinishedText {
  /// Findings in paragraphs and items, outside some lines. Code and quotes are text of others.
  static func findings(
    in outline: RunbookOutline, outside lines: [LineRange], of file: SourceFile
  ) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for passage in outline.passages {
      for block in passage.blocks where isText(block) {
        guard !lines.contains(where: { $0.contains(block.lines.lowerBound) }),
          let phrase = phrase(in: block.text),
          let range = file.range(of: phrase, inLines: block.lines)
        else { continue }
        findings.append(
          RunbookFinding.unfinishedText.at(
            range, in: file, "'\(phrase)' is left in the text",
            help: "write what is missing, or remove the line"))
      }
    }
    return findings
  }

  private static func isText(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph, .item: true
    default: false
    }
  }

  /// The phrase as written; `nil` when the text is finished.
  static func phrase(in text: String) -> String? {
    let words = text.split {
      $0 == " " || $0 == "\n" || $0 == "*" || $0 == "_" || $0 == "[" || $0 == "("
    }
    for mark in marks {
      // "TODO" in a sentence may be the subject of the sentence.
      if let first = words.first,
        first == mark || first == "\(mark):" || first.hasPrefix("\(mark)]")
      {
        return mark
      }
      if words.contains(where: {
        $0 == "\(mark):" || $0.hasPrefix("\(mark)]") || $0.hasPrefix("\(mark))")
      }) {
        return mark
      }
    }
    guard text.count <= 2_000 else { return nil }
    let bytes = Array(text.utf8)
    let folded = bytes.map(\.lowercased)
    return phrases.lazy.compactMap { phrase in
      folded.offset(of: Array(phrase.utf8), in: folded.indices).map {
        String(decoding: bytes[$0..<$0 + phrase.utf8.count], as: UTF8.self)
      }
    }.first
  }

  private static let marks = ["TODO", "TBD", "FIXME", "XXX", "TBC"]

  /// What templates of runbooks ask for, in lower case.
  private static let phrases = [
    "insert site specific", "insert site-specific", "lorem ipsum",
  ]
}

extension SourceFile {
  /// Where some words are in some lines, outside code; `nil` when a line break parts them.
  fileprivate func range(of words: String, inLines lines: LineRange) -> SourceRange? {
    for line in lines where line >= 1 && line <= lineCount {
      let offsets = offsets(ofLine: line)
      let text = String(decoding: bytes[offsets], as: UTF8.self)
      guard let range = text.firstRange(of: words) else { continue }
      let column = text.utf8.distance(from: text.startIndex, to: range.lowerBound) + 1
      // In code it is a word like any other.
      if column > 1, bytes[offsets.lowerBound + column - 2] == 0x60 { continue }
      return SourceLocation(
        line: line, column: column)..<SourceLocation(
          line: line, column: column + words.utf8.count)
    }
    return nil
  }
}
