internal import Bytes

extension ClockTime {
  /// The numbers of a time, before their meaning is known.
  struct Numbers {
    var hour = 0
    var minute = 0
    var second = 0
    var form = Form.sure
    var isUnknown = false
    /// `10`, which is a time only with "am" after it.
    var isBareHour = false

    init?(_ cursor: inout TextCursor) {
      let digits = cursor.digitCount
      if digits == 4, let value = cursor.number(digits: 4...4) {
        (hour, minute, form) = (value / 100, value % 100, .digits)
        guard hour < 25, minute < 60 else { return nil }
        return
      }
      guard let value = cursor.number(digits: 1...2) else { return nil }
      hour = value
      switch cursor.next {
      case UInt8(ascii: ":"): readColon(&cursor)
      case 0xEF where cursor.peek(1) == 0xBC && cursor.peek(2) == 0x9A: readWideColon(&cursor)
      case UInt8(ascii: "."): readDot(&cursor)
      case UInt8(ascii: "h"), UInt8(ascii: "H"): readLetter(&cursor)
      default: readWord(&cursor)
      }
    }

    private mutating func readColon(_ cursor: inout TextCursor) {
      var ahead = cursor
      ahead.skip(1)
      if ahead.take("??") || ahead.take("xx") || ahead.take("XX") {
        isUnknown = true
        cursor = ahead
        return
      }
      guard let value = ahead.number(digits: 2...2) else {
        isBareHour = true
        return
      }
      minute = value
      cursor = ahead
      guard ahead.take(":"), let seconds = ahead.number(digits: 2...2) else { return }
      second = seconds
      cursor = ahead
      if ahead.take(".") || ahead.take(","), ahead.number(digits: 1...9) != nil { cursor = ahead }
    }

    /// `08：53`
    private mutating func readWideColon(_ cursor: inout TextCursor) {
      var ahead = cursor
      ahead.skip(3)
      guard let value = ahead.number(digits: 2...2) else {
        isBareHour = true
        return
      }
      minute = value
      cursor = ahead
    }

    private mutating func readDot(_ cursor: inout TextCursor) {
      var ahead = cursor
      ahead.skip(1)
      guard let value = ahead.number(digits: 2...2), value < 60, hour < 24,
        ahead.next != UInt8(ascii: ".") || !(ahead.peek(1) ?? 0).isDigit
      else {
        isBareHour = true
        return
      }
      (minute, form) = (value, .dotted)
      cursor = ahead
    }

    /// `9h47`, `9h`, `9h47min`.
    private mutating func readLetter(_ cursor: inout TextCursor) {
      var ahead = cursor
      ahead.skip(1)
      if let value = ahead.number(digits: 2...2) {
        minute = value
        if !ahead.take(word: "min") { _ = ahead.take(word: "m") }
      } else if let next = ahead.next, next.isAlphanumeric {
        isBareHour = true
        return
      } else {
        form = .dotted
      }
      cursor = ahead
    }

    /// `9 h 28`, `9 h`.
    private mutating func readSpacedLetter(_ cursor: inout TextCursor) -> Bool {
      var ahead = cursor
      ahead.skipBlanks()
      guard ahead.length > cursor.length, let letter = ahead.next, letter | 0x20 == 0x68,
        ahead.peek(1)?.isAlphanumeric != true || ahead.peek(1)?.isDigit == true
      else { return false }
      ahead.skip(1)
      var behind = ahead
      behind.skipBlanks()
      if let value = behind.number(digits: 2...2), behind.next?.isAlphanumeric != true {
        minute = value
        cursor = behind
      } else {
        form = .dotted
        cursor = ahead
      }
      return true
    }

    /// `15시 20분`.
    private mutating func readKorean(_ cursor: inout TextCursor) -> Bool {
      var ahead = cursor
      guard ahead.take("시") else { return false }
      var behind = ahead
      behind.skipBlanks()
      if let value = behind.number(digits: 1...2), behind.take("분") {
        minute = value
        ahead = behind
      }
      cursor = ahead
      return true
    }

    /// `14 Uhr`, `10時05分`, `10点05分`.
    private mutating func readWord(_ cursor: inout TextCursor) {
      if readKorean(&cursor) || readSpacedLetter(&cursor) { return }
      var ahead = cursor
      if ahead.take("時") || ahead.take("点") || ahead.take("时") {
        if let value = ahead.number(digits: 1...2) {
          minute = value
          _ = ahead.take("分")
        }
        cursor = ahead
        return
      }
      ahead.skipBlanks()
      guard ahead.take(word: "uhr") else {
        isBareHour = true
        return
      }
      cursor = ahead
    }
  }
}
