internal import Bytes

/// A line that opens or closes an admonition.
enum Fence: Equatable {
  case open(Opening)
  /// Closes what was opened on line `of`.
  case close(of: Int)

  struct Opening: Equatable {
    var type: String
    var title: String
    var colons: Int
  }

  /// How deeply admonitions may be nested; anything deeper stays text.
  static let deepest = 20
}

/// One `:::` line as it is written: an opening, possibly with an unknown type, or a closing line.
package struct FenceLine {
  /// The types that Docusaurus knows, including its old names.
  package static let types: Set<String> = [
    "note", "tip", "info", "warning", "danger", "secondary", "important", "success", "caution",
  ]

  package private(set) var colons = 0
  /// Empty for a closing line.
  package private(set) var type = ""
  package private(set) var title = ""

  /// - Returns: `nil` for text that only begins with colons, as `::: note` does, and `:::note{title="T" <b>}`.
  package init?(_ line: ArraySlice<UInt8>) {
    var rest = line.drop { $0.isCmarkSpace || $0 == 0x3E }
    colons = rest.prefix { $0 == 0x3A }.count
    rest = rest.dropFirst(colons)
    while let last = rest.last, last.isCmarkSpace { rest = rest.dropLast() }
    guard !rest.isEmpty else { return }
    let name = rest.prefix { $0.isAlphanumeric || $0 == 0x2D || $0 == 0x5F }
    guard let first = name.first, first.isLetter else { return nil }
    type = String(decoding: name, as: UTF8.self)
    rest = rest.dropFirst(name.count)
    if rest.first == 0x5B {
      guard let close = rest.lastIndex(of: 0x5D) else { return nil }
      title = String(decoding: rest[(rest.startIndex + 1)..<close], as: UTF8.self)
      rest = rest[(close + 1)...]
    } else if let first = rest.first, first.isCmarkSpace {
      title = String(decoding: Array(rest).trimmed, as: UTF8.self)
      return
    }
    if rest.isEmpty { return }
    guard let attributes = DirectiveAttributes(rest) else { return nil }
    if title.isEmpty { title = attributes.title }
  }
}

extension Fence {
  /// Pairs the `:::` lines of a body in the same way as remark-directive: a closing line closes the
  /// outermost admonition that has no more colons than the line, and everything in it.
  ///
  /// - Parameters:
  ///   - lines: The lines that begin with three colons.
  ///   - lastLines: For openings whose list or quote ends early, the last line of that container, by the
  ///     line of the opening.
  ///   - bytes: Gives the bytes of a line.
  /// - Returns: The lines that count as fences, and the openings with an unknown type.
  static func pairs(
    of lines: [Int], lastLines: [Int: Int] = [:], in bytes: (Int) -> ArraySlice<UInt8>
  ) -> (fences: [Int: Fence], unknown: [(line: Int, type: String)]) {
    var fences: [Int: Fence] = [:]
    var unknown: [(line: Int, type: String)] = []
    var open: [(line: Int, colons: Int)] = []
    for line in lines {
      guard let fence = FenceLine(bytes(line)) else { continue }
      open.removeAll { line > lastLines[$0.line] ?? line }
      if fence.type.isEmpty {
        guard let index = open.firstIndex(where: { $0.colons <= fence.colons }) else { continue }
        let opening = open[index].line
        open.removeSubrange(index...)
        if fences[opening] != nil { fences[line] = .close(of: opening) }
      } else if open.count < deepest {
        open.append((line, fence.colons))
        if FenceLine.types.contains(fence.type) {
          fences[line] = .open(
            Opening(type: fence.type, title: fence.title, colons: fence.colons))
        } else {
          unknown.append((line, fence.type))
        }
      }
    }
    return (fences, unknown)
  }
}
