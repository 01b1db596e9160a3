internal import Bytes
internal import CommonMark
package import Diagnostics

/// What looks like a link or a footnote but is shown as typed, because a part of it is missing or wrong.
package enum LiteralLinks {
  /// A finding at each; none for a part of a file, whose definitions may be outside it.
  package static func findings(in document: DocumentReading) -> [Diagnostic] {
    let file = document.file
    guard !document.isPart, file.bytes.contains(UInt8(ascii: "[")) else { return [] }
    let labels = Set(document.definitions.map(\.label))
    var findings: [Diagnostic] = []
    for line in PlainLines.numbers(of: document) {
      let offsets = file.offsets(ofLine: line)
      var index = offsets.lowerBound
      while let open = PlainLines.next(
        UInt8(ascii: "["), in: file.bytes, index..<offsets.upperBound)
      {
        index = open + 1
        guard let label = Definition.label(at: open, in: file.bytes, until: offsets.upperBound)
        else {
          continue
        }
        let found =
          footnote(label, labels, file, offsets) ?? reference(label, labels, file, offsets)
          ?? spaced(label, file, offsets)
        guard let found else { continue }
        // Most of more than that are only counted; what is told of them is quoted then.
        findings.append(findings.count < [Diagnostic].mostAlike ? found.quoting(file) : found)
        index = label.upperBound + 1
      }
    }
    return findings
  }

  /// `[^1]` without a definition. `[^a-z]` is a set of characters.
  private static func footnote(
    _ label: Range<Int>, _ labels: Set<String>, _ file: SourceFile, _ line: Range<Int>
  ) -> Diagnostic? {
    let text = file.bytes[label]
    guard text.first == UInt8(ascii: "^"), text.count > 1, isAlone(label, file, line),
      text.dropFirst().allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "_") }),
      !labels.contains(Definition.folded(text))
    else { return nil }
    let name = "[\(String(decoding: text, as: UTF8.self))]"
    return Diagnostic(
      code: "BS062", level: .warning, path: file.path,
      range: file.range(of: label.lowerBound - 1..<label.upperBound + 1),
      message: "footnote '\(name)' has no definition, so it is shown as typed",
      help: "add a line '\(name): the text', or remove it")
  }

  /// `[text][label]` where the label is not defined. `[0][1]` and `rows[a][b]` are no links.
  private static func reference(
    _ text: Range<Int>, _ labels: Set<String>, _ file: SourceFile, _ line: Range<Int>
  ) -> Diagnostic? {
    let bytes = file.bytes
    let next = text.upperBound + 1
    guard isAlone(text, file, line), bytes[text].contains(where: { $0.isLetter || $0 >= 0x80 }),
      next < line.upperBound, bytes[next] == UInt8(ascii: "["),
      let label = Definition.label(at: next, in: bytes, until: line.upperBound),
      bytes[label].first != UInt8(ascii: "^"), !labels.contains(Definition.folded(bytes[label])),
      !labels.contains(Definition.folded(bytes[text]))
    else { return nil }
    let words = String(decoding: bytes[text], as: UTF8.self)
    let name = String(decoding: bytes[label], as: UTF8.self)
    return Diagnostic(
      code: "BS062", level: .warning, path: file.path,
      range: file.range(of: text.lowerBound - 1..<label.upperBound + 1),
      message: "label '\(name)' has no definition, so the link is shown as typed",
      help: "add a line '[\(name)]: ADDRESS', or write '[\(words)](ADDRESS)'")
  }

  /// `[text](my file.md)`: a destination with a space needs `<` and `>`.
  private static func spaced(_ text: Range<Int>, _ file: SourceFile, _ line: Range<Int>)
    -> Diagnostic?
  {
    let bytes = file.bytes
    let open = text.upperBound + 1
    guard open < line.upperBound, bytes[open] == UInt8(ascii: "("),
      let close = bytes[open..<line.upperBound].firstIndex(where: { ")[".utf8.contains($0) }),
      bytes[close] == UInt8(ascii: ")")
    else { return nil }
    let inside = bytes[(open + 1)..<close].drop { $0.isSpaceOrTab }
    guard let space = inside.firstIndex(where: \.isSpaceOrTab), inside.first != UInt8(ascii: "<"),
      let next = inside[space...].first(where: { !$0.isSpaceOrTab }),
      !"\"'(".utf8.contains(next), hasExtension(inside)
    else { return nil }
    let destination = String(decoding: inside, as: UTF8.self)
    return Diagnostic(
      code: "BS063", level: .warning, path: file.path,
      range: file.range(of: inside.startIndex..<close),
      message: "'\(destination)' has a space, so the link is shown as typed",
      help: "write '<\(destination)>', or '%20' for each space")
  }

  /// Whether a destination ends like the name of a file, unlike "(see below)".
  private static func hasExtension(_ text: ArraySlice<UInt8>) -> Bool {
    let name = text.prefix { $0 != UInt8(ascii: "#") }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let end = name[(dot + 1)...]
    return (1...5).contains(end.count) && end.allSatisfy(\.isAlphanumeric)
  }

  /// Whether a bracket neither continues a word or another bracket nor begins a definition.
  private static func isAlone(_ label: Range<Int>, _ file: SourceFile, _ line: Range<Int>) -> Bool {
    let start = label.lowerBound - 1
    if label.upperBound + 1 < line.upperBound, file.bytes[label.upperBound + 1] == UInt8(ascii: ":")
    {
      return false
    }
    guard start > line.lowerBound else { return true }
    let before = file.bytes[start - 1]
    return
      !(before == UInt8(ascii: "]") || before == UInt8(ascii: "\\")
      || before == UInt8(ascii: "_") || before == UInt8(ascii: "$")
      || (before.isAlphanumeric && file.bytes[label.lowerBound] != UInt8(ascii: "^")))
  }
}
