internal import CommonMark
internal import Diagnostics

/// The kind of page that a body is for, as far as the steps that make it depend on that.
struct PageKind {
  /// Whether the page is written in MDX, where tabs stay tabs.
  let isMDX: Bool
  /// What list pages show of the page; `nil` when no list page shows it.
  var excerpt: Excerpt?
  /// The lines of a timeline, in which each entry begins on a new line.
  var timeline: LineRange?
  /// How many levels the headings move down; `nil` for as many as it takes to leave level 1 to the title.
  var shift: Int?
  /// What is put before an id that the page already has.
  var idPrefix = ""

  /// The page whose Markdown, from its first line on, is `markdown`.
  func page(_ markdown: [UInt8]) -> [UInt8] {
    isMDX ? MDXPage.text(of: markdown) : markdown
  }
}

/// A block that a page has in its body in addition to the author's own.
struct Insertion {
  /// The start of the line before which the block is inserted, or the end of the body.
  let offset: Int
  /// Written after the headings above it have received their ids.
  let text: (inout HeadingIDs) -> [UInt8]
}

extension Rewriting {
  /// The body as Markdown for a page: all steps, in the order in which they have to be done.
  ///
  /// `ids` are those that the page has so far, `links` says what becomes of each link and image, and
  /// `insertions` are in the order of the page.
  mutating func body(
    for kind: PageKind, ids: inout HeadingIDs, links: (LinkUse) -> LinkChange,
    with insertions: [Insertion] = []
  ) -> [UInt8] {
    let excerptEnd = kind.excerpt?.end ?? 0
    dropTitle()
    editText(excerptEnd: excerptEnd, links: links)
    editMarkupBlocks(
      excerptEnd: excerptEnd, marker: kind.excerpt.flatMap { $0.hasMarker ? $0.end : nil },
      links: links)
    editAdmonitions()
    editCode()
    editTabs(areLive: kind.isMDX)
    if let lines = kind.timeline { breakTimelineLines(in: lines) }
    let shift = kind.shift ?? headingShift
    var line = 1
    for insertion in insertions {
      let next = max(line, self.line(at: insertion.offset))
      editHeadings(in: line..<next, shift: shift, ids: &ids, prefix: kind.idPrefix)
      insert(insertion.text(&ids), at: insertion.offset)
      line = next
    }
    editHeadings(
      in: line..<max(line, file.lineCount + 1), shift: shift, ids: &ids, prefix: kind.idPrefix)
    return output() + Array(takeClosing().utf8)
  }

  /// The line that starts at an offset; one more than the number of lines at the end of the body.
  private func line(at offset: Int) -> Int {
    offset >= body.upperBound ? file.lineCount + 1 : file.location(ofOffset: offset).line
  }

  /// Inserts a block with a blank line above it, after closing what is still open at the end of the body.
  private mutating func insert(_ block: [UInt8], at offset: Int) {
    let closing = offset >= body.upperBound ? takeClosing() : ""
    edits.insert(block: Array((closing + gap(before: offset)).utf8) + block, at: offset)
  }
}
