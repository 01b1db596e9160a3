internal import Bytes
internal import Diagnostics

/// The pieces of a template between and inside its tags.
extension TemplateParser {
  mutating func writeText(upTo end: Int) {
    guard textStart < end else { return }
    template.instructions.append(.literal(addLiteral(textStart..<end)))
  }

  mutating func addLiteral(_ offsets: Range<Int>) -> Range<Int32> {
    let start = Int32(template.literals.count)
    template.literals.append(contentsOf: file.bytes[offsets])
    return start..<Int32(template.literals.count)
  }

  /// The names of a tag; `nil` when they cannot be names, which is reported.
  mutating func path(of tag: Tag) -> Instruction.Path? {
    let start = Int32(template.names.count)
    if tag.content.count == 1, file.bytes[tag.content.lowerBound] == UInt8(ascii: ".") {
      return start..<start
    }
    let parts = file.bytes[tag.content].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    for part in parts {
      guard let name = FieldName(part), !part.contains(where: \.isWhitespace) else {
        reportName(tag)
        return nil
      }
      check(String(decoding: part, as: UTF8.self), in: tag)
      template.names.append(name)
    }
    return start..<Int32(template.names.count)
  }

  /// The line of a tag that is alone on it, with its line ending; else `nil`.
  func standaloneLine(around tag: Range<Int>) -> Range<Int>? {
    var start = tag.lowerBound
    while start > 0, file.bytes[start - 1].isSpaceOrTab { start -= 1 }
    guard start == 0 || file.bytes[start - 1] == 0x0A else { return nil }
    var end = tag.upperBound
    while end < file.bytes.count, file.bytes[end].isSpaceOrTab || file.bytes[end] == 0x0D {
      end += 1
    }
    guard end < file.bytes.count else { return start..<end }
    return file.bytes[end] == 0x0A ? start..<end + 1 : nil
  }

  func find(_ sought: [UInt8], from start: Int) -> Int? {
    let end = file.bytes.count
    return file.bytes.offset(of: sought, in: min(start, end)..<end)
  }

  func trimmed(_ offsets: Range<Int>) -> Range<Int> {
    var offsets = offsets
    while let first = offsets.first, file.bytes[first].isWhitespace {
      offsets = offsets.dropFirst()
    }
    while let last = offsets.last, file.bytes[last].isWhitespace { offsets = offsets.dropLast() }
    return offsets
  }

  func text(_ offsets: Range<Int>) -> String {
    String(decoding: file.bytes[offsets], as: UTF8.self)
  }

  /// A name that no record has would write nothing, and nobody would see it.
  private mutating func check(_ name: String, in tag: Tag) {
    guard !fields.isEmpty, !fields.contains(name) else { return }
    let help = nearestName(to: name, among: fields.sorted()).map { "did you mean '\($0)'?" }
    report(
      tag.offsets, "no page has a field '\(name)'",
      help: help ?? "use one of those in build-site's own templates")
  }

  mutating func reportName(_ tag: Tag) {
    report(
      tag.offsets, "'\(text(tag.content))' is not a name",
      help: "write a name of 1 to \(FieldName.longest) bytes without spaces")
  }

  mutating func report(_ offsets: Range<Int>, _ message: String, help: String) {
    diagnostics.append(.template(file, offsets, message, help: help))
  }
}
