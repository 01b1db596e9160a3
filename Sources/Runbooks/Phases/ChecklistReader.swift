internal import CommonMark
internal import Vocabulary

extension ChecklistItem {
  /// Every item with a box, and every item below a heading that names a checklist, in reading order.
  static func all(in outline: RunbookOutline) -> [ChecklistItem] {
    outline.passages.indices.flatMap { index in
      let isChecklist = outline.path(to: index).contains { $0.mentions("checklist") }
      return items(in: outline.passages[index].blocks, withoutBox: isChecklist)
    }.sorted { $0.line < $1.line }
  }

  /// The items below a heading such as "Post-incident checklist".
  static func postIncident(in outline: RunbookOutline) -> [ChecklistItem] {
    let blocks = outline.blocks { words in
      words.mentions("checklist") && ["post", "after", "closing"].contains { words.mentions($0) }
    }
    return items(in: blocks, withoutBox: true)
  }

  private static func items(
    in blocks: some Sequence<Block>, withoutBox: Bool
  ) -> [ChecklistItem] {
    blocks.compactMap { block in
      guard case .item(let isDone) = block.kind, withoutBox || isDone != nil else { return nil }
      let text = block.text.oneLine
      guard !text.isEmpty else { return nil }
      return ChecklistItem(text: text, isDone: isDone, line: block.lines.lowerBound)
    }
  }
}

extension LearningQuestion {
  /// The questions below a heading such as "Learning from incidents": items, or lines of their own.
  static func all(in outline: RunbookOutline) -> [LearningQuestion] {
    outline.blocks { words in
      words.hasPrefix("learning") || words.mentions("questions")
        || words.mentions("learn from")
    }.flatMap(lines).filter { $0.text.hasSuffix("?") }
  }

  private static func lines(of block: Block) -> [LearningQuestion] {
    switch block.kind {
    case .item: [LearningQuestion(text: block.text.oneLine, line: block.lines.lowerBound)]
    case .paragraph:
      block.text.numberedLines.map { index, text in
        LearningQuestion(text: text.trimmed, line: block.lines.lowerBound + index)
      }
    default: []
    }
  }
}
