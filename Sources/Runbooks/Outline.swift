internal import CommonMark
internal import Vocabulary

/// The blocks of a document cut at its headings.
struct Outline {
  /// A heading and the blocks up to the next heading of any level.
  struct Passage {
    /// Empty for what stands before the first heading.
    var heading: String
    /// ``heading`` as `folded`, since every reader asks for it.
    var words: String
    /// 0 for what stands before the first heading.
    var level: Int
    var anchor: String?
    var line: Int
    /// The passage of the nearest heading above of a higher level.
    var parent: Int?
    var blocks: ArraySlice<Block>
  }

  let passages: [Passage]

  init(of blocks: [Block], firstLine: Int) {
    var passages = [
      Passage(heading: "", words: "", level: 0, anchor: nil, line: firstLine, blocks: [])
    ]
    // The headings that govern what comes next, outermost first.
    var open: [Int] = []
    var start = 0
    for (index, block) in blocks.enumerated() {
      guard case .heading(let level) = block.kind else { continue }
      passages[passages.count - 1].blocks = blocks[start..<index]
      start = index + 1
      while let last = open.last, passages[last].level >= level { open.removeLast() }
      passages.append(
        Passage(
          heading: block.text, words: block.text.folded, level: level, anchor: block.anchor,
          line: block.lines.lowerBound, parent: open.last, blocks: []))
      open.append(passages.count - 1)
    }
    passages[passages.count - 1].blocks = blocks[start...]
    self.passages = passages
  }

  /// The passages of the first heading that `matches` and of the deeper headings below it; empty
  /// when there is none.
  func passages(below matches: (_ words: String) -> Bool) -> ArraySlice<Passage> {
    guard let first = passages.firstIndex(where: { $0.level > 0 && matches($0.words) }) else {
      return []
    }
    return passages[first..<end(of: first)]
  }

  /// One past the last passage that belongs to a heading.
  func end(of index: Int) -> Int {
    let level = passages[index].level
    return passages[(index + 1)...].firstIndex { $0.level <= level } ?? passages.count
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
