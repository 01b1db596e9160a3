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
      let id = ids.explicitID(text: block.text, anchor: anchor)
      edit(block, level: level, shift: shift, id: id)
    }
  }

  private mutating func edit(_ block: Block, level: Int, shift: Int, id: String?) {
    let bytes = file.bytes
    let first = file.offsets(ofLine: block.lines.lowerBound)
    let hashes = bytes[first].firstIndex(of: .hash)
    let isATX = hashes.map { isMark(before: $0, from: first.lowerBound) } ?? false
    let last =
      isATX ? first : file.offsets(ofLine: max(block.lines.lowerBound, block.lines.upperBound - 2))
    if let hashes, isATX {
      edits.insert(String(repeating: "#", count: min(shift, 6 - level)), at: hashes)
    } else if shift > 0 {
      makeATX(block, level: min(level + shift, 6))
    }
    var end = bytes.trimmed(last).upperBound
    if isATX { end = withoutClosingHashes(last.lowerBound..<end) }
    if let brace = explicitID(before: end, from: last.lowerBound) {
      // Docusaurus without compatibility mode knows the escaped form only; both know that one.
      if brace > 0, bytes[brace - 1] != .backslash { edits.insert("\\", at: brace) }
    } else if let id {
      edits.insert(" \\{#\(id)}", at: end)
    }
  }

  /// Only list and quote marks and blanks stand before an ATX heading.
  private func isMark(before offset: Int, from start: Int) -> Bool {
    file.bytes[start..<offset].allSatisfy {
      $0.isBlank || $0 == .greaterThan || $0.isDigit || [.hyphen, .plus].contains($0)
        || [UInt8(ascii: "*"), UInt8(ascii: "."), .rightParenthesis].contains($0)
    }
  }

  /// Makes `## Text` of a text with a line under it, when the text is of one line.
  private mutating func makeATX(_ block: Block, level: Int) {
    guard block.lines.count == 2 else { return }
    let text = file.bytes.trimmed(file.offsets(ofLine: block.lines.lowerBound))
    let start = afterListMark(text.lowerBound, until: text.upperBound)
    let textEnd = file.offsets(ofLine: block.lines.lowerBound).upperBound
    let underline = file.offsets(ofLine: block.lines.lowerBound + 1).upperBound
    edits.insert(String(repeating: "#", count: level) + " ", at: start)
    edits.delete(textEnd..<underline)
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

  /// Where the `{` of a `{#id}` that ends at `end` stands.
  private func explicitID(before end: Int, from start: Int) -> Int? {
    guard end > start, file.bytes[end - 1] == UInt8(ascii: "}"),
      let brace = file.bytes[start..<end].lastIndex(of: .leftBrace), brace + 2 < end,
      file.bytes[brace + 1] == .hash
    else { return nil }
    return brace
  }
}
