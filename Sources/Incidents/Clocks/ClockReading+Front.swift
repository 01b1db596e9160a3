internal import Bytes
internal import Vocabulary

extension ClockReading {
  /// Skips spaces, bullets and emoji.
  static func skipDecoration(_ cursor: inout TextCursor) -> Bool {
    while let byte = cursor.next {
      switch byte {
      case 0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "`"): cursor.skip(1)
      case UInt8(ascii: "{") where cursor.peek(1) == UInt8(ascii: "{"): cursor.skip(2)
      case 0xC2 where cursor.peek(1) == 0xA0: cursor.skip(2)
      // ≈ and −, which belong to the number after them.
      case 0xE2 where cursor.peek(1) == 0x89 || cursor.peek(1) == 0x88: return true
      case 0xE2: cursor.skip(3)
      case 0xEF where cursor.peek(1) == 0xB8: cursor.skip(3)
      case 0xF0...: cursor.skip(4)
      case UInt8(ascii: ":"):
        guard let length = shortcodeLength(cursor) else { return true }
        cursor.skip(length)
      default: return true
      }
    }
    return false
  }

  /// 翌日, 当日, 다음 날: the day of a time in words, which the order of the record tells.
  static func skipCharacters(_ cursor: inout TextCursor) -> Bool {
    guard let byte = cursor.next, byte >= 0xE5 else { return false }
    var ahead = cursor
    guard
      ahead.take("翌日") || ahead.take("同日") || ahead.take("当日") || ahead.take("次日")
        || ahead.take("当天") || ahead.take("다음 날") || ahead.take("다음날") || ahead.take("당일")
    else { return false }
    ahead.skipBlanks()
    guard TimePoint(leading: ahead.rest)?.clock != nil else { return false }
    cursor = ahead
    return true
  }

  /// The length of `:fire:`.
  static func shortcodeLength(_ cursor: TextCursor) -> Int? {
    var length = 1
    while let byte = cursor.peek(length), length < 32 {
      if byte == UInt8(ascii: ":") { return length > 2 ? length + 1 : nil }
      guard byte.isLetter || byte == UInt8(ascii: "_") else { return nil }
      length += 1
    }
    return nil
  }

  /// The bracket that closes the one here; 0 when there is none here, and `nil` at the end of the text.
  static func openBracket(_ cursor: inout TextCursor) -> UInt8? {
    let close: UInt8
    switch cursor.next {
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    case UInt8(ascii: "<"): close = UInt8(ascii: ">")
    case nil: return nil
    default: return 0
    }
    cursor.skip(1)
    cursor.skipBlanks()
    return close
  }

  static let introductions: Set<String> = [
    "at", "on", "by", "from", "between", "before", "after", "since", "until", "um", "am", "às", "à",
    "ab", "seit", "nach", "vor", "zwischen", "kurz", "dès", "depuis", "avant", "après", "entre",
    "desde", "antes", "después", "depois", "el", "le", "em", "alle", "dalle", "dopo", "prima",
    "tra",
    "il", "vanaf", "rond", "om", "op", "voor", "tussen", "od", "po", "przed", "o", "w", "między",
    "shortly", "just", "right",
  ]
  /// Words before a time that is not exact.
  private static let vague: Set<String> = [
    "vers", "hacia", "sobre", "alrededor", "cerca", "verso", "circa", "rond", "około", "ongeveer",
    "autour", "aproximadamente", "early", "late", "morning", "afternoon", "evening", "night",
    "gegen",
    "pela", "por", "kurz", "shortly",
  ]
  /// Words that only connect the others: "à partir de 13:17", "antes de las 18:40", "por volta das 9h".
  private static let connectors: Set<String> = [
    "de", "las", "la", "les", "das", "partir", "volta", "delle", "le", "ore", "godz", "godzinie",
    "dem", "after", "before", "nach", "vor", "on", "of", "the", "del", "do", "a", "na", "dzień",
    "en",
  ]

  /// "Vers 13:30", "à partir de 13:17", "early morning July 12th": up to four words before a time.
  ///
  /// - Returns: Whether the time is not exact; `nil` when there are no such words or no time behind them.
  static func skipWords(_ cursor: inout TextCursor) -> Bool? {
    var ahead = cursor
    var isVague = false
    for count in 0..<4 {
      let word = ahead.word
      guard !word.isEmpty else { break }
      let isKnown =
        introductions.contains(word) || vague.contains(word)
        || count > 0 && connectors.contains(word)
      guard isKnown else { return nil }
      isVague = isVague || vague.contains(word)
      ahead.skip(word.utf8.count)
      _ = ahead.take(".")
      let before = ahead.length
      ahead.skipBlanks()
      guard ahead.length > before else { return nil }
      guard let point = TimePoint(leading: ahead.rest) else { continue }
      guard point.isSure else { return nil }
      cursor = ahead
      return isVague
    }
    return nil
  }

  /// "At", "Between", "Day 2,": words before a time. Also the weekday in "Mon 10:05".
  static func skipIntroduction(_ cursor: inout TextCursor) -> Bool {
    guard let byte = cursor.next, byte.isLetter || byte == 0xC3 else { return false }
    var ahead = cursor
    let word = ahead.word
    ahead.skip(word.utf8.count)
    if introductions.contains(word) {
      ahead.skipBlanks()
    } else if word == "day" {
      ahead.skipBlanks()
      guard ahead.number(digits: 1...2) != nil else { return false }
      _ = ahead.take(",") || ahead.take(":")
      ahead.skipBlanks()
      if ahead.takeDash() { ahead.skipBlanks() }
    } else if word == "time" || word == "when" {
      guard ahead.take(":") else { return false }
      ahead.skipBlanks()
    } else if WeekdayNames.all.contains(word), DateReading(leading: cursor.rest) == nil {
      _ = ahead.take(".")
      _ = ahead.take(",")
      ahead.skipBlanks()
      if ahead.take(word: "at") { ahead.skipBlanks() }
    } else {
      return false
    }
    guard TimePoint(leading: ahead.rest) != nil else { return false }
    cursor = ahead
    return true
  }

  /// "Unknown date", `T+15m`, `T1`, `+00:15`: a time that no clock shows.
  static func skipUnknown(_ cursor: inout TextCursor, in place: Place) -> Bool {
    var ahead = cursor
    if takeStep(&ahead) {
      cursor = ahead
      return true
    }
    if ahead.take("T+") || ahead.take("T-") || ahead.take("t+") || ahead.take("T0")
      || ahead.take("T±") || (ahead.next == UInt8(ascii: "+") && (ahead.peek(1) ?? 0).isDigit)
    {
      while let byte = ahead.next,
        byte.isAlphanumeric || byte == UInt8(ascii: ":")
          || byte == UInt8(ascii: "+")
      {
        if byte == UInt8(ascii: ":"), !(ahead.peek(1) ?? 0).isDigit { break }
        ahead.skip(1)
      }
      guard ahead.length <= 12 else { return false }
      for unit in ["min", "mins", "minutes", "m", "h", "hours"] {
        var behind = ahead
        behind.skipBlanks()
        if behind.take(word: unit) { ahead = behind }
      }
      cursor = ahead
      return true
    }
    let word = ahead.word
    guard ["unknown", "tbd", "n", "unclear"].contains(word) else { return false }
    ahead.skip(word.utf8.count)
    if word == "n", !ahead.take("/A") { return false }
    let behind = ahead
    ahead.skipBlanks()
    if ahead.take(word: "date") || ahead.take(word: "time") {
      cursor = ahead
    } else {
      cursor = behind
    }
    return true
  }

  /// `10:8`, `10;20`, `10:205`, `1O:20`: meant as a time, which a slip of the fingers made none.
  static func skipSlip(_ cursor: inout TextCursor) -> Bool {
    var ahead = cursor
    let hour = ahead.takeDigitsOrO()
    guard (1...2).contains(hour.count), hour.digits > 0, let sign = ahead.next,
      ":;".utf8.contains(sign)
    else {
      return false
    }
    ahead.skip(1)
    let isDoubled = ahead.next == sign
    if isDoubled { ahead.skip(1) }
    let minute = ahead.takeDigitsOrO()
    guard (1...4).contains(minute.count), hour.digits + minute.digits > 1,
      isDoubled || sign == UInt8(ascii: ";") || minute.count != 2 || hour.digits < hour.count
        || minute.digits < minute.count
    else { return false }
    if let next = ahead.next, next.isAlphanumeric { return false }
    cursor = ahead
    return true
  }

  /// `T1` followed by a colon or a dash.
  static func takeStep(_ cursor: inout TextCursor) -> Bool {
    var ahead = cursor
    guard ahead.take("T"), ahead.number(digits: 1...2) != nil else { return false }
    var behind = ahead
    behind.skipBlanks()
    guard behind.take(":") || behind.take("：") || behind.takeDash() || behind.isAtEnd else {
      return false
    }
    cursor = ahead
    return true
  }
}

extension TextCursor {
  /// Skips digits and the letter O, which looks like one.
  fileprivate mutating func takeDigitsOrO() -> (count: Int, digits: Int) {
    var taken = (count: 0, digits: 0)
    while let byte = next, byte.isDigit || byte == UInt8(ascii: "O") || byte == UInt8(ascii: "o") {
      taken = (taken.count + 1, taken.digits + (byte.isDigit ? 1 : 0))
      skip(1)
    }
    return taken
  }
}
