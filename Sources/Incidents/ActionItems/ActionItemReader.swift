internal import CommonMark

/// Reads action items from bullets, numbers, checklists, tables, headings, lines and paragraphs.
struct ActionItemReader {
  private let document: DocumentReading
  private let outline: ReviewOutline
  private var items: [ActionItem] = []
  /// The lines that have already been read.
  private var taken: [LineRange] = []

  private init(_ document: DocumentReading, outline: ReviewOutline) {
    self.document = document
    self.outline = outline
  }

  /// The items of a review in reading order.
  ///
  /// Sections such as "Prevention" count when there are no items in a section "Action items". A table with
  /// a column for actions and one for an owner, a day or a state counts anywhere.
  static func items(in document: DocumentReading, outline: ReviewOutline) -> [ActionItem] {
    var reader = ActionItemReader(document, outline: outline)
    let parts = (outline.sections + outline.labelled).filter { $0.isOf(.actionItems) }
      .sorted { $0.line < $1.line }
    var full: [Section] = []
    var minor: [Section] = []
    var end = 0
    for part in parts {
      if part.isMinor || part.line < end {
        minor.append(part)
        end = max(end, part.lines.upperBound)
      } else {
        full.append(part)
      }
    }
    reader.read(full)
    if reader.items.isEmpty { reader.read(minor) }
    reader.readLooseTables()
    for index in reader.items.indices { reader.items[index].takeBoldInitials(in: document.file) }
    return reader.items.sorted { $0.line < $1.line }
  }

  // MARK: Sections

  /// Reads parts in reading order: their lists, or their running text when none of them has a list.
  private mutating func read(_ parts: [Section]) {
    taken = []
    var told: [(blocks: [Block], isMixed: Bool)] = []
    for part in parts {
      if let last = taken.last, part.line < last.upperBound { continue }
      taken.append(part.lines)
      let blocks = blocks(of: part)
      let listed = ActionItemList.items(in: blocks, of: document.outline)
      items += listed.isEmpty ? ActionItemProse.headedItems(in: blocks) : listed
      if items.isEmpty { told.append((blocks, part.kind != .actionItems)) }
    }
    if !items.isEmpty { return }
    items = told.flatMap { ActionItemProse.toldItems(in: $0.blocks, isMixed: $0.isMixed) }
  }

  /// The blocks of a part without its heading and without parts of another kind inside it.
  private func blocks(of part: Section) -> [Block] {
    // In "Lessons and next steps", headings inside introduce something else.
    let isMixed = part.kind != .actionItems
    var others = outline.sections[outline.sections.firstSection(behind: part.line)...]
      .prefix { $0.line < part.lines.upperBound }
      .filter { $0.kind != nil && !$0.isOf(.actionItems) }[...]
    var blocks: [Block] = []
    var end = 0
    for block in document.blocks(of: part) {
      let line = block.lines.lowerBound
      if isMixed, case .heading = block.kind, !document.isHeld(block) { break }
      while let other = others.first, other.line <= line {
        end = max(end, other.lines.upperBound)
        others = others.dropFirst()
      }
      if line >= end { blocks.append(block) }
    }
    return blocks
  }

  /// Tables whose columns show that they hold action items, outside the parts that have been read.
  private mutating func readLooseTables() {
    var columns: ActionItemColumns?
    var taken = taken[...]
    for block in document.blocks {
      switch block.kind {
      case .tableHeader:
        let line = block.lines.lowerBound
        while let first = taken.first, first.upperBound <= line { taken = taken.dropFirst() }
        let isTaken = taken.first?.contains(line) ?? false
        columns = isTaken ? nil : ActionItemColumns(header: block.cells, isLoose: true)
      case .tableRow:
        if let item = columns?.item(of: block) { items.append(item) }
      default: columns = nil
      }
    }
  }
}
