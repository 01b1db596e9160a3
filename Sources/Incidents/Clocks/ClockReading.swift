internal import Bytes
internal import Vocabulary

/// The time at the start of a line or a cell: a point in time or a range, and the text after it.
struct ClockReading {
  enum Place {
    case line
    /// A cell in a column of times: numbers that would be amounts in a line are times there.
    case cell
  }

  /// What separates the time from the text.
  enum Separator {
    /// Nothing follows.
    case end
    /// A colon, a dash, a closing bracket.
    case strong
    /// Spaces or a comma.
    case weak
  }

  /// As written, without brackets around it.
  var written = ""
  var date: DateReading?
  var hasClock = false
  /// Seconds since midnight; `nil` when the time is unknown, impossible (`25:70`) or not written.
  var second: Int?
  /// The author wrote that the time is not known: `??:??`, "Unknown date".
  var isUnknown = false
  var isApproximate = false
  var zone: ZoneName?
  /// The end of a range.
  var end: TimePoint?
  /// The text after the time and the separator.
  var rest = ""
  var separator = Separator.end

  /// The day, when the date alone determines it.
  var day: CalendarDay? { date?.calendarDay(order: nil) }
  /// Minutes east of UTC; `nil` when no zone follows the time.
  var offset: Int? { zone?.offset }

  /// - Returns: `nil` when the text does not start with a time or a date.
  init?(leading text: String, in place: Place = .line) {
    self.init(leading: Array(text.utf8)[...], in: place)
  }

  init?(leading bytes: ArraySlice<UInt8>, in place: Place = .line) {
    var cursor = TextCursor(bytes)
    guard Self.skipDecoration(&cursor), let bracket = Self.openBracket(&cursor) else { return nil }
    let whole = cursor.rest
    let isVague = Self.skipCharacters(&cursor) ? nil : Self.skipWords(&cursor)
    let isIntroduced = isVague != nil || Self.skipIntroduction(&cursor)
    let point: TimePoint?
    if let found = TimePoint(leading: cursor.rest) {
      point = found
      cursor.skip(found.length)
      take(found)
      if isVague == true { isApproximate = true }
      readRange(&cursor, from: found)
      readRemark(&cursor)
    } else if !isIntroduced, Self.skipUnknown(&cursor, in: place) {
      point = nil
      isUnknown = true
      hasClock = true
    } else {
      return nil
    }
    written = String(
      decoding: whole.prefix(cursor.rest.startIndex - whole.startIndex), as: UTF8.self)
    if bracket != 0 {
      cursor.skipBlanks()
      guard cursor.next == bracket else { return nil }
      cursor.skip(1)
      readZoneBehind(&cursor)
    }
    guard readSeparator(&cursor, isBracketed: bracket != 0) else { return nil }
    rest = String(decoding: cursor.rest, as: UTF8.self)
    if bracket == 0, place == .line, let point, !isTime(point) { return nil }
    if point == nil, place == .line, separator == .weak, !isCounted { return nil }
  }

  /// The time at the start of an entry; what a slip of the fingers made no time, such as `10:8`, is an impossible
  /// one.
  init?(ofEntry bytes: ArraySlice<UInt8>) {
    if let reading = ClockReading(leading: bytes) {
      self = reading
      return
    }
    var cursor = TextCursor(bytes)
    guard Self.skipDecoration(&cursor) else { return nil }
    let whole = cursor.rest
    guard Self.skipSlip(&cursor) else { return nil }
    written = String(
      decoding: whole.prefix(cursor.rest.startIndex - whole.startIndex), as: UTF8.self)
    hasClock = true
    guard readSeparator(&cursor, isBracketed: false), separator == .strong else { return nil }
    rest = String(decoding: cursor.rest, as: UTF8.self)
  }

  /// Reads a row of a table whose date may be in another column; `year` is the year of dates without one.
  init?(cell time: String, date: String, year: Int?) {
    if let both = ClockReading(leading: "\(date) \(time)", in: .cell), both.hasClock,
      both.date != nil
    {
      self = both
    } else if let alone = ClockReading(leading: time.isEmpty ? date : time, in: .cell) {
      self = alone
      if self.date == nil { self.date = DateReading(leading: Array(date.utf8)[...]) }
    } else {
      return nil
    }
    if let year { self.date?.complete(year: year) }
  }

  /// Whether the text after the time in its cell says that the time is not exact.
  var isVagueRemark: Bool {
    ["推定", "頃", "ごろ", "approx", "estimat", "around"].contains { rest.contains($0) }
  }

  mutating func doubt() { isApproximate = true }

  /// Whether a lower-case word introduces the time: "from 16:00 on" continues the line above.
  var isWithinSentence: Bool { written.utf8.first.map { $0.isLowercase } ?? false }

  /// Whether it is the `HH:MM` of a template, without a day.
  var isPattern: Bool { date == nil && ClockPattern.begins(written.utf8) }

  /// Whether it is counted from another event: `T+5m`, `+00:15`.
  private var isCounted: Bool {
    let bytes = written.utf8
    return bytes.contains(where: \.isDigit) && bytes.first != UInt8(ascii: "?")
      && (bytes.first.map { $0 | 0x20 } == UInt8(ascii: "t") || bytes.contains(UInt8(ascii: ":")))
  }

  private mutating func take(_ point: TimePoint) {
    date = point.date
    zone = point.zone
    isApproximate = point.isApproximate
    guard let clock = point.clock else { return }
    hasClock = true
    second = clock.second
    isUnknown = clock.isUnknown
  }

  /// Whether the start of a line is meant as a time: `1.30`, `2026` and `7/5` are times only with marks
  /// beside them.
  private func isTime(_ point: TimePoint) -> Bool {
    // "21.10.15 is rolled out" is a version.
    if point.clock == nil, let date = point.date, date.hasShortYear, date.pair?.isDotted == true {
      return separator != .weak
    }
    if point.isSure { return true }
    guard let clock = point.clock else {
      return separator != .weak && point.date?.pair.map { !$0.isDotted } == true
    }
    if end != nil { return true }
    switch clock.form {
    case .sure: return true
    case .dotted: return separator == .strong
    case .digits:
      let isYear = clock.second.map { (19 * 3600..<21 * 3600).contains($0) } ?? true
      return separator == .strong && !isYear
    }
  }
}
