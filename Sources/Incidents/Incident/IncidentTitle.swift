internal import CommonMark
internal import Vocabulary

/// Finds the title of a review.
enum IncidentTitle {
  /// The title that the body states: its first heading of level 1, or a first heading that is the only one
  /// of its level and above all others.
  ///
  /// A heading that only says "Title" is replaced by the next text. If there are several headings of level
  /// 1, the first is not a title when it names a part, as in "# Summary", "# Timeline".
  static func text(of document: DocumentReading, outline: ReviewOutline, stated: String?) -> String?
  {
    let sections = outline.sections.filter { !$0.isHeld }
    guard let first = sections.first else { return stated }
    // "# Incident 42", "## Title": the text below the second heading is the title.
    if let label = sections.first(where: {
      $0.kind == nil && TemplateText.isLabelOfTitle($0.heading)
    }),
      let text = textBelow(label, of: document)
    {
      return text
    }
    let level = sections.map(\.level).min() ?? 1
    let isAlone = !sections.dropFirst().contains { $0.level <= first.level }
    if first.heading.utf8.count < 16, FoldedText.name(first.heading).isEmpty {
      return textBelow(first, of: document) ?? stated
    }
    guard first.level == level, first.level == 1 || isAlone, stated == nil || first.kind == nil
    else { return stated }
    if first.kind != nil, !isAlone { return stated }
    if first.level > 1, first.kind != nil { return stated }
    return first.heading.onOneLine
  }

  /// The next heading or paragraph, unless it states something else, as in "Date: 2026-01-10".
  private static func textBelow(_ heading: Section, of document: DocumentReading) -> String? {
    let index = document.blocks.firstBlock(from: heading.line + 1)
    guard index < document.blocks.count else { return nil }
    let block = document.blocks[index]
    switch block.kind {
    case .heading, .paragraph:
      let isFact = StatedFacts.isStated(in: block.text)
      return block.text.isEmpty || isFact ? nil : block.text.onOneLine
    default: return nil
    }
  }
}
