/// The blocks of a document cut at its headings.
///
/// A section extends to the next heading of the same or a higher level, and never beyond its container: a
/// heading in a quote, a box, a list item or a `<details>` element does not end a section outside. So each
/// section lies inside its parent.
///
/// Lists and `<details>` elements do not count as containers when they structure the document, which is the
/// case when no heading except the title is outside a container. Nor does an item that is only a heading,
/// as in "2. ## Impact", whose text is below the list.
package struct Outline: Sendable {
  /// A heading and everything below it.
  package struct Section: Sendable {
    /// The number of the heading's block.
    package let heading: Int
    /// From 1 to 6.
    package let level: Int
    /// Whether a container holds the heading.
    package let isHeld: Bool
    /// The number of the enclosing section; `nil` when there is none.
    package let parent: Int?
    /// From the heading to the line before the end of the section.
    package fileprivate(set) var lines: LineRange
    /// The numbers of all its blocks except the heading.
    package fileprivate(set) var inner: Range<Int>
    /// The numbers of those among ``inner`` that are not in a subsection.
    package fileprivate(set) var own: [Range<Int>] = []
    /// One past the number of the last subsection.
    package fileprivate(set) var end = 0
  }

  /// Blocks in reading order, with gaps between them.
  package typealias Blocks = FlattenSequence<[ArraySlice<Block>]>

  package let blocks: [Block]
  /// In reading order.
  package private(set) var sections: [Section] = []
  /// The numbers of the blocks outside all sections.
  package private(set) var opening: [Range<Int>] = []

  /// The sections around the current block, outermost first, with their containers.
  private var open: [(section: Int, holder: Int?)] = []
  /// The first block that has not been assigned to a section.
  private var next = 0

  /// - Parameters:
  ///   - blocks: The blocks in reading order.
  ///   - end: The line after the last line of the document.
  package init(of blocks: [Block], end: Int) {
    self.blocks = blocks
    let places = HeadingPlaces(in: blocks)
    for heading in places.headings {
      guard case .heading(let level) = blocks[heading.block].kind else { continue }
      let holder = places.holder(of: heading)
      leaveContainers(before: heading.block, places)
      endSections(before: heading.block, level: level, holder: holder)
      take(to: heading.block)
      next = heading.block + 1
      open.append((sections.count, holder))
      sections.append(
        Section(
          heading: heading.block, level: level, isHeld: holder != nil,
          parent: open.dropLast().last?.section, lines: blocks[heading.block].lines,
          inner: next..<next))
    }
    leaveContainers(before: blocks.count, places)
    while !open.isEmpty { endLast(before: blocks.count, line: end) }
    take(to: blocks.count)
  }

  /// Ends the sections whose containers do not contain a block.
  private mutating func leaveContainers(before block: Int, _ places: HeadingPlaces) {
    while let holder = open.last?.holder, places.containers[holder].end <= block {
      endLast(before: places.containers[holder].end, line: places.containers[holder].endLine)
    }
  }

  /// Ends the sections that a heading ends, and their subsections.
  private mutating func endSections(before heading: Int, level: Int, holder: Int?) {
    let depth = blocks[heading].depth
    let rivals = open.lazy.reversed().prefix { $0.holder == holder }.count
    let first = open.suffix(rivals).firstIndex { section, _ in
      sections[section].level >= level && blocks[sections[section].heading].depth >= depth
    }
    guard let first else { return }
    while open.count > first { endLast(before: heading, line: blocks[heading].lines.lowerBound) }
  }

  private mutating func endLast(before block: Int, line: Int) {
    take(to: block)
    guard let number = open.popLast()?.section else { return }
    let start = sections[number].inner.lowerBound
    sections[number].inner = start..<max(start, block)
    sections[number].lines =
      sections[number].lines.lowerBound..<max(line, sections[number].lines.upperBound)
    sections[number].end = sections.count
  }

  /// Assigns the blocks without a section to the innermost one.
  private mutating func take(to block: Int) {
    guard next < block else { return }
    if let section = open.last?.section {
      sections[section].own.append(next..<block)
    } else {
      opening.append(next..<block)
    }
    next = block
  }
}

extension Outline {
  /// The section whose heading starts at a line, by binary search.
  ///
  /// - Precondition: The blocks are in the order of their lines.
  package func section(atLine line: Int) -> Section? {
    var low = 0
    var high = sections.count
    while low < high {
      let middle = (low + high) / 2
      if sections[middle].lines.lowerBound < line { low = middle + 1 } else { high = middle }
    }
    return low < sections.count && sections[low].lines.lowerBound == line ? sections[low] : nil
  }

  /// The blocks with the given numbers, as in ``Section/own`` and ``opening``.
  package func blocks(_ numbers: [Range<Int>]) -> Blocks {
    Array(numbers.map { blocks[$0] }).joined()
  }
}
