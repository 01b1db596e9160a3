internal import Bytes
internal import Vocabulary

/// A time after the name of what happened: "Detected: 2026-01-10 10:05" or "Incident declared 10:05".
struct LabelledTime {
  let label: String
  let reading: ClockReading
  /// Whether a colon or a dash is between them.
  let isParted: Bool
  /// How many days after the record it is: 1 for "Review: tomorrow 2pm".
  let daysLater: Int
  /// Whether the time is in brackets at the end: "Recovery (16:40-17:00)".
  private(set) var isBracketed = false

  /// - Returns: `nil` unless the text ends with a time in brackets.
  init?(bracketedIn text: String) {
    guard text.utf8.count <= 120, text.hasSuffix(")"), let open = text.lastIndex(of: "(") else {
      return nil
    }
    let inner = text[text.index(after: open)...].dropLast()
    guard let found = ClockReading(leading: String(inner)), found.hasClock, found.rest.isEmpty,
      found.second != nil
    else { return nil }
    let name = Self.trimmed(Array(text[..<open].utf8)[...])
    guard !name.isEmpty else { return nil }
    label = String(decoding: name, as: UTF8.self)
    (reading, isParted, daysLater, isBracketed) = (found, false, 0, true)
  }

  /// - Returns: `nil` unless the text is only a short label and a time.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 120, let last = bytes.last, bytes.contains(where: \.isDigit),
      last != UInt8(ascii: "%")
    else { return nil }
    var words = 0
    for index in bytes.indices.dropFirst() where bytes[index - 1].isSpaceOrTab {
      guard !bytes[index].isSpaceOrTab else { continue }
      words += 1
      if words > 6 { return nil }
      guard
        bytes[index].isAlphanumeric || bytes[index] == UInt8(ascii: "~")
      else { continue }
      let rest = String(decoding: bytes[index...], as: UTF8.self)
      guard let found = ClockReading(leading: rest), found.rest.isEmpty, found.second != nil else {
        continue
      }
      let front = bytes[..<index]
      let isParted = front.last { !$0.isSpaceOrTab }.map {
        $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") || $0 == 0x94 || $0 == 0x93
      }
      self.isParted = isParted ?? false
      let (name, daysLater) = Self.withoutTomorrow(Self.trimmed(front))
      guard !name.isEmpty, name.contains(where: \.isLetter) else { return nil }
      label = String(decoding: name, as: UTF8.self)
      reading = found
      self.daysLater = found.date == nil ? daysLater : 0
      return
    }
    return nil
  }

  private static func withoutTomorrow(_ name: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int) {
    for word in ["tomorrow", "next day"] {
      let tail = name.suffix(word.utf8.count)
      guard tail.map(\.lowercased).elementsEqual(word.utf8) else { continue }
      let rest = name.dropLast(word.utf8.count)
      guard let before = rest.last, !before.isAlphanumeric else { continue }
      return (trimmed(rest), 1)
    }
    return (name, 0)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = bytes.withoutEnd { $0.isSpaceOrTab || ":-,".utf8.contains($0) }
    let dash: [UInt8] = [0xE2, 0x80]
    if rest.count > 3, rest.suffix(3).prefix(2).elementsEqual(dash) {
      return trimmed(rest.dropLast(3))
    }
    return rest
  }
}
