internal import Bytes
internal import Diagnostics

/// A link and the node it comes from; for a link of raw HTML also the number of the token in the node.
struct PlacedLink {
  let node: Node
  let token: Int?
  var link: Link
}

/// Collects the plain text and the links of one paragraph, heading or table row.
struct LeafReader {
  private var bytes: [UInt8] = []
  private var openLinks: [Int] = []
  /// Made for the first link: most blocks have none.
  private var finder: LinkFinder?
  private let lines: LineRange
  /// The links since the start of the last cell.
  private(set) var links: [Link] = []
  private(set) var placedLinks: [PlacedLink] = []
  /// The open link of raw HTML: its number among those of the cell and among all, and where its text
  /// begins.
  private var openTag: (link: Int, placed: Int, start: Int)?
  private var struckDepth = 0
  /// The bytes that are struck through, in order.
  private var struck: [Range<Int>] = []
  private var struckBytes = 0
  private var emphasisDepth = 0
  private var emphasizedBytes = 0

  init(lines: LineRange) { self.lines = lines }

  private mutating func find(
    in file: SourceFile, _ find: (inout LinkFinder) -> SourceRange
  ) -> SourceRange {
    var finder = self.finder.take() ?? LinkFinder(file: file, lines: lines)
    defer { self.finder = finder }
    return find(&finder)
  }

  var allLinks: [Link] { placedLinks.map(\.link) }

  var text: String { String(decoding: bytes.trimmed, as: UTF8.self) }

  /// Which bytes of ``text`` are struck through, in order.
  var struckPieces: [Range<Int>] {
    if struck.isEmpty { return [] }
    let text = bytes.trimmed
    let inner = text.startIndex..<text.endIndex
    return struck.map { $0.clamped(to: inner) }.filter { !$0.isEmpty }.map {
      $0.lowerBound - inner.lowerBound..<$0.upperBound - inner.lowerBound
    }
  }

  /// Whether there is text and all of it is struck through.
  var isStruck: Bool { struckBytes > 0 && struckBytes == inkedBytes }

  /// Whether there is text and all of it is emphasized, as in `_text_`.
  var isEmphasized: Bool { emphasizedBytes > 0 && emphasizedBytes == inkedBytes }

  private var inkedBytes: Int { bytes.count(where: { !$0.isCmarkSpace }) }

  mutating func enter(_ node: Node, _ kind: NodeKind) {
    switch kind {
    case .text, .code:
      let start = bytes.count
      unsafe node.withLiteral { unsafe bytes.append(contentsOf: $0) }
      noteMarks(from: start)
    case .softBreak, .lineBreak:
      bytes.append(0x0A)
    case .link, .image:
      openLinks.append(bytes.count)
    case .emphasis:
      emphasisDepth += 1
    default:
      return
    }
  }

  mutating func exit(_ node: Node, _ kind: NodeKind, in file: SourceFile) {
    if kind == .emphasis { emphasisDepth -= 1 }
    guard kind == .link || kind == .image, let start = openLinks.popLast() else { return }
    let text = String(decoding: bytes[start...], as: UTF8.self)
    let destination = node.destination
    let link = Link(
      destination: destination, text: text, isImage: kind == .image,
      range: find(in: file) { $0.range(destination: destination, text: text) })
    links.append(link)
    placedLinks.append(PlacedLink(node: node, token: nil, link: link))
  }

  mutating func add(_ piece: HTMLPiece, of node: Node, in file: SourceFile) {
    let start = bytes.count
    let isBreak = piece.source.utf8.starts(with: "<br".utf8) && !piece.isBlock
    for (number, token) in piece.tokens.enumerated() {
      add(token, number, of: node, in: file)
      bytes += isBreak ? [0x0A] : Array(token.shown.utf8)
    }
    noteMarks(from: start)
  }

  private mutating func add(
    _ token: HTMLToken, _ number: Int, of node: Node, in file: SourceFile
  ) {
    guard token.isLive else { return }
    if token.name == "a", token.kind == .closing, let open = openTag {
      let text = String(decoding: bytes[open.start...].trimmed, as: UTF8.self)
      placedLinks[open.placed].link.text = text
      if links.indices.contains(open.link) { links[open.link].text = text }
      openTag = nil
    }
    if ["del", "s", "strike"].contains(token.name) {
      struckDepth = max(0, struckDepth + (token.kind == .closing ? -1 : 1))
    }
    guard let address = token.address else { return }
    if token.name == "a" { openTag = (links.count, placedLinks.count, bytes.count) }
    let link = Link(
      destination: address.text, text: token.name == "img" ? token.shown.decodingEntities : "",
      isImage: token.name == "img", form: .html,
      range: find(in: file) { $0.range(of: address.range ?? token.range) })
    links.append(link)
    placedLinks.append(PlacedLink(node: node, token: number, link: link))
  }

  mutating func startCell() {
    bytes.removeAll(keepingCapacity: true)
    links = []
    openTag = nil
    struck = []
    struckBytes = 0
    emphasizedBytes = 0
  }

  mutating func enterStruck() { struckDepth += 1 }

  mutating func exitStruck() { struckDepth -= 1 }

  private mutating func noteMarks(from start: Int) {
    guard struckDepth > 0 || emphasisDepth > 0 else { return }
    let inked = bytes[start...].count(where: { !$0.isCmarkSpace })
    if emphasisDepth > 0 { emphasizedBytes += inked }
    guard struckDepth > 0 else { return }
    struckBytes += inked
    struck.append(start..<bytes.count)
  }
}
