internal import Bytes
internal import CommonMark
internal import Diagnostics

/// The runs of stars, underscores and tildes in a piece of text, which show whether the archive's parser
/// and Docusaurus' parser pair them in the same way.
///
/// They do when every run has a partner of the same length. They do not when some are left over and the
/// runs have several lengths: cmark 0.30 keeps one lower bound for the openers of all lengths, and, as in
/// cmark-gfm, one tilde and two tildes use each other up. However such text is escaped, the two parsers
/// read it differently.
struct DelimiterRuns {
  private struct Run: Equatable {
    let mark: UInt8
    let count: Int
  }

  private var open: [Run] = []
  /// One bit for each length.
  private var lengths: UInt64 = 0

  mutating func note(_ mark: UInt8, count: Int, isLeft: Bool, isRight: Bool) {
    guard isLeft || isRight, !(mark == .underscore && isLeft && isRight) else { return }
    lengths |= 1 << UInt64(min(count, 63))
    let run = Run(mark: mark, count: count)
    if isRight, open.last == run { open.removeLast() } else { open.append(run) }
  }

  /// Whether one of them is beside a character that only one of the parsers takes for punctuation.
  var areBesideDisputed = false

  var areDisputed: Bool { areBesideDisputed || !open.isEmpty && lengths.nonzeroBitCount > 1 }
}

extension Rewriting {
  /// Rewrites a run from what the archive read.
  mutating func rewrite(
    _ run: TextRun, from pieces: [Inline], isInExcerpt: Bool, links: (LinkUse) -> LinkChange
  ) {
    let text = withoutActuallyEscaping(links) { links in
      var writer = InlineWriter(isInExcerpt: isInExcerpt, links: links)
      writer.write(pieces)
      return writer.output
    }
    let isCell = !blocks[run.block].cells.isEmpty
    let range =
      run.isHeading ? headingText(of: blocks[run.block]) : isCell ? run.range : textRange(of: run)
    edits.replace(range, with: text)
  }

  /// The range without the marks of lists, boxes and footnotes before it.
  private func textRange(of run: TextRun) -> Range<Int> {
    var start = afterListMark(run.range.lowerBound, until: run.range.upperBound)
    if case .item(.some) = blocks[run.block].kind { start += 3 }
    if file.bytes.has("[!", at: start), isAlert(run) {
      start = file.start(ofLine: run.line + 1)
      while file.bytes[start].isSpaceOrTab || file.bytes[start] == .greaterThan { start += 1 }
    }
    if file.bytes.has("[^", at: start),
      let close = file.bytes[start..<run.range.upperBound].firstIndex(of: .rightBracket),
      file.bytes.has("]:", at: close)
    {
      start = close + 2
    }
    return file.bytes.trimmed(start..<max(start, run.range.upperBound))
  }

  /// Whether the first line of a run is the `[!NOTE]` of an alert.
  private func isAlert(_ run: TextRun) -> Bool {
    blocks[..<run.block].last.map { block in
      if case .quote(.some) = block.kind { block.lines.lowerBound == run.line } else { false }
    } ?? false
  }
}

extension Inline {
  /// Whether it can be written into a row of several cells: a pipe in code or an address would end the cell.
  var hasPipe: Bool {
    switch self {
    case .code(let text): text.contains("|")
    case .image(let destination, _, _): destination.contains("|")
    case .open(.link(let destination, _)): destination.contains("|")
    default: false
    }
  }
}
