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
    let lines = block.lines.clamped(to: 1..<file.lineCount + 1)
    guard let first = lines.first, let last = lines.last else { return }
    let offsets = file.offsets(ofLine: first)
    let text = file.bytes[offsets]
    let written = block.text.utf8.prefix { $0 != .newline }
    let code = written.drop { $0.isSpaceOrTab }
    let marksEnd = text.count >= code.count ? offsets.upperBound - code.count : offsets.lowerBound
    let marks = Self.withoutIndent(
      file.bytes[offsets.lowerBound..<marksEnd], columns: 4 + written.count - code.count)
    let prefix = containerPrefix(marks[...])
    var all = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    while all.last?.utf8.allSatisfy(\.isSpaceOrTab) == true { all.removeLast() }
    if all.contains(where: Self.isRewritten) {
      let code = Self.preformatted(all.joined(separator: "\n"), isFirst: false)
      edits.replace(
        offsets.lowerBound..<file.offsets(ofLine: last).upperBound,
        with: "\(String(decoding: marks, as: UTF8.self))<pre><code>\(code)</code></pre>")
      return
    }
    let fence = String(repeating: "`", count: max(3, block.text.utf8.longestRun(of: .backtick) + 1))
    let shown = all.map { $0.isEmpty ? prefix : prefix + $0 }
    let output =
      String(decoding: marks, as: UTF8.self) + fence + "\n" + shown.joined(separator: "\n")
      + "\n\(prefix)\(fence)"
    edits.replace(offsets.lowerBound..<file.offsets(ofLine: last).upperBound, with: output)
  }

  /// Whether the compatibility mode would rewrite a line inside a fence.
  private static func isRewritten(_ line: Substring) -> Bool {
    let bytes = Array(line.utf8)
    return FenceTitle.isTitled(bytes, 0..<bytes.count)
      || bytes.first == .hash && bytes.indices.contains { bytes.has("{#", at: $0) }
  }

  /// The marks before the code, without the four columns of indentation that make it code and without its
  /// own.
  private static func withoutIndent(_ marks: ArraySlice<UInt8>, columns most: Int) -> [UInt8] {
    var columns = 0
    var output: [UInt8] = []
    for byte in marks {
      if byte == .tab {
        let width = 4 - columns % 4
        output += [UInt8](repeating: .space, count: width)
        columns += width
      } else {
        output.append(byte)
        columns += 1
      }
    }
    var count = 0
    while count < most, output.last == .space {
      output.removeLast()
      count += 1
    }
    return output
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
