internal import Bytes
internal import Diagnostics

/// A code block, a comment or an element that nothing ends, so that the rest of the file is part of it.
struct UnclosedBlock {
  let line: Int
  /// What it is: "code block".
  private let noun: String
  /// What ends it.
  private let end: String
  /// Whether headings are in it.
  private let hidesHeadings: Bool

  static let code = "PM009"

  /// The unclosed blocks outside lists and quotes, which end with their container; at most one is real.
  static func all(in blocks: [Block], of file: SourceFile) -> [UnclosedBlock] {
    blocks.compactMap { block in
      guard block.depth == 0 else { return nil }
      switch block.kind {
      case .code: return fence(block, of: file)
      case .html, .paragraph: return markup(block, of: file)
      case .heading, .item, .tableHeader, .tableRow, .thematicBreak, .quote: return nil
      }
    }
  }

  func finding(in file: SourceFile) -> Diagnostic {
    Diagnostic(
      code: Self.code, level: hidesHeadings ? .error : .warning, path: file.path,
      range: file.range(ofLine: line), message: "\(noun) opened on line \(line) never ends",
      help: "end it with '\(end)'; until then the rest of the file is part of it"
    ).quoting(file)
  }

  private static func fence(_ block: Block, of file: SourceFile) -> UnclosedBlock? {
    let line = block.lines.lowerBound
    guard let opening = mark(inLine: line, of: file) else { return nil }
    let last = block.lines.upperBound - 1
    if last > line, let closing = mark(inLine: last, of: file), closing.rest.isBlank,
      closing.sign == opening.sign, closing.count >= opening.count
    {
      return nil
    }
    return UnclosedBlock(
      block, "code block",
      end: String(repeating: opening.sign == 0x60 ? "`" : "~", count: opening.count),
      of: file)
  }

  /// The fence at the start of a line, which at most three spaces precede.
  private static func mark(
    inLine line: Int, of file: SourceFile
  ) -> (sign: UInt8, count: Int, rest: ArraySlice<UInt8>)? {
    guard line <= file.lineCount else { return nil }
    let text = file.bytes[file.textOffsets(ofLine: line)]
    let rest = text.drop { $0 == 0x20 }
    guard rest.startIndex - text.startIndex < 4, let sign = rest.first, sign == 0x60 || sign == 0x7E
    else { return nil }
    let run = rest.prefix { $0 == sign }
    return run.count < 3 ? nil : (sign, run.count, rest.dropFirst(run.count))
  }

  private static func markup(_ block: Block, of file: SourceFile) -> UnclosedBlock? {
    let line = block.lines.lowerBound
    guard line <= file.lineCount else { return nil }
    let first = file.bytes[file.textOffsets(ofLine: line)].drop { $0 == 0x20 }
    guard first.first == UInt8(ascii: "<") else { return nil }
    let lowered = first.prefix(10).map(\.lowercased)
    for (start, end, noun) in kinds where lowered.starts(with: start.utf8) {
      let next = lowered.dropFirst(start.utf8.count).first
      if noun != "comment", next.map({ $0.isAlphanumeric }) == true { continue }
      let last = min(block.lines.upperBound - 1, file.lineCount)
      let bytes = file.bytes[first.startIndex..<file.offsets(ofLine: last).upperBound]
      return bytes.dropFirst(start.utf8.count).holds(Array(end.utf8))
        ? nil : UnclosedBlock(block, noun, end: end, of: file)
    }
    return nil
  }

  /// What only its own end ends; other elements end at a blank line.
  private static let kinds: [(start: String, end: String, noun: String)] = [
    ("<!--", "-->", "comment"), ("<pre", "</pre>", "'<pre>'"),
    ("<script", "</script>", "'<script>'"),
    ("<style", "</style>", "'<style>'"), ("<textarea", "</textarea>", "'<textarea>'"),
  ]

  private init(_ block: Block, _ noun: String, end: String, of file: SourceFile) {
    line = block.lines.lowerBound
    self.noun = noun
    self.end = end
    hidesHeadings = block.lines.dropFirst().contains { line in
      line <= file.lineCount && Self.isHeading(file.bytes[file.offsets(ofLine: line)])
    }
  }

  /// Two `#` or more and a word; one of them begins a comment in a script.
  private static func isHeading(_ text: ArraySlice<UInt8>) -> Bool {
    let signs = text.prefix { $0 == UInt8(ascii: "#") }
    let rest = text.dropFirst(signs.count)
    return (2...6).contains(signs.count) && rest.first == 0x20
      && rest.dropFirst().first.map { $0.isAlphanumeric || $0 >= 0x80 } == true
  }
}

extension ArraySlice<UInt8> {
  /// Whether some lower-case bytes occur, whatever the case here.
  fileprivate func holds(_ wanted: [UInt8]) -> Bool {
    var matched = 0
    for byte in self {
      let folded = byte.lowercased
      if folded == wanted[matched] {
        matched += 1
        if matched == wanted.count { return true }
      } else if matched == 2, folded == wanted[1], wanted[0] == wanted[1] {
        // `--->` ends a comment too.
        continue
      } else {
        matched = folded == wanted[0] ? 1 : 0
      }
    }
    return false
  }
}
