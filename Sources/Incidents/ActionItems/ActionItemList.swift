internal import CommonMark

/// Reads the items of a part from its bullets, tables and cards.
struct ActionItemList {
  private var items: [ActionItem] = []
  private var rows: [ActionItem] = []
  private var columns: ActionItemColumns?
  /// The enclosing item at each depth, and whether it only groups the items below it.
  private var around: [(item: Block, groups: Bool)] = []
  /// A heading that becomes an item when fields follow it: "### 1. Add an alert", "- Owner: Ada".
  private var card: Block?
  private var isInCard = false
  /// The depth of the last heading that may be an item.
  private var cardDepth = 0
  private let outline: Outline

  private init(_ outline: Outline) { self.outline = outline }

  /// - Parameters:
  ///   - blocks: The blocks of a part.
  ///   - outline: The outline of the document.
  /// - Returns: The items in reading order; only those of tables, if there are any.
  static func items(in blocks: [Block], of outline: Outline) -> [ActionItem] {
    var list = ActionItemList(outline)
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .tableHeader: list.columns = ActionItemColumns(header: block.cells)
      case .tableRow:
        if let item = list.columns?.item(of: block) { list.rows.append(item) }
      case .item(let task):
        list.read(block, task: task, groups: isGroup(index, in: blocks))
      case .heading: list.readHeading(block)
      case .paragraph: list.readFields(of: block)
      case .code, .html, .thematicBreak, .quote: continue
      }
    }
    // Bullets beside a table explain it.
    return list.rows.isEmpty ? list.items : list.rows
  }

  /// A heading ends the items above it, except an item that contains it. In a quote below an item, it
  /// belongs to that item's text.
  private mutating func readHeading(_ block: Block) {
    let line = block.lines.lowerBound
    around.removeAll { $0.item.text.isEmpty || !$0.item.lines.contains(line) }
    let isHeld = outline.section(atLine: line)?.isHeld ?? false
    let isInOther = isHeld && (card != nil || isInCard) && block.depth > cardDepth
    guard around.last?.groups ?? true, !isInOther else { return }
    (card, isInCard, cardDepth) = (block, false, isHeld ? block.depth : 0)
  }

  private mutating func read(_ block: Block, task: Bool?, groups: Bool) {
    while let last = around.last, last.item.depth >= block.depth { around.removeLast() }
    let isDetail = around.last.map { !$0.groups } ?? false
    around.append((block, groups && !isDetail))
    let field = ActionItemField(block.text)
    if let field, field.meaning != .title, isDetail || openCard(at: block.depth) {
      take(field, link: block.links.first { !$0.isOfPerson })
      return
    }
    if isDetail {
      // A ticket below an item belongs to the item.
      if let link = block.links.first(where: \.isTicket) { takeTicket(link) }
      return
    }
    if groups || block.text.isEmpty || SectionContent.isPlaceholder(block.text)
      || ActionItemProse.isNone(block.text)
    {
      return
    }
    (card, isInCard) = (nil, false)
    var own = block
    if let field, field.meaning == .title { own.text = field.value }
    items.append(ActionItem(of: own, task: task))
  }

  /// Paragraphs that consist only of fields: "**Owner:** Ada", "**Due:** 2026-02-01".
  private mutating func readFields(of block: Block) {
    let lines = block.text.utf8.split(separator: 0x0A)
    let fields = lines.compactMap { ActionItemField(String(Substring($0))) }
    guard !fields.isEmpty, fields.count == lines.count, fields.allSatisfy({ $0.meaning != .title }),
      openCard(at: block.depth)
    else { return }
    for field in fields { take(field, link: block.links.first { !$0.isOfPerson }) }
  }

  /// Turns the heading above into an item once fields follow it.
  ///
  /// - Returns: Whether the fields belong to an item that is a heading.
  private mutating func openCard(at depth: Int) -> Bool {
    guard depth >= cardDepth else { return false }
    if let card {
      items.append(ActionItem(of: card, task: nil))
      (self.card, isInCard) = (nil, true)
    }
    return isInCard
  }

  private mutating func take(_ field: ActionItemField, link: Link?) {
    guard var item = items.last else { return }
    switch field.meaning {
    case .owner: item.owner = item.owner ?? ActionItemMarks.bareName(field.value)
    case .due:
      item.dueWritten = item.dueWritten ?? field.value
      item.due = item.dueWritten.flatMap(DueDate.day)
    case .status: if item.state == .open { item.state = ActionItemColumns.state(field.value) }
    case .link:
      item.link = item.link ?? link?.destination ?? field.value
      item.linkText = item.linkText ?? link?.text ?? field.value
    case .kind: item.kind = item.kind ?? field.value.lowercased()
    case .title: break
    }
    items[items.count - 1] = item
  }

  private mutating func takeTicket(_ link: Link) {
    guard var last = items.last, last.link == nil else { return }
    (last.link, last.linkText) = (link.destination, link.text)
    items[items.count - 1] = last
  }

  /// "Prevent:", "Short term:" and other bullets that only introduce the bullets below them.
  private static func isGroup(_ index: Int, in blocks: [Block]) -> Bool {
    let text = blocks[index].text.utf8
    guard index + 1 < blocks.count, case .item = blocks[index + 1].kind,
      blocks[index + 1].depth > blocks[index].depth
    else { return false }
    return blocks[index].text.endsWithColon && text.count { $0 == 0x20 } <= 2
  }
}

extension Link {
  /// Whether it links to an issue, a pull request or a ticket.
  fileprivate var isTicket: Bool {
    !isImage
      && ["/issues/", "/pull/", "/pulls/", "/browse/", "/merge_requests/", "/ticket", "jira", "/T"]
        .contains { destination.contains($0) }
  }
}
