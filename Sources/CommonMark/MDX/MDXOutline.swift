internal import Bytes
internal import Diagnostics

/// Which parts of a file written as MDX are text, and which are code.
///
/// MDX has no indented code, so only what is between fences counts as code.
struct MDXOutline {
  /// A stretch of whole lines without fenced code.
  struct Text {
    let range: Range<Int>
    /// Whether it contains backticks that begin code.
    let hasCode: Bool
  }

  private(set) var texts: [Text] = []
  /// The lines of fenced code.
  private var code = RangeSet<Int>()
  /// A number that identifies the parent of each HTML block, by the line at which the block starts.
  private(set) var markup: [Int: Int] = [:]

  init(of tree: borrowing SyntaxTree, in file: SourceFile) {
    var parents: [Node?: Int] = [:]
    var walk = Walk(tree.root)
    while let step = walk.next() {
      guard step.event == .enter else { continue }
      let node = step.node
      let lines =
        max(node.startLine, 1)..<max(node.startLine, min(node.endLine, file.lineCount)) + 1
      guard lines.lowerBound <= file.lineCount else { continue }
      switch node.kind {
      case .codeBlock where Self.isFenced(node, in: file): code.insert(contentsOf: lines)
      case .codeBlock: add(lines, hasCode: false, in: file)
      case .htmlBlock:
        let parent = parents[node.parent] ?? parents.count
        parents[node.parent] = parent
        markup[lines.lowerBound] = parent
        add(lines, hasCode: false, in: file)
      case .paragraph, .heading: add(lines, hasCode: true, in: file)
      default: continue
      }
    }
  }

  private mutating func add(_ lines: LineRange, hasCode: Bool, in file: SourceFile) {
    let end = file.offsets(ofLine: lines.upperBound - 1).upperBound
    let start = file.offsets(ofLine: lines.lowerBound).lowerBound
    texts.append(Text(range: start..<max(start, end), hasCode: hasCode))
  }

  func isCode(line: Int) -> Bool { code.contains(line) }

  private static func isFenced(_ node: Node, in file: SourceFile) -> Bool {
    let line = file.bytes[file.offsets(ofLine: node.startLine)]
    let mark = line.drop {
      $0.isCmarkSpace || $0 == 0x3E || $0.isDigit || [0x2D, 0x2B, 0x2A, 0x2E, 0x29].contains($0)
    }
    guard mark.starts(with: "```".utf8) || mark.starts(with: "~~~".utf8) else { return false }
    return !node.literalBytes.drop(while: \.isCmarkSpace).starts(with: mark)
  }
}
