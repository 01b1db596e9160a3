internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Edits of code. MDX only has fenced code, and reads a line as a fence however far it is indented.
extension Rewriting {
  mutating func editIndentedCode() {
    for block in blocks {
      guard case .code = block.kind else { continue }
      if let fence = CodeFence(of: block, in: self) {
        lengthen(fence, of: block)
        // Only HTML drops the first line ending, so Markdown has one more.
        if block.text.utf8.first == .newline, let line = fence.lines.first {
          edits.delete(file.start(ofLine: line)..<file.start(ofLine: line + 1))
        }
      } else {
        makeFence(of: block)
      }
    }
  }

  private mutating func makeFence(of block: Block) {
    guard let code = IndentedBlock(of: block, in: self) else { return }
    if code.lines.contains(where: Self.isRewritten) {
      let text = Self.preformatted(code.lines.joined(separator: "\n"), isFirst: false)
      edits.replace(code.range, with: "\(code.marks)<pre><code>\(text)</code></pre>")
      return
    }
    let fence = String(repeating: "`", count: max(3, block.text.utf8.longestRun(of: .backtick) + 1))
    let shown = code.lines.map { $0.isEmpty ? code.prefix : code.prefix + $0 }
    let output =
      code.marks + fence + "\n" + shown.joined(separator: "\n") + "\n\(code.prefix)\(fence)"
    edits.replace(code.range, with: output)
  }

  /// Whether the compatibility mode would rewrite a line inside a fence.
  private static func isRewritten(_ line: Substring) -> Bool {
    let bytes = Array(line.utf8)
    return FenceTitle.isTitled(bytes, 0..<bytes.count)
      || bytes.first == .hash && bytes.indices.contains { bytes.has("{#", at: $0) }
  }

  /// A far-indented line of fence marks is code in Markdown, but ends the code in MDX.
  private mutating func lengthen(_ fence: CodeFence, of block: Block) {
    let mark = file.bytes[fence.mark]
    let length = file.bytes[fence.mark...].prefix { $0 == mark }.count
    let wanted = block.text.split(separator: "\n").reduce(length) { most, line in
      let text = line.utf8.drop { $0.isSpaceOrTab }
      let marks = text.prefix { $0 == mark }
      let isFence = text.dropFirst(marks.count).allSatisfy { $0.isWhitespace }
      return isFence && marks.count >= most ? marks.count + 1 : most
    }
    guard wanted > length else { return }
    let more = String(repeating: String(Unicode.Scalar(mark)), count: wanted - length)
    edits.insert(more, at: fence.mark)
    let last = file.offsets(ofLine: min(block.lines.upperBound - 1, file.lineCount))
    let closing = file.bytes.trimmed(last)
    if block.lines.count > 1, file.bytes[closing].suffix(length).allSatisfy({ $0 == mark }) {
      edits.insert(more, at: closing.upperBound)
    }
  }
}
