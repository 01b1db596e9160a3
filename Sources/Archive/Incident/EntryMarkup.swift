internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Templates

/// What the entries of a timeline hold besides plain text: links, code, lists, images, in the order of the
/// entries.
struct EntryMarkup {
  /// How a page shows an entry.
  struct Shown {
    /// Its running text; `nil` when it is only text.
    var text: HTML?
    /// The blocks below it.
    var blocks = HTML.empty
  }

  private(set) var shown: [Shown]

  /// - Parameters:
  ///   - timeline: With its entries, in the order of the document or against it.
  ///   - document: What holds it; parts of its text are gone afterwards.
  init(of timeline: Timeline, in document: inout MarkdownDocument) {
    shown = Array(repeating: Shown(), count: timeline.entries.count)
    let places = EntryPlaces(of: timeline, in: document.blocks)
    let slices = places.slices
    let html = document.html(of: slices.map(\.slice))
    let below = document.html(ofEach: slices.map(\.below))
    var next = 0
    while next < slices.count {
      let entry = slices[next].entry
      var end = next + 1
      while end < slices.count, slices[end].entry == entry { end += 1 }
      // A row with several texts shows them as plain text does.
      let texts = (next..<end).compactMap { index in
        html[index].map { Self.flowing($0.lines, slices[index].lines) }
      }
      if texts.count == end - next {
        var blocks = html[next]?.blocks ?? []
        blocks += below[next]
        let text = texts.count == 1 ? texts[0] : Array(texts.joined(separator: Self.separator))
        if text.contains(UInt8(ascii: "<")) || !blocks.isEmpty {
          shown[entry].text = HTML(trusted: Self.withoutIDs(text))
        }
        shown[entry].blocks = HTML(trusted: Self.withoutIDs(blocks))
      }
      next = end
    }
  }

  private static let separator = Array(" · ".utf8)

  /// Lines of the source joined to running text, like those of plain text.
  private static func flowing(_ lines: [[UInt8]], _ texts: [Substring]) -> [UInt8] {
    var flowing: [UInt8] = []
    for (number, line) in lines.enumerated() {
      if number > 0 {
        let isField = number < texts.count && TimelineEntries.isField(texts[number])
        flowing.append(isField ? .newline : .space)
      }
      flowing += line
    }
    return flowing
  }

  /// The record as written has the same ids; a page must not have an id twice. Quotation marks in text are
  /// escaped, so this is found in tags only.
  private static func withoutIDs(_ html: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var next = 0
    while let found = html.offset(of: idMark, in: next..<html.count) {
      output += html[next..<found]
      let value = found + idMark.count
      let close = html[value...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count - 1
      next = close + 1
    }
    return next == 0 ? html : output + html[next...]
  }

  private static let idMark = Array(" id=\"".utf8)
}

/// Where the entries of a timeline are among the blocks of a document.
struct EntryPlaces {
  struct Place {
    /// The number of the entry.
    let entry: Int
    let slice: TextSlice
    /// The plain text of the slice's lines.
    let lines: [Substring]
    /// The lines of the blocks at the top level that follow the entry's own and belong to it.
    let below: LineRange
  }

  private(set) var slices: [Place] = []

  init(of timeline: Timeline, in blocks: [Block]) {
    let starts = Set(timeline.entries.map(\.line))
    let ordered = starts.sorted()
    // By the place of the line in `ordered`.
    var places: [(block: Int, offset: Int)?] = Array(repeating: nil, count: ordered.count)
    // The lines of the blocks with entries, of which a block may have many.
    var texts: [Int: [Substring]] = [:]
    // By number: a copied block costs more than most of them are worth.
    for number in blocks.indices where blocks[number].holdsEntry {
      let line = blocks[number].lines.lowerBound
      var next = ordered.partition { $0 >= line }
      guard next < ordered.count,
        ordered[next] - line <= blocks[number].text.utf8.count(where: { $0 == .newline })
      else { continue }
      let lines = blocks[number].textLines
      texts[number] = lines
      while next < ordered.count, ordered[next] < line + lines.count {
        places[next] = (number, ordered[next] - line)
        next += 1
      }
    }
    for (number, entry) in timeline.entries.enumerated() {
      let place = ordered.partition { $0 >= entry.line }
      guard let (index, offset) = places[place] else { continue }
      let block = blocks[index]
      let following = place + 1 < ordered.count ? ordered[place + 1] : .max
      let end = min(following, max(timeline.lines.upperBound, block.lines.upperBound))
      if block.kind == .tableRow {
        addCells(of: block, index, entry, number)
        continue
      }
      let lines = texts[index] ?? []
      let last = min(lines.count, end - block.lines.lowerBound)
      let own = offset..<max(offset + 1, last)
      let first = entry.text.firstLine
      guard lines[offset].ends(with: first) else { continue }
      let isLast = own.upperBound == lines.count
      let below =
        isLast && block.depth == 0
        ? Self.below(index, of: blocks, until: end, entry.text) : 0..<0
      slices.append(
        Place(
          entry: number,
          slice: TextSlice(
            block: index, lines: own, dropped: lines[offset].utf8.count - first.utf8.count,
            end: isLast ? end : 0),
          lines: Array(lines[own]), below: below))
    }
  }

  /// A row whose text is that of its last cells.
  private mutating func addCells(
    of row: Block, _ index: Int, _ entry: TimelineEntry, _ number: Int
  ) {
    let full = row.cells.indices.filter { !row.cells[$0].text.isEmpty }
    let separator = " · "
    var start = full.endIndex
    var length = -separator.utf8.count
    while start > 0, length < entry.text.utf8.count {
      start -= 1
      length += separator.utf8.count + row.cells[full[start]].text.utf8.count
    }
    guard full[start...].map({ row.cells[$0].text }).joined(separator: separator) == entry.text
    else { return }
    for cell in full[start...] {
      let lines = row.cells[cell].text.split(separator: "\n", omittingEmptySubsequences: false)
      let slice = TextSlice(block: index, cell: cell, lines: 0..<lines.count, dropped: 0, end: 0)
      slices.append(Place(entry: number, slice: slice, lines: lines, below: 0..<0))
    }
  }

  /// The lines of what comes after a block with a time and belongs to that event: code,
  /// quotes and the like, and text that was read as part of it.
  private static func below(
    _ index: Int, of blocks: [Block], until end: Int, _ text: String
  ) -> LineRange {
    var range = 0..<0
    // The blocks and their texts in the entry are in one order.
    var rest = text.utf8[...]
    for block in blocks[(index + 1)...] where block.depth == 0 {
      guard block.lines.lowerBound < end else { break }
      switch block.kind {
      case .heading, .thematicBreak, .tableHeader, .tableRow: return range
      case .paragraph, .item:
        let first = block.textLines.first ?? ""
        guard !block.text.isEmpty else { break }
        guard let found = rest.firstRange(of: first.utf8) else { return range }
        rest = rest[found.lowerBound...]
      case .code, .html, .quote: break
      }
      let start = range.isEmpty ? block.lines.lowerBound : range.lowerBound
      range = start..<block.lines.upperBound
    }
    return range
  }
}

extension String {
  /// The first line that is not empty; empty when there is none.
  fileprivate var firstLine: Substring {
    utf8.contains(.newline) ? split(separator: "\n", maxSplits: 1).first ?? "" : self[...]
  }
}

extension Substring {
  /// Whether its last bytes are those of another text.
  fileprivate func ends(with other: Substring) -> Bool {
    let count = other.utf8.count
    return utf8.count >= count && utf8.suffix(count).elementsEqual(other.utf8)
  }
}

extension Block {
  fileprivate var holdsEntry: Bool {
    switch kind {
    case .heading, .paragraph, .tableRow: true
    case .item: !text.isEmpty
    case .code, .html, .quote, .thematicBreak, .tableHeader: false
    }
  }

  fileprivate var textLines: [Substring] {
    kind == .tableRow || !text.utf8.contains(.newline)
      ? [text[...]] : text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
