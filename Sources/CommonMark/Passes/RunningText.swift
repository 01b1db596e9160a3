internal import Bytes

/// Turns addresses and footnote references in the texts of a tree into links.
struct RunningText {
  private enum Piece {
    case link(BareLink)
    case reference(Range<Int>, label: String, html: String)

    var range: Range<Int> {
      switch self {
      case .link(let link): link.range
      case .reference(let range, _, _): range
      }
    }
  }

  private let scan: BodyScan
  private var footnotes: Footnotes
  /// The heading that pages show as their title.
  private var title: Node?
  /// The definitions that nothing refers to.
  private(set) var unused: [Footnotes.Note] = []

  init(scan: BodyScan, footnotes: Footnotes) {
    self.scan = scan
    self.footnotes = footnotes
  }

  /// Goes through the document, then through the footnotes in the order of their numbers.
  mutating func apply(to tree: inout SyntaxTree) {
    guard scan.hasBareLink || !footnotes.isEmpty else { return }
    title = tree.titleHeading
    if let title {
      for text in texts(in: title, tree) { edit(text, in: &tree, isTitle: true) }
    }
    for text in texts(in: tree.root, tree) { edit(text, in: &tree) }
    var number = 1
    while let node = footnotes.node(number: number) {
      for text in texts(in: node, tree) { edit(text, in: &tree) }
      number += 1
    }
    unused = footnotes.notes.filter { $0.number == 0 }
    footnotes.finish(in: &tree)
  }

  /// The texts outside links that have anything to edit; footnotes are included only when asked for.
  private func texts(in root: Node, _ tree: borrowing SyntaxTree) -> [Node] {
    var texts: [Node] = []
    var skipped: Node?
    var walk = Walk(root)
    while let step = walk.next() {
      let node = step.node
      if let open = skipped {
        if step.event == .exit, node == open { skipped = nil }
        continue
      }
      guard step.event == .enter else { continue }
      switch node.kind {
      case .link, .image: skipped = node
      case .customBlock:
        if case .footnotes? = tree.mark(of: node)?.role { skipped = node }
      case .heading:
        if node == title, node != root { skipped = node }
      case .text:
        let isCandidate = unsafe node.withLiteral { unsafe hasCandidate($0) }
        if isCandidate { texts.append(node) }
      default: continue
      }
    }
    return texts
  }

  /// Whether there is an `@`, a `://`, a `www.` or a `[^`.
  private func hasCandidate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in bytes.indices {
      switch unsafe bytes[index] {
      case 0x40: return true
      case 0x3A where unsafe index + 1 < bytes.count && bytes[index + 1] == 0x2F: return true
      case 0x2E where unsafe index > 2 && bytes[index - 1] == 0x77 && bytes[index - 2] == 0x77:
        return true
      case 0x5E where unsafe !footnotes.isEmpty && index > 0 && bytes[index - 1] == 0x5B:
        return true
      default: continue
      }
    }
    return false
  }

  /// A title is also shown far from the footnotes, for example in lists, so it loses its references.
  private mutating func edit(_ node: Node, in tree: inout SyntaxTree, isTitle: Bool = false) {
    let bytes = node.literalBytes
    let pieces = pieces(of: bytes, isAfterBreak: Self.isBreak(before: node), isTitle: isTitle)
    guard !pieces.isEmpty else { return }
    var done = 0
    for piece in pieces {
      Self.insert(bytes[done..<piece.range.lowerBound], before: node)
      done = piece.range.upperBound
      switch piece {
      case .link(let link):
        let new = Node.make(.link)
        new.setDestination(link.destination)
        let text = Node.make(.text)
        text.setLiteral(String(decoding: bytes[link.range], as: UTF8.self))
        new.append(text)
        node.insertBefore(new)
      case .reference(_, let label, let html):
        guard !isTitle else { continue }
        let role = Mark.Role.footnoteReference(label: label)
        node.insertBefore(tree.make(.customInline, role, opening: html, closing: ""))
      }
    }
    Self.insert(bytes[done...], before: node)
    tree.remove(node)
  }

  private static func insert(_ bytes: ArraySlice<UInt8>, before node: Node) {
    guard !bytes.isEmpty else { return }
    let text = Node.make(.text)
    text.setLiteral(String(decoding: bytes, as: UTF8.self))
    node.insertBefore(text)
  }

  private mutating func pieces(
    of bytes: [UInt8], isAfterBreak: Bool, isTitle: Bool
  ) -> [Piece] {
    var pieces: [Piece] = []
    var done = 0
    var index = 0
    while index < bytes.count {
      var piece: Piece?
      switch bytes[index] {
      case 0x3A, 0x40, 0x77:
        guard scan.hasBareLink else { break }
        piece = BareLink(in: bytes, at: index, from: done, isAfterBreak: isAfterBreak).map(
          Piece.link)
      case 0x5B:
        piece = reference(in: bytes, at: index, isTitle: isTitle)
      default:
        break
      }
      index += 1
      guard let piece else { continue }
      pieces.append(piece)
      done = piece.range.upperBound
      index = done
    }
    return pieces
  }

  private mutating func reference(in bytes: [UInt8], at open: Int, isTitle: Bool) -> Piece? {
    guard !footnotes.isEmpty, open + 3 < bytes.count, bytes[open + 1] == 0x5E else { return nil }
    let rest = bytes[(open + 2)...].prefix(1000)
    guard let close = rest.firstIndex(where: { $0 == 0x5D || $0 == 0x5B || $0.isCmarkSpace }),
      bytes[close] == 0x5D
    else { return nil }
    let label = String(decoding: bytes[open + 2..<close], as: UTF8.self)
    let html = isTitle && footnotes.isDefined(label) ? "" : footnotes.refer(to: label)
    return html.map { .reference(open..<close + 1, label: label, html: $0) }
  }

  /// Whether `www.` may begin at the start of a text: not directly after code, a link or HTML.
  private static func isBreak(before node: Node) -> Bool {
    switch node.previous?.kind {
    case nil, .softBreak, .lineBreak, .emphasis, .strong, .customInline: true
    default: false
    }
  }
}
