internal import CommonMark

/// Reads action items from bullets, numbers, checklists and tables.
enum ActionItemReader {
  static func items(in blocks: ArraySlice<Block>) -> [ActionItem] {
    var items: [ActionItem] = []
    var columns: ActionItemColumns?
    let all = Array(blocks)
    for (index, block) in all.enumerated() {
      switch block.kind {
      case .tableHeader: columns = ActionItemColumns(header: block.cells)
      case .tableRow:
        guard let columns, let item = columns.item(of: block) else { continue }
        items.append(item)
      case .item(let task):
        guard isItemOfItsOwn(index, in: all) else { continue }
        items.append(item(of: block, task: task))
      case .heading, .paragraph, .code, .html, .thematicBreak, .quote: continue
      }
    }
    return items
  }

  /// A bullet under another bullet is a detail of it, unless the upper one only groups ("Prevent:").
  private static func isItemOfItsOwn(_ index: Int, in blocks: [Block]) -> Bool {
    let block = blocks[index]
    if block.text.isEmpty { return false }
    if isGroup(index, in: blocks) { return false }
    var above = index - 1
    while above >= 0 {
      let other = blocks[above]
      if case .item = other.kind, other.depth < block.depth { return isGroup(above, in: blocks) }
      if case .heading = other.kind { return true }
      above -= 1
    }
    return true
  }

  private static func isGroup(_ index: Int, in blocks: [Block]) -> Bool {
    guard blocks[index].text.utf8.last == UInt8(ascii: ":"), index + 1 < blocks.count else {
      return false
    }
    if case .item = blocks[index + 1].kind { return blocks[index + 1].depth > blocks[index].depth }
    return false
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
}
