internal import CommonMark
internal import Diagnostics

/// Changes of lines that belong to no block, so that nothing in them is run.
extension Rewriting {
  mutating func editUnreadLines() {
    let isRead = readLines
    var isInNote = false
    for line in 1...file.lineCount where file.start(ofLine: line) >= body.lowerBound {
      let offsets = file.offsets(ofLine: line)
      let text = file.bytes[offsets].drop { $0.isBlank || $0 == .greaterThan }
      if isRead[line] || text.starts(with: ":::".utf8) {
        isInNote = false
        continue
      }
      // A footnote that nothing refers to is not shown.
      if text.starts(with: "[^".utf8) { isInNote = true }
      if isInNote {
        edits.delete(text.startIndex..<offsets.upperBound)
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

  /// Whether a line has text, code or HTML, by its number.
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

  /// Takes the blanks from lines that have nothing else, such as those where an import stood.
  mutating func emptyBlankLines() {
    var code = RangeSet<Int>()
    for block in blocks {
      if case .code = block.kind { code.insert(contentsOf: block.lines) }
    }
    for line in 1...file.lineCount where file.start(ofLine: line) >= body.lowerBound {
      let offsets = file.offsets(ofLine: line)
      guard !offsets.isEmpty, file.bytes[offsets].allSatisfy(\.isBlank), !code.contains(line) else {
        continue
      }
      edits.delete(offsets)
    }
  }
}
