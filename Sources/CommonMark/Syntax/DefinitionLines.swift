internal import Bytes
internal import Diagnostics

/// Lines of a file without container marks, to read definitions from.
struct DefinitionLines {
  private var bytes: [UInt8] = []
  /// Where each line starts in ``bytes``, and the corresponding place in the file.
  private var starts: [(text: Int, file: Int)] = []
  private let lines: LineRange

  /// Only the first line may begin a list item.
  init(_ lines: LineRange, in file: SourceFile) {
    self.lines = lines
    for line in lines {
      let offsets =
        line == lines.lowerBound
        ? file.contentOffsets(ofLine: line) : file.unquotedOffsets(ofLine: line)
      starts.append((bytes.count, offsets.lowerBound))
      // cmark treats a CR within a line as a space.
      bytes += file.bytes[offsets].map { $0 == .carriageReturn ? .space : $0 }
      bytes.append(.newline)
    }
  }

  /// The consecutive definitions at the start.
  func definitions() -> [Definition] {
    var definitions: [Definition] = []
    var next = 0
    while let definition = definition(at: next) {
      definitions.append(definition.read)
      next = definition.end
    }
    return definitions
  }

  private func definition(at start: Int) -> (read: Definition, end: Int)? {
    let open = bytes[start...].firstIndex { !$0.isSpaceOrTab } ?? bytes.count
    let end = bytes.count
    guard open < end, bytes[open] == .leftBracket,
      let label = Definition.label(at: open, in: bytes, until: end), label.upperBound + 1 < end,
      bytes[label.upperBound + 1] == .colon,
      let target = Destination(definitionAt: label.upperBound + 2, in: bytes, until: end)
    else { return nil }
    let last = line(of: target.end)
    let definition = Definition(
      label: Definition.folded(bytes[label]),
      lines: lines.lowerBound + line(of: open)..<lines.lowerBound + last + 1,
      target: Definition.Target(
        range: range(open..<target.end), destination: range(target.range),
        title: target.title.map(range)))
    return (definition, last + 1 < starts.count ? starts[last + 1].text : end)
  }

  private func line(of offset: Int) -> Int { starts.partition { $0.text > offset } - 1 }

  private func range(_ range: Range<Int>) -> Range<Int> {
    fileOffset(range.lowerBound)..<fileOffset(range.upperBound)
  }

  private func fileOffset(_ offset: Int) -> Int {
    let start = starts[line(of: offset)]
    return start.file + offset - start.text
  }
}
