internal import Bytes
internal import Vocabulary

/// A time after the name of what happened: "Detected: 2026-01-10 10:05" or "Incident declared 10:05".
struct LabelledTime {
  let label: String
  let reading: ClockReading
  /// Whether a colon or a dash is between them.
  let isParted: Bool

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
      let name = Self.trimmed(front)
      guard !name.isEmpty, name.contains(where: \.isLetter) else { return nil }
      label = String(decoding: name, as: UTF8.self)
      reading = found
      return
    }
    return nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let last = rest.last,
      last.isSpaceOrTab || last == UInt8(ascii: ":") || last == UInt8(ascii: "-")
    {
      rest = rest.dropLast()
    }
    let dash: [UInt8] = [0xE2, 0x80]
    if rest.count > 3, rest.suffix(3).prefix(2).elementsEqual(dash) {
      return trimmed(rest.dropLast(3))
    }
    return rest
  }
}
