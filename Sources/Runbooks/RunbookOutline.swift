internal import CommonMark
internal import Vocabulary

/// The passages of a runbook: the text before its headings, and the text below each of them.
struct RunbookOutline {
  /// A heading and the blocks below it that are not in a subsection.
  struct Passage {
    /// Empty for the text before the first heading.
    let heading: String
    /// ``heading`` as `folded`, because every reader asks for it.
    let words: String
    /// 0 for the text before the first heading.
    let level: Int
    let anchor: String?
    /// Up to the end of the deepest subsection.
    let lines: LineRange
    /// Whether the heading is inside a quote or another container.
    let isHeld: Bool
    /// The passage of the enclosing section.
    let parent: Int?
    /// One past the last passage of its section.
    let end: Int
    let blocks: Outline.Blocks

    var line: Int { lines.lowerBound }
  }

  let passages: [Passage]
  private let outline: Outline

  /// - Parameters:
  ///   - blocks: The blocks of the document.
  ///   - lines: The lines of the body.
  init(of blocks: [Block], lines: LineRange) {
    let outline = Outline(of: blocks, end: lines.upperBound)
    let opening = Passage(
      heading: "", words: "", level: 0, anchor: nil, lines: lines, isHeld: false, parent: nil,
      end: 1, blocks: outline.blocks(outline.opening))
    passages =
      [opening]
      + outline.sections.map { section in
        let heading = blocks[section.heading]
        return Passage(
          heading: heading.text, words: heading.text.foldedWords, level: section.level,
          anchor: heading.anchor, lines: section.lines, isHeld: section.isHeld,
          parent: section.parent.map { $0 + 1 }, end: section.end + 1,
          blocks: outline.blocks(section.own))
      }
    self.outline = outline
  }

  /// The index of the heading of level 1 that names the runbook.
  var title: Int? { passages.firstIndex { $0.level == 1 && !$0.isHeld } }

  /// The index of the first passage whose heading `matches`. A heading inside a container counts only when
  /// there is no other.
  func first(where matches: (_ passage: Passage) -> Bool) -> Int? {
    var held: Int?
    for (index, passage) in passages.enumerated() where passage.level > 0 && matches(passage) {
      if !passage.isHeld { return index }
      held = held ?? index
    }
    return held
  }

  /// The passages of the section whose heading `matches`; empty when there is none.
  func passages(below matches: (_ words: String) -> Bool) -> ArraySlice<Passage> {
    guard let first = first(where: { matches($0.words) }) else { return [] }
    return passages[first..<passages[first].end]
  }

  /// The blocks of that section in reading order, including headings of subsections.
  func blocks(below matches: (_ words: String) -> Bool) -> ArraySlice<Block> {
    guard let first = first(where: { matches($0.words) }) else { return [] }
    return outline.blocks[outline.sections[first - 1].inner]
  }

  /// The words of the heading and of those above it, innermost first.
  func path(to index: Int) -> [String] {
    var path: [String] = []
    var next: Int? = index
    while let index = next {
      path.append(passages[index].words)
      next = passages[index].parent
    }
    return path
  }
}
