internal import Bytes
internal import CommonMark

/// Messages as they are copied out of a chat: a name, a time and the text on lines of their own.
///
/// The name and the time may also share a line: "Ana Quist  9:01 AM".
enum PastedChat {
  /// The messages of some paragraphs, each with its name before the text; none when there are fewer than
  /// two.
  static func messages(in blocks: ArraySlice<Block>) -> [TimelineDraft] {
    let lines = lines(of: blocks)
    var messages: [TimelineDraft] = []
    var isNamed = false
    var index = 0
    while index < lines.count {
      if let (name, reading, length) = head(lines[index...]) {
        var draft = TimelineDraft(reading, line: lines[index].line, depth: 0)
        draft.text = "\(name):"
        messages.append(draft)
        isNamed = true
        index += length
        continue
      }
      if let last = messages.indices.last {
        let text = String(decoding: lines[index].text, as: UTF8.self)
        // The first line follows the name.
        if isNamed { messages[last].text += " \(text)" } else { messages[last].append(text) }
        isNamed = false
      }
      index += 1
    }
    return messages.count < 2 ? [] : messages
  }

  private typealias Line = (text: ArraySlice<UInt8>, line: Int)

  private static func lines(of blocks: ArraySlice<Block>) -> [Line] {
    blocks.filter { $0.kind == .paragraph }.flatMap { block in
      Array(block.text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        .filter { !$0.element.isEmpty }
        .map { (text: $0.element, line: block.lines.lowerBound + $0.offset) }
    }
  }

  /// The name and the time at the start of a message, and how many lines they take.
  private static func head(
    _ lines: ArraySlice<Line>
  ) -> (name: String, reading: ClockReading, length: Int)? {
    guard let first = lines.first, first.text.count <= 64 else { return nil }
    if let next = lines.dropFirst().first, next.text.count <= 16, isName(first.text),
      let reading = time(next.text)
    {
      return (String(decoding: first.text, as: UTF8.self), reading, 2)
    }
    // The time is the last word or the last two.
    var text = first.text
    if text.last == UInt8(ascii: "]") { text = text.dropLast() }
    guard let place = text.firstIndex(where: \.isDigit) else { return nil }
    let name = text[..<place].withoutEnd { $0 == 0x20 || $0 == UInt8(ascii: "[") }
    guard place - name.endIndex > 0, isName(name), let reading = time(text[place...]) else {
      return nil
    }
    return (String(decoding: name, as: UTF8.self), reading, 1)
  }

  /// A time of day and nothing else.
  private static func time(_ text: ArraySlice<UInt8>) -> ClockReading? {
    guard let reading = ClockReading(leading: text), reading.second != nil, reading.date == nil,
      reading.end == nil, reading.rest.isEmpty, reading.separator == .end
    else { return nil }
    return reading
  }

  /// One to four words without punctuation; the first letter of several words is a capital.
  private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 40, let first = text.first,
      first.isLetter || first >= 0x80 || first == 0x40,
      text.allSatisfy({ $0.isLetter || $0 >= 0x80 || " -_.'@()".utf8.contains($0) })
    else { return false }
    let words = text.split(separator: 0x20)
    return words.count <= 4 && (words.count == 1 || !first.isLowercase)
  }
}
