internal import CommonMark
internal import Vocabulary

/// Assigns days and a zone to drafted entries.
struct TimelineClock {
  private let order: DateOrder?
  private let zone: ZoneName?
  private let reference: CalendarDay?
  private(set) var isNewestFirst = false
  /// What is doubtful about the zones of single entries.
  private(set) var remarks: [TimelineRemark] = []
  /// Dates whose day and month cannot be told apart.
  private(set) var undecided: [(written: String, line: Int)] = []

  private var day: CalendarDay?
  /// Days since 1970-01-01, or since the first entry when no day is known.
  private var dayNumber = 0
  private var previous: Int?
  /// The time of the entry below, when it has no date.
  private var next: Int?
  private var resolver: ZoneResolver
  /// The last instant on record, in seconds since 1970.
  private var latest: Int?

  /// - Parameters:
  ///   - day: The day of the incident.
  ///   - order: Decides `01/10/2026`.
  ///   - zone: The zone of times that do not name one.
  ///   - database: The zones of the world.
  init(
    day: CalendarDay?, order: DateOrder?, zone: ZoneName?, database: ZoneDatabase = .none
  ) {
    resolver = ZoneResolver(database)
    self.order = order
    self.zone = zone
    reference = day
    self.day = day
    dayNumber = day?.number ?? 0
  }

  mutating func entries(of steps: [TimelineStep]) -> [TimelineEntry] {
    isNewestFirst = Self.isNewestFirst(steps, order: order, near: reference)
    // Without any dates, the days of a record in reverse order are counted from its end.
    let isUpsideDown = isNewestFirst && !steps.contains { $0.hasDate }
    var entries: [TimelineEntry] = []
    let told = isUpsideDown ? steps.reversed() : steps
    for (index, step) in told.enumerated() {
      next = index + 1 < told.count ? told[index + 1].undatedSecond : nil
      switch step {
      case .day(let date, let line):
        if let day = resolve(date, written: "", line: line) { move(to: day) }
      case .entry(let draft): entries.append(entry(of: draft, isUpsideDown: isUpsideDown))
      }
    }
    return isUpsideDown ? entries.reversed() : entries
  }

  private mutating func entry(of draft: TimelineDraft, isUpsideDown: Bool) -> TimelineEntry {
    let reading = draft.reading
    var isWrongDay = false
    var isOpenDay = false
    if let date = reading.date {
      if let stated = resolve(date, written: draft.written, line: draft.line) {
        move(to: stated)
      } else {
        isOpenDay = date.isOpen
        isWrongDay = !date.isOpen && !date.isUndecided
      }
    } else if let second = reading.second, !draft.isAside {
      turnDay(at: second, isBackwards: isNewestFirst && !isUpsideDown)
    }
    if let second = reading.second, !draft.isAside,
      !(reading.date == nil && !isNewestFirst && isSlip(second))
    {
      previous = second
    }
    let hasOwnDay = reading.date == nil || !(isWrongDay || isOpenDay || isUndecided(reading))
    let moment = hasOwnDay ? self.moment(reading.second, draft) : nil
    let until = moment.flatMap { end(of: draft, from: $0) }
    return TimelineEntry(
      line: draft.line, written: draft.written, moment: moment, day: hasOwnDay ? dayNow : nil,
      until: until,
      precision: precision(
        of: reading, isWrongDay: isWrongDay, isOpenDay: isOpenDay || isUndecided(reading)),
      isLabelled: draft.isAside, text: draft.text)
  }

  private func isUndecided(_ reading: ClockReading) -> Bool {
    reading.date.map { $0.isUndecided && order == nil } ?? false
  }

  private func precision(
    of reading: ClockReading, isWrongDay: Bool, isOpenDay: Bool
  ) -> TimelineEntry.Precision {
    if reading.isUnknown || isOpenDay { return .unknown }
    if isWrongDay || (reading.hasClock && reading.second == nil) { return .impossible }
    if !reading.hasClock { return .day }
    return reading.isApproximate ? .approximate : .exact
  }

  private var dayNow: CalendarDay? { day == nil ? nil : CalendarDay(number: dayNumber) }

  private mutating func move(to day: CalendarDay) {
    self.day = day
    dayNumber = day.number
    previous = nil
  }

  /// A time more than six hours earlier than the one before it, without a date, is past midnight. A smaller
  /// step back is out of order and stays so, for the checklist to report.
  private mutating func turnDay(at second: Int, isBackwards: Bool) {
    guard let previous else { return }
    if !isBackwards, isSlip(second) { return }
    if !isBackwards, previous - second > 6 * 3600 { dayNumber += 1 }
    if isBackwards, second - previous > 6 * 3600, day == nil || dayNumber > 0 { dayNumber -= 1 }
  }

  /// Whether a time is earlier than the entries around it: in "10:10", "1:15", "10:20", no night lies between.
  private func isSlip(_ second: Int) -> Bool {
    guard let previous, let next, second < previous else { return false }
    return (previous...previous + Self.near).contains(next)
  }

  /// How soon after an entry another one is likely to be on the same day.
  private static let near = 2 * 3600

  private mutating func resolve(
    _ date: DateReading, written: String, line: Int
  ) -> CalendarDay? {
    let found = date.calendarDay(order: order, near: day ?? reference)
    if found == nil, date.isUndecided { undecided.append((written, line)) }
    return found
  }

  private mutating func moment(_ second: Int?, _ draft: TimelineDraft) -> Moment? {
    guard let second else { return nil }
    let clock = (dayNumber + draft.daysLater) * 86_400 + second
    let found = offset(of: draft, at: clock, after: draft.isAside ? nil : latest)
    if day != nil, !draft.isAside, !isNewestFirst, let offset = found.offset {
      latest = clock - offset * 60
    }
    if let doubt = found.doubt {
      remarks.append(
        TimelineRemark(
          subject: .zone(doubt, offset: found.offset), line: draft.line,
          written: (draft.reading.zone ?? zone)?.written ?? "", clock: clock))
    }
    return Moment(
      written: draft.written, clock: clock, hasDay: day != nil, offset: found.offset,
      isApproximate: draft.reading.isApproximate)
  }

  private mutating func offset(
    of draft: TimelineDraft, at clock: Int, after earlier: Int?
  ) -> ZoneOffset {
    guard let zone = draft.reading.zone ?? zone else { return ZoneOffset(nil) }
    return resolver.offset(of: zone, at: day == nil ? nil : clock, after: earlier)
  }

  private mutating func end(of draft: TimelineDraft, from start: Moment) -> Moment? {
    guard let end = draft.reading.end, let second = end.clock?.second else { return nil }
    var number = start.clock / 86_400
    if let day = end.date?.calendarDay(order: order, near: day) { number = day.number }
    var clock = number * 86_400 + second
    // "23:50 to 00:10" ends on the next day; "14:20-2:00" leaves out the "PM".
    if clock < start.clock, end.date == nil {
      clock += second < 12 * 3600 && clock + 43_200 > start.clock ? 43_200 : 86_400
    }
    let offset = offset(of: draft, at: clock, after: start.utc).offset
    return Moment(
      written: draft.written, clock: clock, hasDay: start.hasDay, offset: offset,
      isApproximate: start.isApproximate || end.isApproximate)
  }

  /// Whether most entries are earlier than the one before: by days, or by at most six hours on the same
  /// day.
  private static func isNewestFirst(
    _ steps: [TimelineStep], order: DateOrder?, near: CalendarDay?
  ) -> Bool {
    var back = 0
    var forth = 0
    var last: (day: Int?, second: Int?)?
    for step in steps {
      guard case .entry(let draft) = step, !draft.isAside else {
        last = nil
        continue
      }
      let day = draft.reading.date?.calendarDay(order: order, near: near)?.number
      let now = (day: day, second: draft.reading.second)
      defer { last = now }
      guard let last else { continue }
      var difference = 0
      if let before = last.day, let day, before != day {
        difference = day - before
      } else if last.day == now.day || now.day == nil, let before = last.second,
        let second = now.second, abs(second - before) <= 6 * 3600
      {
        difference = second - before
      }
      if difference < 0 { back += 1 } else if difference > 0 { forth += 1 }
    }
    return back > 1 && back > forth * 2
  }
}

extension TimelineStep {
  /// The time of an entry in the order of the record that has no date.
  fileprivate var undatedSecond: Int? {
    guard case .entry(let draft) = self, !draft.isAside, draft.reading.date == nil else {
      return nil
    }
    return draft.reading.second
  }

  fileprivate var hasDate: Bool {
    switch self {
    case .day: true
    case .entry(let draft): draft.reading.date != nil
    }
  }
}

extension DateReading {
  /// Whether a part of it is not written or not known.
  fileprivate var isOpen: Bool {
    if isMisspelt { return false }
    return pair == nil ? month == nil || day == nil || year == nil : year == nil
  }
}
