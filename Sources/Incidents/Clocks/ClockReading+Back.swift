internal import Bytes
internal import Vocabulary

extension ClockReading {
  /// `10:05-10:15`, `2026-05-04 to 05`, "10:05 and 10:15".
  mutating func readRange(_ cursor: inout TextCursor, from start: TimePoint) {
    if skipSeconds(&cursor) { return }
    var ahead = cursor
    ahead.skipBlanks()
    let hasWord =
      ahead.take(word: "to") || ahead.take(word: "until") || ahead.take(word: "till")
      || ahead.take(word: "through") || ahead.take(word: "and") || ahead.take(word: "bis")
      || ahead.take(word: "und") || ahead.take(word: "et") || ahead.take(word: "y")
      || ahead.take(word: "e") || ahead.take(word: "tot") || ahead.take(word: "do")
      || ahead.take(word: "à") || ahead.take(word: "às") || ahead.take(word: "alle")
    let isWave = !hasWord && (ahead.take("〜") || ahead.take("～") || ahead.take("~"))
    guard hasWord || isWave || ahead.takeDash() else { return }
    ahead.skipBlanks()
    // Most dashes separate the time from a text: a word after one ends a range only if dates are involved.
    guard hasWord || start.clock == nil || start.date != nil || ahead.next?.isLetter == false else {
      return
    }
    guard let point = TimePoint(leading: ahead.rest), isEnd(point, of: start, hasWord: hasWord)
    else {
      // `2026-05-04 〜 05`: the end is only a day.
      guard isWave, start.clock == nil, ahead.number(digits: 1...2) != nil else { return }
      cursor = ahead
      isApproximate = true
      return
    }
    ahead.skip(point.length)
    // "10:05 - 10:15am" continues; "10:05 - 10:15pods" was not a range.
    if let next = ahead.next, next.isAlphanumeric { return }
    cursor = ahead
    end = point
    if zone == nil { zone = point.zone }
  }

  /// `16:05:57-58`: the second at which it ended.
  private func skipSeconds(_ cursor: inout TextCursor) -> Bool {
    guard second.map({ $0 % 60 > 0 }) == true else { return false }
    var ahead = cursor
    guard ahead.takeDash(), ahead.number(digits: 2...2) != nil,
      ahead.next.map({ !$0.isAlphanumeric && $0 != UInt8(ascii: ":") }) ?? true
    else { return false }
    cursor = ahead
    return true
  }

  func isEnd(_ point: TimePoint, of start: TimePoint, hasWord: Bool) -> Bool {
    guard let clock = point.clock else {
      return start.clock == nil && point.date?.isCertain == true
    }
    // "10:05 - noon rush begins" is not a range.
    if clock.isWord, !hasWord { return false }
    guard let own = start.clock else { return start.date != nil && point.date != nil }
    return clock.form == .sure || clock.form == own.form
  }

  /// `(UTC)`, `(6:48 PDT)`, `(approx.)` or `(T+5)` after a time.
  mutating func readRemark(_ cursor: inout TextCursor) {
    var ahead = cursor
    ahead.skipBlanks()
    if readOtherZone(ahead, &cursor) { return }
    let isWide = ahead.take("（")
    guard isWide || ahead.take("(") else { return }
    ahead.skipBlanks()
    if let zone = ZoneName(leading: ahead.rest) {
      ahead.skip(zone.length)
      if self.zone == nil { self.zone = zone }
    } else if let point = TimePoint(leading: ahead.rest), point.isSure || point.isApproximate {
      ahead.skip(point.length)
      if date == nil { date = point.date }
    } else if !skipDoubtfulRemark(&ahead) {
      return
    }
    ahead.skipBlanks()
    if isWide ? ahead.take("）") : ahead.take(")") { cursor = ahead }
  }

  /// The same time in a second zone: `05:04 UTC / 07:04 CEST`.
  func readOtherZone(_ start: TextCursor, _ cursor: inout TextCursor) -> Bool {
    var ahead = start
    guard zone != nil, ahead.take("/") else { return false }
    ahead.skipBlanks()
    guard let point = TimePoint(leading: ahead.rest), point.clock != nil, point.zone != nil else {
      return false
    }
    ahead.skip(point.length)
    cursor = ahead
    return true
  }

  mutating func skipDoubtfulRemark(_ cursor: inout TextCursor) -> Bool {
    if cursor.take("推定") || cursor.take("予定") || cursor.take("?") || cursor.take("~") {
      isApproximate = true
      return true
    }
    let word = cursor.word
    if ["approx", "approximate", "approximately", "estimated", "est", "estimate"].contains(word) {
      cursor.skip(word.utf8.count)
      _ = cursor.take(".")
      isApproximate = true
      return true
    }
    if ["local", "localtime"].contains(word) {
      cursor.skip(word.utf8.count)
      cursor.skipBlanks()
      _ = cursor.take(word: "time")
      return true
    }
    return cursor.next == UInt8(ascii: "T") || cursor.next == UInt8(ascii: "+")
      ? Self.skipUnknown(&cursor, in: .cell) : false
  }

  mutating func readZoneBehind(_ cursor: inout TextCursor) {
    var ahead = cursor
    ahead.skipBlanks()
    guard zone == nil, let found = ZoneName(leading: ahead.rest),
      found.written.utf8.first?.isLetter == true
    else { return }
    ahead.skip(found.length)
    zone = found
    cursor = ahead
  }

  /// - Returns: Whether the time ends here and does not run into a word (`10:05abc`).
  mutating func readSeparator(_ cursor: inout TextCursor, isBracketed: Bool) -> Bool {
    guard let first = cursor.next else { return true }
    if first.isAlphanumeric { return isBracketed && weak() }
    if [UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+")].contains(first)
    {
      return false
    }
    separator = isBracketed ? .strong : .weak
    if first == UInt8(ascii: "."), let next = cursor.peek(1), !next.isSpaceOrTab { return false }
    while let byte = cursor.next {
      // A tab separates the columns of a table that has no bars.
      if byte == 0x09 { separator = .strong }
      if byte.isSpaceOrTab || (byte == 0xC2 && cursor.peek(1) == 0xA0) {
        cursor.skipBlanks()
      } else if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "]")
        || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "=")
        || byte == UInt8(ascii: "}")
      {
        if byte == UInt8(ascii: ":"), cursor.peek(1)?.isLetter == true, separator == .strong {
          break
        }
        separator = .strong
        cursor.skip(1)
      } else if cursor.take("：") || cursor.take("，") || cursor.take("、") || cursor.takeArrow()
        || cursor.takeDash()
      {
        separator = .strong
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ".")
      {
        cursor.skip(1)
      } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") {
        cursor.skip(1)
      } else {
        break
      }
    }
    if cursor.isAtEnd { separator = .end }
    return true
  }

  mutating func weak() -> Bool {
    separator = .weak
    return true
  }
}
