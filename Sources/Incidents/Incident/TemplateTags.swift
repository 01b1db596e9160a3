internal import CommonMark
package import Diagnostics

/// Tags of other generators: they are shown as text instead of being run, and the author is told once per
/// file.
package enum TemplateTags {
  /// What opens a tag, what closes it, and which generator it belongs to.
  private static let kinds: [(open: [UInt8], close: [UInt8], name: String)] = [
    (Array("{{<".utf8), Array(">}}".utf8), "Hugo shortcode"),
    (Array("{{%".utf8), Array("%}}".utf8), "Hugo shortcode"),
    (Array("{%".utf8), Array("%}".utf8), "Liquid tag"),
    (Array("<%".utf8), Array("%>".utf8), "ERB tag"),
    (Array("{{ ".utf8), Array("}}".utf8), "template variable"),
  ]

  /// A finding at the first tag outside code; `nil` when there is none, and for a part of a file.
  package static func finding(in document: DocumentReading) -> Diagnostic? {
    let file = document.file
    // Nearly every file ends here.
    guard !document.isPart, mayHaveTags(file.bytes) else { return nil }
    var found: (range: Range<Int>, name: String)?
    var count = 0
    for line in PlainLines.numbers(of: document) {
      guard let tag = tag(in: file.bytes, file.offsets(ofLine: line)) else { continue }
      count += 1
      found = found ?? tag
    }
    guard let found else { return nil }
    let more = count > 1 ? ", also on \(count - 1) other line\(count == 2 ? "" : "s")" : ""
    return Diagnostic(
      code: "BS018", level: .warning, path: file.path, range: file.range(of: found.range),
      message: "\(found.name) is shown as text\(more)",
      help: "write what it stands for in plain Markdown, or put it in backticks"
    ).quoting(file)
  }

  private static func mayHaveTags(_ bytes: [UInt8]) -> Bool {
    var before: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "{"), before == UInt8(ascii: "{") { return true }
      if byte == UInt8(ascii: "%"), before == UInt8(ascii: "{") || before == UInt8(ascii: "<") {
        return true
      }
      before = byte
    }
    return false
  }

  /// The first tag of a line that is not between backticks.
  private static func tag(in bytes: [UInt8], _ line: Range<Int>) -> (Range<Int>, String)? {
    var index = line.lowerBound
    // The kinds that nothing closes in the rest of the line, which is looked through once for each.
    var unclosed: Set<[UInt8]> = []
    while index < line.upperBound {
      if bytes[index] == UInt8(ascii: "`") {
        let run = bytes[index..<line.upperBound].prefix { $0 == UInt8(ascii: "`") }
        index = PlainLines.end(of: run, in: bytes, line) ?? index + run.count
        continue
      }
      let rest = bytes[index..<line.upperBound]
      for kind in kinds where rest.starts(with: kind.open) {
        guard !unclosed.contains(kind.close), let close = position(of: kind.close, in: rest) else {
          unclosed.insert(kind.close)
          continue
        }
        return (index..<close + kind.close.count, kind.name)
      }
      index += 1
    }
    return nil
  }

  private static func position(of text: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while index + text.count <= bytes.endIndex {
      if bytes[index] == text[0], bytes[index...].starts(with: text) { return index }
      index += 1
    }
    return nil
  }
}
