internal import Bytes
internal import CommonMark
internal import Incidents

/// What a record holds besides its entries: what introduces it, days on lines of their own, text without a time.
struct LooseParts {
  struct Part {
    /// Its first line.
    let line: Int
    let isDay: Bool
    /// The id of a heading that is taken apart.
    var anchor: String?
    /// The text of a block, or the cells of a row.
    var slices: [TextSlice] = []
    /// The lines of whole blocks at the top level.
    var blocks: LineRange = 0..<0
  }

  /// In the order of the document.
  private(set) var parts: [Part] = []

  /// - Parameters:
  ///   - places: Where the entries are.
  ///   - timeline: With its entries.
  ///   - blocks: Those of the document.
  ///   - lines: Those of the record, without its heading.
  init(
    beside places: EntryPlaces, of timeline: Timeline, in blocks: [Block], within lines: LineRange
  ) {
    let covered = Self.covered(by: places, of: timeline)
    let days = Set(timeline.dayLines)
    var next = 0
    var done = lines.lowerBound
    for number in blocks.indices where blocks[number].lines.lowerBound < lines.upperBound {
      let own = blocks[number].lines
      guard own.lowerBound >= done else { continue }
      while next < covered.count, covered[next].upperBound <= own.lowerBound { next += 1 }
      // The line of the next entry.
      let limit = next < covered.count ? covered[next].lowerBound : .max
      guard limit > own.lowerBound else { continue }
      done = add(number, of: blocks, until: limit, isDay: days.contains(own.lowerBound)) ?? done
    }
  }

  /// The lines of each entry, in order. One whose text could not be found is shown as plain text, which may be that of
  /// all lines up to the next entry.
  private static func covered(by places: EntryPlaces, of timeline: Timeline) -> [LineRange] {
    var lines = places.slices.map(\.covered)
    let found = Set(places.slices.map(\.entry))
    let starts = timeline.entries.map(\.line).sorted()
    for index in timeline.entries.indices where !found.contains(index) {
      let line = timeline.entries[index].line
      let next = starts.partition { $0 > line }
      lines.append(line..<(next < starts.count ? starts[next] : timeline.lines.upperBound))
    }
    return lines.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// - Returns: The line up to which the record is shown; `nil` when a block holds nothing that can be shown alone.
  private mutating func add(
    _ number: Int, of blocks: [Block], until limit: Int, isDay: Bool
  ) -> Int? {
    let block = blocks[number]
    let line = block.lines.lowerBound
    var end = block.lines.upperBound
    var part = Part(line: line, isDay: isDay)
    switch block.kind {
    case .thematicBreak: return nil
    case .tableHeader:
      for row in blocks[(number + 1)...] {
        guard row.kind == .tableRow else { break }
        end = row.lines.upperBound
      }
      guard block.depth > 0 || limit < end else { return addBlocks(line..<end) }
      part.slices = Self.cells(of: block, number)
      end = block.lines.upperBound
    case .tableRow: part.slices = Self.cells(of: block, number)
    case .item:
      let sibling = blocks[(number + 1)...].first { $0.depth <= block.depth }
      end = min(sibling?.lines.lowerBound ?? .max, limit)
      part.slices = [Self.text(of: block, number, until: end)]
    case .code, .html, .quote:
      guard block.depth == 0, limit >= end else { return nil }
      return addBlocks(line..<end)
    case .heading, .paragraph:
      guard isDay || block.depth > 0 || limit < end else { return addBlocks(line..<end) }
      end = min(end, limit)
      part.anchor = block.anchor
      part.slices = [Self.text(of: block, number, until: end)]
    }
    parts.append(part)
    return end
  }

  private mutating func addBlocks(_ lines: LineRange) -> Int {
    parts.append(Part(line: lines.lowerBound, isDay: false, blocks: lines))
    return lines.upperBound
  }

  private static func text(of block: Block, _ number: Int, until end: Int) -> TextSlice {
    let count = block.textLines.count
    let lines = min(count, end - block.lines.lowerBound)
    return TextSlice(
      block: number, lines: 0..<max(1, lines), dropped: 0, end: lines < count ? 0 : end)
  }

  private static func cells(of row: Block, _ number: Int) -> [TextSlice] {
    row.cells.indices.filter { !row.cells[$0].text.isEmpty }.map { cell in
      let lines = row.cells[cell].text.utf8.count { $0 == 0x0A } + 1
      return TextSlice(block: number, cell: cell, lines: 0..<lines, dropped: 0, end: 0)
    }
  }
}
