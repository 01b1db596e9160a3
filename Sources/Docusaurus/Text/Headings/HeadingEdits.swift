internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Gives the headings of a page the same ids as in the archive, even when a page is put together from two
/// documents: Docusaurus counts repeated headings across the whole page.
struct HeadingIDs {
  private var slugger = Slugger()
  private var taken: Set<String> = []

  /// The explicit id that a heading needs in order to get `anchor`; `nil` when it gets that id anyway.
  mutating func explicitID(text: String, anchor: String) -> String? {
    let automatic = slugger.next(text)
    taken.insert(anchor)
    if automatic == anchor {
      slugger.take(automatic)
      return nil
    }
    return anchor.isEmpty ? nil : anchor
  }

  /// A generated heading with its id, and a blank line below it.
  mutating func heading(_ text: String, level: Int, anchor: String) -> String {
    let id = explicitID(text: text, anchor: anchor).map { " \\{#\($0)}" } ?? ""
    return "\(String(repeating: "#", count: level)) \(text)\(id)\n\n"
  }

  /// Records an id that a heading sets explicitly, which Docusaurus does not count.
  mutating func take(_ anchor: String) { taken.insert(anchor) }

  /// `anchor`, with `prefix` before it if the page already has that id.
  func free(_ anchor: String, prefix: String) -> String {
    var result = anchor
    while taken.contains(result) { result = "\(prefix)-\(result)" }
    return result
  }
}

extension Rewriting {
  /// Whether there is a heading of level 1 other than the title. Docusaurus would take it for the title, so
  /// all headings move down by one level.
  var headingShift: Int {
    let title = self.title
    let hasOther = blocks.contains {
      $0.kind == .heading(level: 1) && $0.lines.lowerBound != title?.line
    }
    return hasOther ? 1 : 0
  }

  /// The level of the highest heading except the title; `nil` when there is none.
  var highestLevel: Int? {
    let titleLine = title?.line
    return blocks.compactMap { block -> Int? in
      guard case .heading(let level) = block.kind, block.lines.lowerBound != titleLine else {
        return nil
      }
      return level
    }.min()
  }

  /// Removes the title: the page shows the one in its front matter.
  mutating func dropTitle() {
    guard let title, let block = blocks.first(where: { $0.lines.lowerBound == title.line }) else {
      return
    }
    edits.delete(
      file.start(ofLine: block.lines.lowerBound)..<file.start(ofLine: block.lines.upperBound))
  }

  /// Moves the headings in `lines`, except the title, down by `shift` levels and gives them their ids;
  /// `prefix` is put before ids that the page already has.
  mutating func editHeadings(
    in lines: LineRange, shift: Int, ids: inout HeadingIDs, prefix: String = ""
  ) {
    let titleLine = title?.line
    for block in blocks {
      guard case .heading(let level) = block.kind, lines.contains(block.lines.lowerBound),
        block.lines.lowerBound != titleLine
      else { continue }
      let anchor = ids.free(block.anchor ?? "", prefix: prefix)
      let parts = HeadingParts(of: block, in: self)
      var id: String?
      if parts.isID {
        ids.take(anchor)
      } else {
        // Joined lines have a space between them, and rewritten text has a space for every line break.
        let text =
          isDisputed(block)
          ? String(decoding: Array(block.text.utf8).onOneLine, as: UTF8.self)
          : shift > 0 ? block.text.replacing("\n", with: " ") : block.text
        if isMisread(block, parts) {
          ids.take(anchor)
          id = anchor.isEmpty ? nil : anchor
        } else {
          id = ids.explicitID(text: text, anchor: anchor)
        }
      }
      edit(block, parts, level: level, shift: shift)
      write(id: parts.isID ? anchor : id, of: parts)
    }
  }

  private mutating func edit(_ block: Block, _ parts: HeadingParts, level: Int, shift: Int) {
    let bytes = file.bytes
    if let hashes = parts.hashes {
      edits.insert(String(repeating: "#", count: min(shift, 6 - level)), at: hashes)
    } else if shift > 0 {
      makeATX(block, level: min(level + shift, 6))
    }
    guard bytes[parts.text].contains(.leftBrace) else { return }
    let code = codeRanges(ofHeading: block)
    let line = file.start(ofLine: block.lines.lowerBound)
    for offset in parts.text
    where bytes[offset] == .leftBrace && bytes.has("{#", at: offset)
      && offset != parts.writtenID?.lowerBound
    {
      // Nothing can be inserted into code, but only a line without indentation is rewritten.
      if !code.contains(where: { $0.contains(offset) }) {
        edits.insert(PlainText.gap, at: offset + 1)
      } else if parts.hashes == line {
        edits.insert(mark: " ", at: line)
      }
    }
  }

  /// Gives a heading an id in the form with a backslash, which Docusaurus reads with and without its
  /// compatibility mode.
  private mutating func write(id: String?, of parts: HeadingParts) {
    if parts.isID, let written = parts.writtenID, let id {
      let isEscaped = written.lowerBound > 0 && file.bytes[written.lowerBound - 1] == .backslash
      edits.replace(written, with: "\(isEscaped ? "" : "\\"){#\(Self.escaped(id))}")
      return
    }
    if let id { edits.insert(" \\{#\(Self.escaped(id))}", at: parts.end) }
  }

  /// An underscore beside a hyphen may begin or end emphasis.
  private static func escaped(_ id: String) -> String {
    let isPlain = !"-\(id)-".contains("-_") && !"-\(id)-".contains("_-")
    return isPlain ? id : id.replacing("_", with: "\\_")
  }

  private func codeRanges(ofHeading block: Block) -> [Range<Int>] {
    runIndex(ofHeading: block).map { tokens[$0].compactMap(\.code) } ?? []
  }

  /// Whether Docusaurus would find another id in the text: it takes what looks like an id for one, and counts
  /// the tags of a gap in emphasis and links as text.
  private func isMisread(_ heading: Block, _ parts: HeadingParts) -> Bool {
    let bytes = file.bytes
    if parts.text.last.map({ bytes[$0] }) == UInt8(ascii: "}"),
      parts.text.contains(where: { bytes.has("{#", at: $0) })
    {
      return true
    }
    guard parts.text.contains(where: { Self.enclosing.contains(bytes[$0]) }),
      let run = runIndex(ofHeading: heading)
    else { return false }
    return tokens[run].contains { token in
      switch token {
      case .emoji, .address: true
      case .markup(_, let tag): tag.kind == .comment
      default: false
      }
    }
  }

  private static let enclosing = Set("*_~[".utf8)

  private func isDisputed(_ heading: Block) -> Bool {
    !disputed.isEmpty && runIndex(ofHeading: heading).map { disputed[$0] != nil } == true
  }

  private func runIndex(ofHeading block: Block) -> Int? {
    headingRuns[block.lines.lowerBound]
  }

  /// The range of a heading's text, without its marks and its id.
  func headingText(of block: Block) -> Range<Int> { HeadingParts(of: block, in: self).text }

  /// Turns lines of text with an underline into `## Text`.
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

  /// Where the text of a line begins, after spaces and quote marks.
  private func skippingMarks(in line: Range<Int>) -> Int {
    file.bytes[line].firstIndex { !$0.isSpaceOrTab && $0 != .greaterThan } ?? line.upperBound
  }
}
