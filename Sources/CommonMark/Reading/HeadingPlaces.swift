/// Where the headings of a document are: each with the container that holds it.
struct HeadingPlaces {
  /// A quote, a box, a list item or a `<details>` element.
  struct Container {
    fileprivate let depth: Int
    fileprivate let isElement: Bool
    /// The number of the nearest container, itself included, that holds headings in any document.
    fileprivate let strict: Int?
    /// The same, when lists and `<details>` elements also hold headings.
    fileprivate let loose: Int?
    /// The number of the first block after it.
    fileprivate(set) var end: Int
    /// One past its last line.
    fileprivate(set) var endLine: Int
  }

  private(set) var containers: [Container] = []
  /// The numbers of the headings, each with the innermost container around it.
  private(set) var headings: [(block: Int, container: Int?)] = []
  /// Whether every heading except the title is in a container.
  private var isInContainers = true
  /// The containers around the current block, outermost first.
  private var around: [Int] = []

  init(in blocks: [Block]) {
    for (number, block) in blocks.enumerated() {
      leave(before: number, depth: block.depth)
      switch block.kind {
      case .quote: enter(block, holds: true)
      case .item: enter(block, holds: !Self.isOnlyHeading(number, in: blocks))
      case .html: readTags(of: block, number)
      case .heading(let level):
        let isTitle = headings.isEmpty && level == 1
        if around.isEmpty, !isTitle { isInContainers = false }
        headings.append((number, around.last))
      case .paragraph, .tableHeader, .tableRow, .code, .thematicBreak: continue
      }
    }
    leave(before: blocks.count, depth: 0)
  }

  /// The container that ends the section of a heading; `nil` when none does.
  func holder(of heading: (block: Int, container: Int?)) -> Int? {
    guard let container = heading.container else { return nil }
    return isInContainers ? containers[container].strict : containers[container].loose
  }

  /// "2. ## Impact" is a heading with a number.
  private static func isOnlyHeading(_ item: Int, in blocks: [Block]) -> Bool {
    guard blocks[item].text.isEmpty, item + 1 < blocks.count,
      case .heading = blocks[item + 1].kind, blocks[item + 1].depth > blocks[item].depth
    else { return false }
    return item + 2 == blocks.count || blocks[item + 2].depth <= blocks[item].depth
  }

  private mutating func enter(_ block: Block, holds: Bool, isElement: Bool = false) {
    let number = containers.count
    let outer = around.last.map { containers[$0] }
    let isStrict = !isElement && block.kind.isQuote
    containers.append(
      Container(
        depth: block.depth, isElement: isElement, strict: isStrict ? number : outer?.strict,
        loose: holds ? number : outer?.loose, end: .max, endLine: block.lines.upperBound))
    around.append(number)
  }

  /// Ends the containers that do not contain a block of this depth.
  private mutating func leave(before number: Int, depth: Int) {
    while let last = around.last, containers[last].depth >= depth {
      if containers[last].isElement, containers[last].depth == depth { return }
      containers[last].end = number
      around.removeLast()
    }
  }

  private mutating func readTags(of block: Block, _ number: Int) {
    for tag in block.markup where tag.isLive && tag.name == "details" {
      if tag.kind == .opening {
        enter(block, holds: true, isElement: true)
      } else if tag.kind == .closing, let last = around.last, containers[last].isElement {
        containers[last].end = number
        containers[last].endLine = block.lines.lowerBound
        around.removeLast()
      }
    }
  }
}

extension Block.Kind {
  fileprivate var isQuote: Bool {
    if case .quote = self { true } else { false }
  }
}
