internal import Bytes
internal import CommonMark
internal import Diagnostics

/// What the text of a log defines for all its incidents: where labels of links and footnotes lead.
struct LogDefinitions {
  private let document: DocumentReading
  /// In the order of the file.
  private let definitions: [Definition]
  private let byLabel: [String: Definition]

  init(in document: DocumentReading) {
    self.document = document
    definitions = document.definitions
    byLabel = Dictionary(definitions.map { ($0.label, $0) }) { first, _ in first }
  }

  /// The lines outside a part that it refers to, and those that these lines refer to in turn.
  func lines(usedIn part: LineRange) -> [LineRange] {
    guard !definitions.isEmpty else { return [] }
    var defined: Set<String> = []
    let first = definitions.partition { $0.lines.lowerBound >= part.lowerBound }
    for definition in definitions[first...].prefix(while: { part.contains($0.lines.lowerBound) }) {
      defined.insert(definition.label)
    }
    var used: [LineRange] = []
    var texts = [part]
    while let lines = texts.popLast() {
      for label in labels(in: lines) {
        guard let definition = byLabel[label], defined.insert(label).inserted else { continue }
        used.append(definition.lines)
        texts.append(definition.lines)
      }
    }
    return used.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The texts in brackets, outside code blocks.
  private func labels(in lines: LineRange) -> Set<String> {
    var labels: Set<String> = []
    var start = lines.lowerBound
    for block in document.blocks(in: lines) {
      guard case .code = block.kind else { continue }
      labels.formUnion(self.labels(inText: start..<max(start, block.lines.lowerBound)))
      start = block.lines.upperBound
    }
    labels.formUnion(self.labels(inText: start..<max(start, lines.upperBound)))
    return labels
  }

  private func labels(inText lines: LineRange) -> Set<String> {
    let file = document.file
    let text = file.bytes[
      file.start(ofLine: lines.lowerBound)..<file.start(ofLine: lines.upperBound)]
    var labels: Set<String> = []
    var start: Int?
    var offset = text.startIndex
    while offset < text.endIndex {
      switch text[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "["): start = offset + 1
      case UInt8(ascii: "]"):
        if let start { labels.insert(Definition.folded(text[start..<offset])) }
        start = nil
      default: break
      }
      offset += 1
    }
    return labels
  }
}
