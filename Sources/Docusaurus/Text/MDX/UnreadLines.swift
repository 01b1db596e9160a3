internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Edits of lines that belong to no block, so that nothing in them runs.
extension Rewriting {
  mutating func editUnreadLines() {
    let isRead = readLines
    let used = referredNotes
    var defined: Set<String> = []
    var isInNote = false
    for line in 1...file.lineCount where file.start(ofLine: line) >= body.lowerBound {
      let offsets = file.offsets(ofLine: line)
      let text = file.bytes[offsets].drop { $0.isSpaceOrTab || $0 == .greaterThan }
      let label = isDefinition(text) ? Self.label(of: text) : nil
      let isFirst = label.map { defined.insert($0).inserted } ?? false
      if isRead[line] || text.starts(with: ":::".utf8) {
        isInNote = false
        continue
      }
      // A footnote that nothing refers to is not shown, and neither is a second footnote with the same
      // label.
      if let label { isInNote = !isFirst || !used.contains(label) }
      if isInNote {
        let marks = file.bytes[offsets.lowerBound..<text.startIndex]
        let start = marks.lastIndex(of: .greaterThan).map { $0 + 1 } ?? offsets.lowerBound
        edits.delete(start..<offsets.upperBound)
        continue
      }
      for offset in text.indices
      where (file.bytes[offset] == .leftBrace || file.bytes[offset] == .lessThan)
        && file.bytes[offset - 1] != .backslash && tabs[line] == nil
      {
        edits.insert("\\", at: offset)
      }
    }
  }

  private func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "[^".utf8)
      && line.firstIndex(of: .rightBracket).map { file.bytes.has("]:", at: $0) } == true
  }

  private static func label(of text: ArraySlice<UInt8>) -> String {
    String(decoding: text.dropFirst(2).prefix { $0 != .rightBracket }, as: UTF8.self).lowercased()
  }

  /// The labels of the footnotes that text refers to.
  private var referredNotes: Set<String> {
    var labels: Set<String> = []
    for case .footnote(let range) in tokens.joined() {
      let isDefinition =
        range.upperBound < file.bytes.count && file.bytes[range.upperBound] == .colon
        && file.bytes[
          file.start(ofLine: file.location(ofOffset: range.lowerBound).line)..<range.lowerBound
        ]
        .allSatisfy { $0.isSpaceOrTab || $0 == .greaterThan }
      if !isDefinition { labels.insert(Self.label(of: file.bytes[range])) }
    }
    return labels
  }

  /// Whether a line has text, code or HTML, by line number.
  private var readLines: [Bool] {
    var isRead = Array(repeating: false, count: file.lineCount + 2)
    func note(_ lines: Range<Int>) { for line in lines { isRead[line] = true } }
    for run in runs where !run.range.isEmpty {
      note(run.line..<file.location(ofOffset: run.range.upperBound - 1).line + 1)
    }
    for block in blocks {
      switch block.kind {
      case .paragraph, .item, .quote: continue
      case .html: note(lines(of: range(of: block)))
      default: note(block.lines.clamped(to: 1..<file.lineCount + 1))
      }
    }
    return isRead
  }

  private func lines(of range: Range<Int>) -> Range<Int> {
    let last = file.location(ofOffset: max(range.lowerBound, range.upperBound - 1)).line
    return file.location(ofOffset: range.lowerBound).line..<last + 1
  }

  /// Removes the spaces from lines that contain nothing else, such as those where an import was.
  mutating func emptyBlankLines() {
    var code = RangeSet<Int>()
    for block in blocks {
      if case .code = block.kind { code.insert(contentsOf: block.lines) }
    }
    for line in 1...file.lineCount where file.start(ofLine: line) >= body.lowerBound {
      let offsets = file.offsets(ofLine: line)
      guard !offsets.isEmpty, file.bytes[offsets].allSatisfy(\.isSpaceOrTab), !code.contains(line)
      else {
        continue
      }
      edits.delete(offsets)
    }
  }
}
