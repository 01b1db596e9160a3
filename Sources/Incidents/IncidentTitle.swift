internal import CommonMark

/// Finds what a review calls itself.
enum IncidentTitle {
  /// The title that the body gives: its first heading of level 1, or a first heading that stands
  /// alone above the others.
  ///
  /// A heading that only says "Title" gives way to the next text. Of several headings of level 1 the
  /// first is no title when it is the name of a part, as in "# Summary", "# Timeline".
  static func text(of document: DocumentReading, outline: ReviewOutline, stated: String?) -> String?
  {
    guard let first = outline.sections.first else { return stated }
    let level = outline.sections.map(\.level).min() ?? 1
    let isAlone = !outline.sections.dropFirst().contains { $0.level <= first.level }
    guard first.level == level, first.level == 1 || isAlone, stated == nil || first.kind == nil
    else { return stated }
    if isLabel(first.heading) { return textBelow(first, of: document) ?? stated }
    if first.kind != nil, !isAlone { return stated }
    if first.level > 1, first.kind != nil { return stated }
    return first.heading.onOneLine
  }

  private static func isLabel(_ heading: String) -> Bool {
    let folded = FoldedText.fold(heading)
    return folded.isEmpty
      || ["title", "incident title", "título", "titel", "titre"].contains(folded)
  }

  private static func textBelow(_ heading: Section, of document: DocumentReading) -> String? {
    let index = document.blocks.firstIndex(from: heading.line + 1)
    guard index < document.blocks.count else { return nil }
    let block = document.blocks[index]
    switch block.kind {
    case .heading, .paragraph: return block.text.isEmpty ? nil : block.text.onOneLine
    default: return nil
    }
  }
}
