internal import Bytes
internal import Diagnostics

/// Finds the definitions of links. cmark removes them from its tree, so they are on lines that belong to no
/// block, or at the start of a block's text.
struct DefinitionReader {
  private(set) var definitions: [Definition] = []
  private let file: SourceFile
  private let input: CmarkInput?
  private struct Leaf {
    let lines: LineRange
    let isText: Bool
  }
  /// In the order of the file.
  private var leaves: [Leaf] = []

  /// - Parameters:
  ///   - candidates: The lines at which a definition may begin, in order.
  ///   - nodes: The blocks of text, code and HTML, before the passes.
  ///   - input: The lines that cmark received in place of others.
  ///   - file: The file as it was written.
  init(among candidates: [Int], _ nodes: [Node], _ input: CmarkInput?, in file: SourceFile) {
    self.file = file
    self.input = input
    guard !candidates.isEmpty else { return }
    for node in nodes where node.kind != .htmlBlock || input?.fences[node.startLine] == nil {
      let isText = node.kind == .paragraph || node.kind == .heading
      leaves.append(Leaf(lines: (input?.file ?? file).lines(of: node), isText: isText))
    }
    leaves.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    var next = 0
    for line in candidates where line >= next && input?.footnotes[line] == nil {
      if let leaf = leaf(at: line) {
        if leaf.isText, leaf.lines.lowerBound == line { read(leaf.lines) }
      } else {
        next = end(from: line)
        read(line..<next)
      }
    }
  }

  private mutating func read(_ lines: LineRange) {
    definitions += DefinitionLines(lines, in: file).definitions()
  }

  private func leaf(at line: Int) -> Leaf? {
    let index = leaves.partition { $0.lines.lowerBound > line }
    guard index > 0, leaves[index - 1].lines.contains(line) else { return nil }
    return leaves[index - 1]
  }

  /// The end of the lines in one container that cmark removed.
  private func end(from line: Int) -> Int {
    var end = line + 1
    while end <= file.lineCount, !file.isBlank(line: end), input?.fences[end] == nil,
      leaf(at: end) == nil,
      file.contentOffsets(ofLine: end) == file.unquotedOffsets(ofLine: end)
    {
      end += 1
    }
    return end
  }
}
