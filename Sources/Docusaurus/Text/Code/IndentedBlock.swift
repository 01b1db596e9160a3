internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Code that is code because it is indented: where it stands, and what it takes to write it otherwise.
struct IndentedBlock {
  /// From the start of its first line to the end of its last one.
  let range: Range<Int>
  /// The marks of its containers on the first line, without the indentation.
  let marks: String
  /// What later lines need before their text to stay in the containers.
  let prefix: String
  /// Without blank lines at the end.
  let lines: [Substring]

  /// - Returns: `nil` for a block without lines.
  init?(of block: Block, in page: Rewriting) {
    let file = page.file
    let numbers = block.lines.clamped(to: 1..<file.lineCount + 1)
    guard let first = numbers.first, let last = numbers.last else { return nil }
    let offsets = file.offsets(ofLine: first)
    let text = file.bytes[offsets]
    let written = block.text.utf8.prefix { $0 != .newline }
    let code = written.drop { $0.isSpaceOrTab }
    let marksEnd = text.count >= code.count ? offsets.upperBound - code.count : offsets.lowerBound
    let marks = Self.withoutIndent(
      file.bytes[offsets.lowerBound..<marksEnd], columns: 4 + written.count - code.count)
    var lines = block.text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.utf8.allSatisfy(\.isSpaceOrTab) == true { lines.removeLast() }
    range = offsets.lowerBound..<file.offsets(ofLine: last).upperBound
    self.marks = String(decoding: marks, as: UTF8.self)
    prefix = page.containerPrefix(marks[...])
    self.lines = lines
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
}
