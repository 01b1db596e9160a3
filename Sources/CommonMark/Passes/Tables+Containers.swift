internal import Bytes
internal import Diagnostics

/// Which lines of a paragraph are in the quotes and lists around it; the others only continue its text.
extension Tables {
  /// Whether a delimiter row is inside the paragraph's containers, and is not a lazy continuation.
  func belongs(_ line: Int, _ text: ArraySlice<UInt8>, to node: Node) -> Bool {
    let whole = file.bytes[file.offsets(ofLine: line)]
    let blanks = text.prefix(while: \.isCmarkSpace)
    if blanks.contains(0x09) { return true }
    var quotes = 0
    var item: Node?
    var ancestor = node.parent
    while let node = ancestor {
      if node.kind == .blockQuote { quotes += 1 }
      if node.kind == .item { item = item ?? node }
      ancestor = node.parent
    }
    let prefix = whole.prefix(upTo: text.startIndex + blanks.count)
    guard prefix.count(where: { $0 == 0x3E }) >= quotes else { return false }
    guard let item else { return blanks.count < (quotes > 0 ? 5 : 4) }
    return prefix.count > item.startColumn
  }

  /// The quotes and list items around a paragraph, the outermost first.
  static func containers(around node: Node) -> [Node] {
    var containers: [Node] = []
    var ancestor = node.parent
    while let next = ancestor {
      if next.kind == .blockQuote || next.kind == .item { containers.append(next) }
      ancestor = next.parent
    }
    return containers.reversed()
  }

  /// The outermost container of a paragraph that one of its lines is not in.
  func container(ending line: Int, among containers: [Node]) -> Node? {
    let bytes = file.bytes[file.offsets(ofLine: line)]
    var rest = bytes
    for container in containers {
      let text = rest.drop(while: \.isCmarkSpace)
      if container.kind == .blockQuote {
        guard text.first == 0x3E else { return container }
        rest = text.dropFirst()
      } else if !rest[..<text.startIndex].contains(0x09),
        text.startIndex - bytes.startIndex
          < (container.firstChild?.startColumn ?? container.startColumn + 2) - 1
      {
        return container
      }
    }
    return nil
  }
}
