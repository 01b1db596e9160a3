internal import CommonMark

/// Reads action items from bullets, numbers, checklists, tables, headings, lines and paragraphs.
struct ActionItemReader {
  private let document: DocumentReading
  private let outline: ReviewOutline
  private var items: [ActionItem] = []
  /// Lines that have been read.
  private var taken: [LineRange] = []

  private init(_ document: DocumentReading, outline: ReviewOutline) {
    self.document = document
    self.outline = outline
  }

  /// The items of a review in reading order.
  ///
  /// Sections such as "Prevention" count when no section says "Action items" and has one. A table
  /// with a column for actions and one for an owner, a day or a state counts wherever it stands.
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
    return reader.items.sorted { $0.line < $1.line }
  }

  // MARK: Sections

  /// Reads parts in reading order: their lists, and their running text when none of them has a list.
  private mutating func read(_ parts: [Section]) {
    taken = []
    var told: [(blocks: [Block], isMixed: Bool)] = []
    for part in parts {
      if let last = taken.last, part.line < last.upperBound { continue }
      taken.append(part.lines)
      let blocks = blocks(of: part)
      let listed = Self.listedItems(in: blocks)
      items += listed.isEmpty ? Self.headedItems(in: blocks) : listed
      if items.isEmpty { told.append((blocks, part.kind != .actionItems)) }
    }
    if !items.isEmpty { return }
    items = told.flatMap { Self.toldItems(in: $0.blocks, isMixed: $0.isMixed) }
  }

  /// The blocks of a part without its heading and without the parts of another kind in it.
  private func blocks(of part: Section) -> [Block] {
    // Of "Lessons and next steps", headings inside begin something else.
    let isMixed = part.kind != .actionItems
    var others = outline.sections[outline.sections.firstIndex(behind: part.line)...]
      .prefix { $0.line < part.lines.upperBound }
      .filter { $0.kind != nil && !$0.isOf(.actionItems) }[...]
    var blocks: [Block] = []
    var end = 0
    for block in document.blocks(of: part) {
      let line = block.lines.lowerBound
      if isMixed, case .heading = block.kind { break }
      while let other = others.first, other.line <= line {
        end = max(end, other.lines.upperBound)
        others = others.dropFirst()
      }
      if line >= end { blocks.append(block) }
    }
    return blocks
  }

  /// Tables that are action items by their columns, outside the parts that have been read.
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

  // MARK: Lists and tables

  private static func listedItems(in blocks: [Block]) -> [ActionItem] {
    var items: [ActionItem] = []
    var rows: [ActionItem] = []
    var columns: ActionItemColumns?
    // The item around each depth, and whether it only groups what is below it.
    var around: [(depth: Int, groups: Bool)] = []
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .tableHeader: columns = ActionItemColumns(header: block.cells)
      case .tableRow:
        if let item = columns?.item(of: block) { rows.append(item) }
      case .item(let task):
        while let last = around.last, last.depth >= block.depth { around.removeLast() }
        let groups = isGroup(index, in: blocks)
        let isDetail = around.last.map { !$0.groups } ?? false
        around.append((block.depth, groups && !isDetail))
        if isDetail, var last = items.last, last.link == nil,
          let link = block.links.first(where: \.isTicket)
        {
          // A ticket below an item is the item's.
          (last.link, last.linkText) = (link.destination, link.text)
          items[items.count - 1] = last
        }
        if groups || isDetail || block.text.isEmpty || SectionContent.isPlaceholder(block.text)
          || isNone(block.text)
        {
          continue
        }
        items.append(item(of: block, task: task))
      case .heading: around = []
      case .paragraph, .code, .html, .thematicBreak, .quote: continue
      }
    }
    // Bullets beside a table explain it.
    return rows.isEmpty ? items : rows
  }

  /// "Prevent:", "Short term:" and other bullets that only head the bullets below them.
  private static func isGroup(_ index: Int, in blocks: [Block]) -> Bool {
    let text = blocks[index].text.utf8
    guard index + 1 < blocks.count, case .item = blocks[index + 1].kind,
      blocks[index + 1].depth > blocks[index].depth
    else { return false }
    return blocks[index].text.endsWithColon && text.count { $0 == 0x20 } <= 2
  }

  private static func item(of block: Block, task: Bool?) -> ActionItem {
    var marks = ActionItemMarks(block.text.onOneLine)
    let link = block.links.first { !$0.isImage }
    marks.remove(link?.text)
    return ActionItem(
      line: block.lines.lowerBound, title: marks.title, owner: marks.owner,
      dueWritten: marks.dueWritten,
      due: marks.dueWritten.flatMap { CalendarDay($0) }, link: link?.destination ?? marks.reference,
      linkText: link?.text ?? marks.reference, kind: nil,
      state: block.isStruck ? .dropped : task == true || marks.isDone ? .done : .open)
  }

  // MARK: Headings and prose

  /// A heading an item, with its text below: when the part has two or more of one level and no list.
  private static func headedItems(in blocks: [Block]) -> [ActionItem] {
    let headings = blocks.filter {
      if case .heading = $0.kind { true } else { false }
    }
    guard headings.count > 1 else { return [] }
    return headings.map { item(of: $0, task: nil) }
  }

  /// Lines that are sentences are items each, and so are short paragraphs; of running text, the first
  /// paragraph is one.
  private static func toldItems(in blocks: [Block], isMixed: Bool) -> [ActionItem] {
    let told = blocks.filter {
      $0.kind == .paragraph && !SectionContent.isPlaceholder($0.text) && !isNone($0.text)
    }
    for paragraph in told {
      let lines = paragraph.text.utf8.split(separator: 0x0A)
      if lines.count > 1, lines.allSatisfy(endsSentence) { return items(of: lines, in: paragraph) }
    }
    let paragraphs = told.filter { !$0.text.endsWithColon }
    if isMixed { return [] }
    let areShort = paragraphs.allSatisfy { $0.text.utf8.count <= longestParagraph }
    return paragraphs.prefix(areShort ? .max : 1).map { item(of: $0, task: nil) }
  }

  /// Of a paragraph that says one thing, in bytes.
  private static let longestParagraph = 240

  private static func endsSentence(_ line: Substring.UTF8View) -> Bool {
    line.last { $0 != 0x20 }.map { ".!?;)".utf8.contains($0) } ?? false
  }

  private static func items(of lines: [Substring.UTF8View], in paragraph: Block) -> [ActionItem] {
    lines.enumerated().map { offset, line in
      var own = paragraph
      own.text = String(Substring(line))
      own.lines =
        paragraph.lines.lowerBound + offset..<paragraph.lines.lowerBound + offset + 1
      own.links = Array(paragraph.links.lazy.filter { own.text.contains($0.text) }.prefix(1))
      return item(of: own, task: nil)
    }
  }

  /// "None", "No action items", "Not applicable": said so, and nothing to do.
  private static func isNone(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = FoldedText.fold(text)
    return nothings.contains(words) || words.hasPrefix("no action") || words.hasPrefix("no further")
      || words.hasPrefix("no follow")
  }

  private static let nothings: Set<String> = [
    "none", "nothing", "na", "n a", "not applicable", "none identified", "none needed",
    "none required", "none at this time", "nenhuma", "nenhum", "ninguna", "ninguno", "aucune",
    "aucun", "keine", "なし", "特になし", "无", "無", "暂无",
  ]
}

extension Link {
  /// Whether it leads to an issue, a pull request or a ticket.
  fileprivate var isTicket: Bool {
    !isImage
      && ["/issues/", "/pull/", "/pulls/", "/browse/", "/merge_requests/", "/ticket", "jira", "/T"]
        .contains { destination.contains($0) }
  }
}

extension String {
  fileprivate var endsWithColon: Bool { utf8.last == UInt8(ascii: ":") || hasSuffix("：") }
}
