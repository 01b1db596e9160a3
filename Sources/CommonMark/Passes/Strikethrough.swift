internal import Bytes

extension SyntaxTree {
  /// Strikes out what is between two runs of one or two tildes among the children of one node.
  mutating func strikeThrough() {
    var parents: [Node] = []
    var seen: Set<Node> = []
    var walk = Walk(root)
    while let step = walk.next() {
      guard step.event == .enter, step.node.kind == .text, let parent = step.node.parent,
        unsafe step.node.withLiteral({ unsafe $0.contains(0x7E) }), seen.insert(parent).inserted
      else { continue }
      parents.append(parent)
    }
    for parent in parents { strike(in: parent) }
  }

  /// Undoes what ``CmarkInput`` did to an escape, in every node.
  func restore(_ mark: [UInt8], as character: String) {
    var nodes: [Node] = []
    var walk = Walk(root)
    while let step = walk.next() {
      if step.event == .enter { nodes.append(step.node) }
    }
    for node in nodes { node.restore(mark, as: character) }
  }

  private mutating func strike(in parent: Node) {
    var runs = TildeRun.all(in: parent)
    let pairs = TildeRun.pairs(of: runs)
    guard !pairs.isEmpty else { return }
    split(&runs, pairs.flatMap { [$0.opener, $0.closer] }.sorted())
    for pair in pairs {
      let opener = runs[pair.opener].node
      let closer = runs[pair.closer].node
      let struck = make(.customInline, .struck, opening: "<del>", closing: "</del>")
      opener.insertBefore(struck)
      while let next = opener.next, next != closer { struck.append(next) }
      remove(opener)
      remove(closer)
    }
  }

  /// Gives each of these runs a node of its own, with the text around them in other nodes.
  private func split(_ runs: inout [TildeRun], _ matched: [Int]) {
    var place = 0
    while place < matched.count {
      let text = runs[matched[place]].node
      let bytes = text.literalBytes
      var done = 0
      while place < matched.count, runs[matched[place]].node == text {
        let run = runs[matched[place]]
        Self.insert(bytes[done..<run.offset], before: text)
        let node = Node.make(.text)
        text.insertBefore(node)
        runs[matched[place]].node = node
        done = run.offset + run.length
        place += 1
      }
      Self.insert(bytes[done...], before: text)
      remove(text)
    }
  }

  private static func insert(_ bytes: ArraySlice<UInt8>, before node: Node) {
    guard !bytes.isEmpty else { return }
    let text = Node.make(.text)
    text.setLiteral(String(decoding: bytes, as: UTF8.self))
    node.insertBefore(text)
  }
}

/// One or two tildes that may open or close.
private struct TildeRun {
  var node: Node
  let offset: Int
  let length: Int
  let canOpen: Bool
  let canClose: Bool

  static func all(in parent: Node) -> [TildeRun] {
    var runs: [TildeRun] = []
    var child = parent.firstChild
    while let node = child {
      child = node.next
      guard node.kind == .text else { continue }
      let bytes = node.literalBytes
      var index = 0
      while let start = bytes[index...].firstIndex(of: 0x7E) {
        let end = bytes[start...].firstIndex { $0 != 0x7E } ?? bytes.count
        index = end
        guard end - start <= 2 else { continue }
        let before =
          bytes.scalar(before: start).map(CharacterClass.init) ?? edge(node, node.previous)
        let after = bytes.scalar(at: end).map(CharacterClass.init) ?? edge(node, node.next)
        let isLeft = after != .space && (after != .punctuation || before != .other)
        let isRight = before != .space && (before != .punctuation || after != .other)
        guard isLeft || isRight else { continue }
        runs.append(
          TildeRun(
            node: node, offset: start, length: end - start, canOpen: isLeft, canClose: isRight))
      }
    }
    return runs
  }

  /// The character beside a text: from its sibling, or from the mark of the node around it.
  private static func edge(_ node: Node, _ sibling: Node?) -> CharacterClass {
    switch sibling?.kind {
    case .softBreak, .lineBreak: .space
    case .text: .other
    case nil:
      switch node.parent?.kind {
      case .emphasis, .strong, .link, .image: .punctuation
      default: .space
      }
    default: .punctuation
    }
  }

  /// The pairs in the order in which they close, inner ones first, by the rules of cmark-gfm.
  ///
  /// An opener is looked for only among the last ``farthest``, so that no input takes quadratic time.
  static func pairs(of runs: [TildeRun]) -> [(opener: Int, closer: Int)] {
    var pairs: [(opener: Int, closer: Int)] = []
    var open: [Int] = []
    for (index, run) in runs.enumerated() {
      if run.canClose,
        let place = open.suffix(farthest).lastIndex(where: { !isOdd(runs[$0], run) })
      {
        let opener = open[place]
        open.removeSubrange(place...)
        if runs[opener].length == run.length { pairs.append((opener, index)) }
      } else if run.canOpen {
        open.append(index)
      }
    }
    return pairs
  }

  private static let farthest = 64

  private static func isOdd(_ opener: TildeRun, _ closer: TildeRun) -> Bool {
    (closer.canOpen || opener.canClose) && (opener.length + closer.length) % 3 == 0
  }
}
