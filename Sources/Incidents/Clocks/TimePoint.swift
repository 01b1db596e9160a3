internal import Bytes
internal import Vocabulary

/// A date, a time of day, or both, followed by a zone: one end of an entry's time.
struct TimePoint {
  private(set) var date: DateReading?
  private(set) var clock: ClockTime?
  private(set) var zone: ZoneName?
  private(set) var isApproximate = false
  private(set) var length = 0

  /// Whether its form alone makes it a time, wherever it is.
  var isSure: Bool {
    if let clock { return clock.form == .sure || date?.isCertain == true || zone != nil }
    return date?.isCertain == true
  }

  /// - Returns: `nil` when the text starts with neither.
  init?(leading bytes: ArraySlice<UInt8>) {
    var cursor = TextCursor(bytes)
    isApproximate = Self.skipDoubt(&cursor)
    if let read = DateReading(leading: cursor.rest) {
      readDate(read, &cursor)
    } else if let read = ClockTime(leading: cursor.rest) {
      readClock(read, &cursor)
    } else {
      return nil
    }
    if date == nil, clock == nil { return nil }
    if Self.skipDoubtBehind(&cursor) { isApproximate = true }
    length = cursor.length
  }

  /// Adds a zone that is in brackets or after the end of a range.
  mutating func add(_ zone: ZoneName) {
    if self.zone == nil { self.zone = zone }
  }

  private mutating func readDate(_ read: DateReading, _ cursor: inout TextCursor) {
    var ahead = cursor
    ahead.skip(read.length)
    if let joint = Self.joint(&ahead) {
      let isDoubtful = Self.skipDoubt(&ahead)
      if let clock = ClockTime(leading: ahead.rest), joint == .close || clock.form == .sure {
        (date, self.clock) = (read, clock)
        isApproximate = isApproximate || isDoubtful
        ahead.skip(clock.length)
        cursor = ahead
        readZone(&cursor)
        return
      }
    }
    // "10.05" on its own is a time; "10/05" may be a day.
    if !read.isCertain, let clock = ClockTime(leading: cursor.rest) {
      return readClock(clock, &cursor)
    }
    date = read
    cursor.skip(read.length)
    readZone(&cursor)
  }

  private mutating func readClock(_ read: ClockTime, _ cursor: inout TextCursor) {
    clock = read
    cursor.skip(read.length)
    readZone(&cursor)
    var ahead = cursor
    ahead.skipBlanks()
    _ = ahead.take(",")
    ahead.skipBlanks()
    if ahead.take(word: "on") { ahead.skipBlanks() }
    guard ahead.length > cursor.length, let found = DateReading(leading: ahead.rest),
      found.isCertain, found.month != nil || found.pair != nil,
      found.day != nil || found.pair != nil
    else { return }
    ahead.skip(found.length)
    date = found
    cursor = ahead
    if zone == nil { readZone(&cursor) }
  }

  private mutating func readZone(_ cursor: inout TextCursor) {
    var ahead = cursor
    ahead.skipBlanks()
    if ahead.next == UInt8(ascii: "+"), ahead.peek(1)?.isLetter == true { ahead.skip(1) }
    guard let zone = ZoneName(leading: ahead.rest) else { return }
    // "10:05 -0700 text" has an offset, and so has "10:05-07:00", but "10:05 -10:15" is a range.
    let isSigned = zone.written.utf8.first.map { !$0.isLetter } ?? false
    if isSigned, !zone.written.utf8.dropFirst().allSatisfy(\.isDigit) || zone.length != 5 {
      guard isOffset(zone, spaced: ahead.length > cursor.length) else { return }
    }
    ahead.skip(zone.length)
    self.zone = zone
    cursor = ahead
    // "+0000 UTC" states it twice.
    if isSigned, ahead.take(" UTC"), ahead.next?.isLetter != true { cursor = ahead }
  }

  /// Whether `-07:00` is an offset: directly after a time with a date, or with a plus sign.
  private func isOffset(_ zone: ZoneName, spaced: Bool) -> Bool {
    zone.written.utf8.first == UInt8(ascii: "+") || (date != nil && clock != nil && !spaced)
  }

  private enum Joint {
    /// Spaces, a "T" or "at": what follows belongs to the date.
    case close
    /// A dash or a colon, which may also separate the date from the text.
    case loose
  }

  private static func joint(_ cursor: inout TextCursor) -> Joint? {
    if cursor.take("T") || cursor.take("_") || cursor.take("t") { return .close }
    let before = cursor.length
    cursor.skipBlanks()
    var joint = Joint.close
    if cursor.take(",") || cursor.take("@") || cursor.take("|") || cursor.take("/") {
    } else if cursor.take(":") || cursor.takeDash() {
      joint = .loose
    }
    cursor.skipBlanks()
    if cursor.take(word: "at") || cursor.take(word: "um") || cursor.take(word: "às") {
      cursor.skipBlanks()
    }
    return cursor.length > before ? joint : nil
  }
}

// MARK: - Doubt

extension TimePoint {
  private static let doubts: [(word: String, hasStop: Bool)] = [
    ("ca", true), ("c", true), ("circa", false), ("approx", true), ("approximately", false),
    ("about", false), ("around", false), ("roughly", false), ("est", true), ("estimated", false),
    ("environ", false), ("gegen", false), ("etwa", false), ("aprox", true),
  ]

  /// `~`, "about", "ca.": the author is not sure.
  private static func skipDoubt(_ cursor: inout TextCursor) -> Bool {
    var isFound = false
    if cursor.next.map(\.isDigit) ?? true { return false }
    while cursor.take("~") || cursor.take("≈") || cursor.take("≃") || cursor.take("～") {
      isFound = true
      cursor.skipBlanks()
    }
    guard let next = cursor.next, next.isLetter else { return isFound }
    let word = cursor.word
    for doubt in doubts where doubt.word == word {
      var ahead = cursor
      ahead.skip(word.utf8.count)
      let hadStop = ahead.take(".")
      let before = ahead.length
      ahead.skipBlanks()
      guard hadStop || ahead.length > before,
        ahead.next.map({ !$0.isLetter || isMonth(ahead) }) ?? false
      else { continue }
      cursor = ahead
      return true
    }
    return isFound
  }

  private static func isMonth(_ cursor: TextCursor) -> Bool {
    MonthNames.number(of: cursor.word) != nil
  }

  /// "-ish", `?` or "頃" directly after a time.
  private static func skipDoubtBehind(_ cursor: inout TextCursor) -> Bool {
    // Nearly always a blank and the text follow.
    guard let next = cursor.next else { return false }
    var ahead = cursor
    switch next {
    case UInt8(ascii: "-"), UInt8(ascii: "i"), UInt8(ascii: "?"), 0x80...: break
    default:
      ahead.skipBlanks()
      guard ahead.next.map({ $0 >= 0x80 }) ?? false else { return false }
      ahead = cursor
    }
    if ahead.take("-ish") || ahead.take("ish") || ahead.take("頃") || ahead.take("ごろ")
      || ahead.take("左右")
    {
      cursor = ahead
      return true
    }
    if ahead.take("?"), ahead.next != UInt8(ascii: "?") {
      cursor = ahead
      return true
    }
    ahead = cursor
    ahead.skipBlanks()
    if ahead.take("頃") || ahead.take("ごろ") {
      cursor = ahead
      return true
    }
    return false
  }
}
