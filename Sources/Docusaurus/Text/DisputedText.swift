internal import CommonMark
internal import Diagnostics

/// The lengths of the runs of stars, underscores and tildes in a piece of text, a bit each.
///
/// The archive's parser and Docusaurus' pair such marks, but not alike when runs of several lengths
/// meet: cmark 0.30 keeps one lower bound for the openers of all lengths, and as in cmark-gfm a tilde
/// and two use each other up. Whatever is escaped in such text, the two read it differently.
struct DelimiterLengths {
  private var stars: UInt64 = 0
  private var tildes: UInt64 = 0

  mutating func note(_ mark: UInt8, count: Int) {
    let bit: UInt64 = 1 << UInt64(min(count, 63))
    if mark == UInt8(ascii: "~") { tildes |= bit } else { stars |= bit }
  }

  var areDisputed: Bool {
    tildes.nonzeroBitCount > 1 || (stars.nonzeroBitCount > 1 && stars >= 1 << 3)
  }
}

extension Rewriting {
  /// Writes a run anew from what the archive read.
  mutating func rewrite(
    _ run: TextRun, from pieces: [Inline], isInExcerpt: Bool, links: (LinkUse) -> LinkChange
  ) {
    let text = withoutActuallyEscaping(links) { links in
      var writer = InlineWriter(isInExcerpt: isInExcerpt, links: links)
      writer.write(pieces)
      return writer.output
    }
    let range = run.isHeading ? headingText(of: blocks[run.block]) : textRange(of: run)
    edits.replace(range, with: text)
  }

  /// Without marks of lists, boxes and footnotes before it.
  private func textRange(of run: TextRun) -> Range<Int> {
    var start = afterListMark(run.range.lowerBound, until: run.range.upperBound)
    if case .item(.some) = blocks[run.block].kind { start += 3 }
    if file.bytes.has("[^", at: start),
      let close = file.bytes[start..<run.range.upperBound].firstIndex(of: .rightBracket),
      file.bytes.has("]:", at: close)
    {
      start = close + 2
    }
    return file.bytes.trimmed(start..<max(start, run.range.upperBound))
  }
}
