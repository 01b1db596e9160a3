/// A zone that stands for one offset only: `UTC`, `GMT`, `Z`, or a number of hours from it.
///
/// Abbreviations that several zones share (IST, CST, BST) are not read: an offset is never guessed.
struct ZoneName {
  /// Minutes east of UTC.
  let offset: Int
  /// How many bytes it takes.
  let length: Int
  /// As written.
  let written: String

  init?(leading bytes: ArraySlice<UInt8>) {
    var rest = bytes
    var isNamed = false
    for name in ["UTC", "GMT"] where rest.starts(with: Array(name.utf8)) {
      rest = rest.dropFirst(3)
      isNamed = true
    }
    if !isNamed, rest.first == UInt8(ascii: "Z") {
      rest = rest.dropFirst()
      guard !Self.continues(rest) else { return nil }
      self.init(offset: 0, length: 1, written: "Z")
      return
    }
    let signed = Self.signedOffset(rest)
    if let signed, isNamed || signed.length >= 5 {
      rest = rest.dropFirst(signed.length)
      guard !Self.continues(rest) else { return nil }
      let length = rest.startIndex - bytes.startIndex
      self.init(
        offset: signed.offset, length: length,
        written: String(decoding: bytes.prefix(length), as: UTF8.self))
      return
    }
    guard isNamed, !Self.continues(rest) else { return nil }
    self.init(offset: 0, length: 3, written: String(decoding: bytes.prefix(3), as: UTF8.self))
  }

  private init(offset: Int, length: Int, written: String) {
    self.offset = offset
    self.length = length
    self.written = written
  }

  /// The first zone in a text such as "All times are in UTC." or "Timeline (UTC+2)".
  static func first(in text: String) -> ZoneName? {
    let bytes = Array(text.utf8)
    for index in bytes.indices {
      let isWordStart = index == 0 || !continues(bytes[(index - 1)...])
      guard isWordStart, bytes[index] == UInt8(ascii: "U") || bytes[index] == UInt8(ascii: "G")
      else {
        continue
      }
      if let zone = ZoneName(leading: bytes[index...]) { return zone }
    }
    return nil
  }

  private static func continues(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let byte = bytes.first else { return false }
    return ((byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z"))
      || Digits.isDigit(byte)
  }

  /// `+2`, `-07`, `+0530` or `+05:30`.
  private static func signedOffset(_ bytes: ArraySlice<UInt8>) -> (offset: Int, length: Int)? {
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return nil
    }
    let digits = bytes.dropFirst().prefix(4).prefix(while: Digits.isDigit)
    let hours: Int?
    var minutes: Int? = 0
    var length = 1 + digits.count
    switch digits.count {
    case 1, 2:
      hours = Digits.value(digits)
      let rest = bytes.dropFirst(length)
      if rest.first == UInt8(ascii: ":"), let value = Digits.value(rest.dropFirst().prefix(2)),
        rest.count >= 3
      {
        minutes = value
        length += 3
      }
    case 4:
      hours = Digits.value(digits.prefix(2))
      minutes = Digits.value(digits.suffix(2))
    default: return nil
    }
    guard let hours, let minutes, hours <= 14, minutes < 60 else { return nil }
    return ((hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1), length)
  }
}
