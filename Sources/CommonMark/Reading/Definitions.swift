internal import Bytes
internal import Diagnostics

/// The definition of a label: where a link with it leads, or what a footnote says.
package struct Definition: Hashable, Sendable {
  /// With a `^` when it is a footnote's; to compare, without regard to case and to the kind of blanks.
  package let label: String
  package let lines: LineRange

  package var isFootnote: Bool { label.hasPrefix("^") }

  /// A label as it is compared with others.
  package static func folded(_ label: ArraySlice<UInt8>) -> String {
    let words = label.split { $0.isCmarkSpace }.joined(separator: [0x20])
    return String(decoding: Array(words), as: UTF8.self).lowercased()
  }
}

/// Finds the definitions of a document: those of footnotes are in the tree; those of links are what
/// cmark took out of it, lines in no block or at the start of a paragraph's.
struct DefinitionReader {
  private enum Cover {
    case none
    case verbatim
    /// The line behind the block's last.
    case text(end: Int)
  }

  private let file: SourceFile
  private var covers: [Cover]
  private(set) var definitions: [Definition] = []

  init(_ tree: borrowing SyntaxTree, in file: SourceFile, from firstLine: Int) {
    self.file = file
    covers = Array(repeating: .none, count: file.lineCount + 2)
    guard (firstLine..<max(firstLine, file.lineCount + 1)).contains(where: isCandidate) else {
      readFootnotes(of: tree)
      return
    }
    cover(tree)
    var line = firstLine
    while line <= file.lineCount { line = read(from: line) }
    readFootnotes(of: tree)
  }

  // MARK: Footnotes

  private mutating func readFootnotes(of tree: borrowing SyntaxTree) {
    for mark in tree.marks {
      guard case .footnote = mark.role else { continue }
      let start = mark.lines.lowerBound
      var end = min(mark.lines.upperBound, file.lineCount + 1)
      while end > start + 1, file.isBlank(line: end - 1) { end -= 1 }
      let text = file.bytes[file.offsets(ofLine: start)]
      guard let open = text.firstIndex(of: 0x5B), let close = text.firstIndex(of: 0x5D) else {
        continue
      }
      definitions.append(
        Definition(label: Definition.folded(text[(open + 1)..<close]), lines: start..<end))
    }
    definitions.sort { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  // MARK: Links

  private mutating func cover(_ tree: borrowing SyntaxTree) {
    var walk = Walk(tree.root)
    while let step = walk.next() {
      guard step.event == .enter else { continue }
      let node = step.node
      let role = tree.mark(of: node)?.role
      switch (node.kind, role) {
      case (.codeBlock, _), (.htmlBlock, _), (.customBlock, .html?), (_, .tableRow?):
        cover(lines(of: node, in: tree), with: .verbatim)
      case (.paragraph, _), (.heading, _), (_, .heading?), (_, .text?):
        let lines = lines(of: node, in: tree)
        cover(lines, with: .text(end: lines.upperBound))
      default: continue
      }
    }
  }

  private func lines(of node: Node, in tree: borrowing SyntaxTree) -> LineRange {
    tree.mark(of: node)?.lines ?? file.lines(of: node)
  }

  private mutating func cover(_ lines: LineRange, with cover: Cover) {
    for line in lines.clamped(to: 1..<file.lineCount + 1) { covers[line] = cover }
  }

  /// - Returns: the next line to look at.
  private mutating func read(from line: Int) -> Int {
    var end = line + 1
    switch covers[line] {
    case .verbatim: return end
    case .text(let last): end = max(end, last)
    case .none:
      guard isCandidate(line) else { return end }
      while end <= file.lineCount, case .none = covers[end], !file.isBlank(line: end) { end += 1 }
    }
    var start = line
    while start < end, isCandidate(start), let next = lineBehind(definitionAt: start, until: end) {
      definitions.append(Definition(label: label(in: start..<next), lines: start..<next))
      start = next
    }
    // What is in no block may go on with a definition of a list or a quote of its own.
    if case .none = covers[line] { return max(start, line + 1) }
    return end
  }

  /// More than the lines of any definition in use; so that text in brackets takes no time by the square.
  private static let mostLines = 8

  /// The most lines that cmark makes nothing of but a definition.
  private func lineBehind(definitionAt start: Int, until end: Int) -> Int? {
    var bytes: [UInt8] = []
    var found: Int?
    for line in start..<min(end, start + Self.mostLines) {
      if found == line, isCandidate(line) { break }
      bytes += file.bytes[file.contentOffsets(ofLine: line)] + [0x0A]
      let tree = SyntaxTree(root: parseTree(bytes[...], blankLines: 0))
      if tree.root.firstChild == nil { found = line + 1 }
    }
    return found
  }

  /// Whether a link's definition may begin in a line.
  private func isCandidate(_ line: Int) -> Bool {
    let text = file.bytes[file.contentOffsets(ofLine: line)].prefix(2)
    return text.first == 0x5B && text.last != 0x5E
  }

  private func label(in lines: LineRange) -> String {
    let start = file.contentOffsets(ofLine: lines.lowerBound).lowerBound + 1
    let text = file.bytes[start..<file.offsets(ofLine: lines.upperBound - 1).upperBound]
    var end = text.startIndex
    while end < text.endIndex, text[end] != 0x5D { end += text[end] == 0x5C ? 2 : 1 }
    return Definition.folded(text[..<min(end, text.endIndex)])
  }
}
