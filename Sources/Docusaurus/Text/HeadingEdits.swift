internal import CommonMark
internal import Diagnostics

/// Gives the headings of a page the ids that the archive gives them, also when a page is put
/// together from two documents: Docusaurus counts repeated headings over the whole page.
struct HeadingIDs {
  private var slugger = Slugger()
  private var taken: Set<String> = []

  /// The explicit id that a heading needs so that it gets `anchor`; `nil` when it gets it anyway.
  mutating func explicitID(text: String, anchor: String) -> String? {
    var next = slugger
    let automatic = next.slug(text)
    taken.insert(anchor)
    if automatic == anchor {
      slugger = next
      return nil
    }
    return anchor.isEmpty ? nil : anchor
  }

  /// `anchor`, or with `prefix` before it when the page has it already.
  func free(_ anchor: String, prefix: String) -> String {
    var result = anchor
    while taken.contains(result) { result = "\(prefix)-\(result)" }
    return result
  }
}

extension Rewriting {
  /// Whether a heading of level 1 is left once the title is gone: Docusaurus would take it for the
  /// title, so all headings go down by one.
  var headingShift: Int {
    let title = self.title
    let hasOther = blocks.contains {
      $0.kind == .heading(level: 1) && $0.lines.lowerBound != title?.lines.lowerBound
    }
    return hasOther ? 1 : 0
  }

  /// Takes the title out: the page shows the one of its front matter.
  mutating func dropTitle() {
    guard let title else { return }
    edits.delete(
      file.start(ofLine: title.lines.lowerBound)..<file.start(ofLine: title.lines.upperBound))
  }

  /// Moves the headings in `lines`, but for the title, down by `shift` levels and gives them their
  /// ids; `prefix` goes before ids that the page has already.
  mutating func editHeadings(
    in lines: LineRange, shift: Int, ids: inout HeadingIDs, prefix: String = ""
  ) {
    let titleLine = title?.lines.lowerBound
    for block in blocks {
      guard case .heading(let level) = block.kind, lines.contains(block.lines.lowerBound),
        block.lines.lowerBound != titleLine
      else { continue }
      let anchor = ids.free(block.anchor ?? "", prefix: prefix)
      // Lines that are joined have a blank between them.
      let text = shift > 0 ? block.text.replacing("\n", with: " ") : block.text
      let id = ids.explicitID(text: text, anchor: anchor)
      edit(block, level: level, shift: shift, id: id)
    }
  }

  private mutating func edit(_ block: Block, level: Int, shift: Int, id: String?) {
    let bytes = file.bytes
    let first = file.offsets(ofLine: block.lines.lowerBound)
    let hashes = bytes[first].firstIndex(of: .hash)
    let isATX =
      hashes.map { isMark(before: $0, from: first.lowerBound) && beginsATX(at: $0, in: first) }
      ?? false
    let last =
      isATX ? first : file.offsets(ofLine: max(block.lines.lowerBound, block.lines.upperBound - 2))
    if let hashes, isATX {
      edits.insert(String(repeating: "#", count: min(shift, 6 - level)), at: hashes)
    } else if shift > 0 {
      makeATX(block, level: min(level + shift, 6))
    }
    var end = bytes.trimmed(last).upperBound
    if isATX { end = withoutClosingHashes(last.lowerBound..<end) }
    let written = writtenID(before: end, from: last.lowerBound)
    let isID = written.map { bytes.text($0.dropFirst(2).dropLast()) } == block.anchor
    let rest = (isID ? written?.lowerBound : nil) ?? first.upperBound
    if first.lowerBound == hashes, hasHeadingID(in: first.lowerBound..<rest) {
      edits.insert(" ", at: first.lowerBound)
    }
    if let written, isID {
      // Docusaurus without compatibility mode knows the escaped form only; both know that one.
      let isEscaped = written.lowerBound > 0 && bytes[written.lowerBound - 1] == .backslash
      if !isEscaped { edits.insert("\\", at: written.lowerBound) }
      return
    }
    // What looks like an id only to Docusaurus.
    if let written { edits.insert(PlainText.joiner, at: written.lowerBound + 1) }
    if let id { edits.insert(" \\{#\(id)}", at: end) }
  }

  /// Up to six hashes, and a blank after them; other text may begin with hashes too.
  private func beginsATX(at hashes: Int, in line: Range<Int>) -> Bool {
    let count = file.bytes[hashes..<line.upperBound].prefix { $0 == .hash }.count
    let after = hashes + count
    return count <= 6 && (after == line.upperBound || file.bytes[after].isWhitespace)
  }

  /// Only list and quote marks and blanks stand before an ATX heading.
  private func isMark(before offset: Int, from start: Int) -> Bool {
    file.bytes[start..<offset].allSatisfy {
      $0.isBlank || $0 == .greaterThan || $0.isDigit || [.hyphen, .plus].contains($0)
        || [UInt8(ascii: "*"), UInt8(ascii: "."), .rightParenthesis].contains($0)
    }
  }

  /// Makes `## Text` of lines of text with a line under them.
  private mutating func makeATX(_ block: Block, level: Int) {
    let lines = block.lines.clamped(to: 1..<file.lineCount + 1)
    guard let first = lines.first, let underline = lines.last, underline > first else { return }
    let text = file.bytes.trimmed(file.offsets(ofLine: first))
    let start = afterListMark(text.lowerBound, until: text.upperBound)
    edits.insert(mark: String(repeating: "#", count: level) + " ", at: start)
    for line in first..<underline {
      let end = file.bytes.trimmed(file.offsets(ofLine: line)).upperBound
      let isBreak = file.bytes[end - 1] == .backslash
      let next = file.offsets(ofLine: line + 1)
      let isLast = line + 1 == underline
      let gap = (end - (isBreak ? 1 : 0))..<(isLast ? next.upperBound : skippingMarks(in: next))
      edits.replace(gap, with: isLast ? "" : " ")
    }
  }

  /// Where the text of a line begins, after blanks and the marks of quotes.
  private func skippingMarks(in line: Range<Int>) -> Int {
    file.bytes[line].firstIndex { !$0.isBlank && $0 != .greaterThan } ?? line.upperBound
  }

  private func withoutClosingHashes(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, file.bytes[end - 1] == .hash { end -= 1 }
    guard end < range.upperBound, end > range.lowerBound, file.bytes[end - 1].isBlank else {
      return range.upperBound
    }
    while end > range.lowerBound, file.bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  /// A `{#id}` that ends at `end`.
  private func writtenID(before end: Int, from start: Int) -> Range<Int>? {
    guard end > start, file.bytes[end - 1] == UInt8(ascii: "}"),
      let brace = (start..<end).last(where: { file.bytes.has("{#", at: $0) }), brace + 2 < end
    else { return nil }
    return brace..<end
  }
}
