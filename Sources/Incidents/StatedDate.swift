/// Days in running text.
enum StatedDate {
  /// The first day that is written out with its year; `order` decides `01/10/2026` when the numbers do
  /// not, and is asked only then.
  static func first(in text: String, order: () -> DateOrder?) -> CalendarDay? {
    // Most texts name no year.
    guard text.utf8.contains(where: Digits.isDigit) else { return nil }
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      guard isStart(index, of: bytes) else {
        index += 1
        continue
      }
      let reading = DateReading(leading: bytes[index..<min(index + longest, bytes.count)])
      if let reading, reading.year != nil,
        let day = reading.calendarDay(order: reading.isUndecided ? order() : nil)
      {
        return day
      }
      index += 1
    }
    return nil
  }

  /// The longest spelling of a date, in bytes: a weekday, a month and a year with their endings.
  private static let longest = 48

  /// A digit or the first letter of a month or a weekday, where a word begins.
  private static func isStart(_ index: Int, of bytes: [UInt8]) -> Bool {
    let byte = bytes[index]
    if index > 0 {
      let before = bytes[index - 1]
      let isInside =
        Digits.isDigit(before) || ((before | 0x20) >= 0x61 && (before | 0x20) <= 0x7A)
        || before == UInt8(ascii: "/") || before == UInt8(ascii: ".")
      if isInside { return false }
    }
    return Digits.isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A)
  }
}
