internal import Diagnostics

/// Gathers the plain text and the links of one paragraph, heading or table row.
struct LeafReader {
  private var bytes: [UInt8] = []
  private var openLinks: [Int] = []
  private var finder: LinkFinder
  /// The links since the last cell began.
  private(set) var links: [Link] = []
  private(set) var linkNodes: [(node: Node, link: Link)] = []
  private var struckDepth = 0
  private var struckBytes = 0

  init(file: SourceFile, lines: LineRange) {
    finder = LinkFinder(file: file, lines: lines)
  }

  var allLinks: [Link] { linkNodes.map(\.link) }

  var text: String { String(decoding: bytes.trimmed, as: UTF8.self) }

  /// Whether there is text and all of it is struck through.
  var isStruck: Bool { struckBytes > 0 && struckBytes == bytes.count(where: { !$0.isBlank }) }

  mutating func enter(_ node: Node, _ kind: NodeKind) {
    switch kind {
    case .text, .code:
      let start = bytes.count
      unsafe node.withLiteral { unsafe bytes.append(contentsOf: $0) }
      noteStruck(from: start)
    case .softBreak, .lineBreak:
      bytes.append(0x0A)
    case .htmlInline:
      add(html: node.literal, shown: "")
    case .link, .image:
      openLinks.append(bytes.count)
    default:
      return
    }
  }

  mutating func exit(_ node: Node, _ kind: NodeKind) {
    guard kind == .link || kind == .image, let start = openLinks.popLast() else { return }
    let text = String(decoding: bytes[start...], as: UTF8.self)
    let destination = node.destination
    let link = Link(
      destination: destination, text: text, isImage: kind == .image,
      range: finder.range(destination: destination, text: text))
    links.append(link)
    linkNodes.append((node, link))
  }

  mutating func add(html source: String, shown: String) {
    let start = bytes.count
    bytes.append(contentsOf: source.utf8.starts(with: "<br".utf8) ? [0x0A] : Array(shown.utf8))
    noteStruck(from: start)
  }

  mutating func startCell() {
    bytes.removeAll(keepingCapacity: true)
    links = []
    struckBytes = 0
  }

  mutating func enterStruck() { struckDepth += 1 }

  mutating func exitStruck() { struckDepth -= 1 }

  private mutating func noteStruck(from start: Int) {
    guard struckDepth > 0 else { return }
    struckBytes += bytes[start...].count(where: { !$0.isBlank })
  }
}
