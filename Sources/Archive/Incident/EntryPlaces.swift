internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Vocabulary

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
    /// All lines of the file that it shows, from the first on.
    let covered: LineRange
    /// The id of the heading that the entry is.
    var anchor: String?
    /// The title of a column that says where the entry comes from.
    var source: String?
  }

  private(set) var slices: [Place] = []

  init(of timeline: Timeline, in blocks: [Block]) {
    let starts = Set(timeline.entries.map(\.line))
    let ordered = starts.sorted()
    // By the place of the line in `ordered`.
    var places: [(block: Int, offset: Int)?] = Array(repeating: nil, count: ordered.count)
    // The header above each row with an entry.
    var headers: [Int: Int] = [:]
    var header: Int?
    // The lines of the blocks with entries, of which a block may have many.
    var texts: [Int: [Substring]] = [:]
    // By number: a copied block costs more than most of them are worth.
    for number in blocks.indices {
      if blocks[number].kind == .tableHeader { header = number }
      guard blocks[number].holdsEntry else { continue }
      let line = blocks[number].lines.lowerBound
      var next = ordered.partition { $0 >= line }
      guard next < ordered.count,
        ordered[next] - line <= blocks[number].text.utf8.count(where: { $0 == .newline })
      else { continue }
      let lines = blocks[number].textLines
      texts[number] = lines
      while next < ordered.count, ordered[next] < line + lines.count {
        places[next] = (number, ordered[next] - line)
        if blocks[number].kind == .tableRow { headers[number] = header }
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
        addCells(of: block, index, entry, number, below: headers[index].map { blocks[$0].cells })
        continue
      }
      let lines = texts[index] ?? []
      let own = offset..<max(offset + 1, min(lines.count, end - block.lines.lowerBound))
      let first = entry.text.firstLine
      // The text of a time on a line of its own is below it.
      let isBare = !lines[offset].ends(with: first)
      let isBelow =
        offset + 1 < own.upperBound ? lines[offset + 1] == first : blocks.holds(first, after: index)
      guard !isBare || !entry.isLabelled && isBelow else { continue }
      let isLast = own.upperBound == lines.count
      let below =
        isLast && block.depth == 0
        ? Self.below(index, of: blocks, until: end, entry.text) : 0..<0
      let start = block.lines.lowerBound
      let last: Int =
        !below.isEmpty
        ? below.upperBound
        : isLast && block.isItem ? min(end, block.lines.upperBound) : start + own.upperBound
      slices.append(
        Place(
          entry: number,
          slice: TextSlice(
            block: index, lines: own,
            dropped: lines[offset].utf8.count - (isBare ? 0 : first.utf8.count),
            end: isLast ? end : 0),
          lines: Array(lines[own]), below: below, covered: start + own.lowerBound..<last,
          anchor: block.anchor))
    }
  }

  /// A row whose text is that of its last cells.
  private mutating func addCells(
    of row: Block, _ index: Int, _ entry: TimelineEntry, _ number: Int, below header: [Cell]?
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
    let first = full.indices.contains(start) ? full[start] : 0
    for cell in full[start...] {
      let lines = row.cells[cell].text.split(separator: "\n", omittingEmptySubsequences: false)
      let slice = TextSlice(block: index, cell: cell, lines: 0..<lines.count, dropped: 0, end: 0)
      slices.append(
        Place(
          entry: number, slice: slice, lines: lines, below: 0..<0, covered: row.lines,
          source: first < cell ? header.flatMap { Self.source(cell, in: $0) } : nil))
    }
  }

  /// The title of a column when it is for sources.
  private static func source(_ cell: Int, in header: [Cell]) -> String? {
    guard cell < header.count else { return nil }
    return sources.contains(FoldedText.name(header[cell].text)) ? header[cell].text : nil
  }

  private static let sources = Set(
    [
      "source", "sources", "evidence", "reference", "references", "link", "links", "logs",
      "recorded by", "reported by", "出典", "根拠", "来源", "quelle", "fuente", "fonte",
    ].map { FoldedText.name($0) })

  /// The lines of what comes after a block with a time and belongs to that event: code,
  /// quotes and the like, and text that was read as part of it.
  private static func below(
    _ index: Int, of blocks: [Block], until end: Int, _ text: String
  ) -> LineRange {
    var range = 0..<0
    // The blocks and their texts in the entry are in one order.
    var rest = text.utf8[...]
    // An item of the entry's own list stays apart.
    let isCut = text.utf8.count >= TimelineEntry.mostText && !blocks[index].isItem
    for block in blocks[(index + 1)...] where block.depth == 0 {
      guard block.lines.lowerBound < end else { break }
      switch block.kind {
      case .heading, .thematicBreak, .tableHeader, .tableRow: return range
      case .paragraph, .item:
        let first = block.textLines.first ?? ""
        guard !block.text.isEmpty else { break }
        if let found = rest.firstRange(of: first.utf8) {
          rest = rest[found.lowerBound...]
        } else if !isCut {
          return range
        }
      case .code, .html, .quote: break
      }
      let start = range.isEmpty ? block.lines.lowerBound : range.lowerBound
      range = start..<block.lines.upperBound
    }
    return range
  }
}

extension Timeline {
  /// The number of the list item at the top level that holds all entries below a line of its own; `nil` when there is
  /// none.
  func holder(in blocks: [Block]) -> Int? {
    guard let first = entries.map(\.line).min(), let last = entries.map(\.line).max(),
      let number = blocks.lastIndex(where: { $0.depth == 0 && $0.lines.lowerBound <= first }),
      blocks[number].isItem, blocks[number].lines.lowerBound < first,
      blocks[number].lines.contains(last), !blocks[number].text.isEmpty
    else { return nil }
    return number
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

extension [Block] {
  /// Whether the text of the next block begins with a line.
  fileprivate func holds(_ line: Substring, after index: Int) -> Bool {
    index + 1 < count && !line.isEmpty && self[index + 1].text.utf8.starts(with: line.utf8)
  }
}

extension Block {
  fileprivate var isItem: Bool { if case .item = kind { true } else { false } }

  fileprivate var holdsEntry: Bool {
    switch kind {
    case .heading, .paragraph, .tableRow: true
    case .item: !text.isEmpty
    case .code, .html, .quote, .thematicBreak, .tableHeader: false
    }
  }

  var textLines: [Substring] {
    kind == .tableRow || !text.utf8.contains(.newline)
      ? [text[...]] : text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
