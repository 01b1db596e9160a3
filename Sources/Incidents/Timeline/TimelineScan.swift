internal import CommonMark
internal import Vocabulary

/// A timeline whose days and zone are not settled yet: what its lines say, independent of the day of the
/// incident.
///
/// The blocks are read for it once. Dating it takes one step per line, so the day of the incident can be
/// looked for in the words first.
struct TimelineScan {
  /// How many entries there are.
  let count: Int
  /// How many of the entries are milestones followed by a time ("Detected: 10:05").
  let pointCount: Int
  /// Whether its points repeat entries instead of being entries.
  var retellsPoints = false
  /// Other parts, which repeat milestones.
  var others: [TimelineScan] = []

  private let path: String
  /// The lines of the first part.
  private let lines: LineRange
  private let steps: [TimelineStep]
  /// Whether an entry names a zone.
  private let hasOwnZones: Bool
  /// The zone that the document states, with its line.
  private let stated: (zone: ZoneName, line: Int)?
  /// Decides the order of dates such as `01/10/2026`; `nil` when no step has one.
  private let dates: NumericDates?
  /// The lines of the entries that a block repeats.
  private let retold: Set<Int>
  private let unread: [Int]

  /// - Parameters:
  ///   - parts: The blocks of each part, already read.
  ///   - lines: The lines of the first part.
  ///   - document: The document.
  ///
  /// It is `nil` when nothing has a time.
  init?(_ parts: [TimelineBlocks], lines: LineRange, of document: DocumentReading) {
    steps = parts.count == 1 ? parts[0].steps : parts.flatMap(\.steps)
    let drafts = steps.compactMap(\.draft)
    guard !drafts.isEmpty else { return nil }
    path = document.path
    self.lines = lines
    unread = parts.flatMap(\.unread)
    hasOwnZones = drafts.contains { $0.reading.zone != nil }
    stated =
      parts.lazy.flatMap(\.zones).first ?? (hasOwnZones ? nil : StatedZone.first(in: document))
    let isUndecided = steps.contains { $0.date?.isUndecided == true }
    dates = isUndecided ? Self.dates(of: steps, in: document) : nil
    let recaps = Set(drafts.lazy.filter(\.isRecap).map(\.line))
    // A recap is the timeline only when there is nothing except the block that contains it.
    let retold = drafts.count - recaps.count > 1 ? recaps : []
    self.retold = retold
    let told = drafts.filter { !retold.contains($0.line) }
    count = told.count
    pointCount = told.count(where: \.isAside)
  }

  /// The order of dates is decided by the timeline's own dates, or otherwise by those of the document.
  private static func dates(
    of steps: [TimelineStep], in document: DocumentReading
  ) -> NumericDates {
    var own = NumericDates()
    for date in steps.lazy.compactMap(\.date) { own.count(date) }
    return own.isDecided ? own : NumericDates(in: document.bytes)
  }

  /// What the entries say.
  var texts: some Sequence<String> {
    steps.lazy.compactMap(\.draft).filter { draft in
      !retold.contains(draft.line) && !(retellsPoints && draft.isAside)
    }.map(\.text)
  }

  // MARK: Dating

  /// - Parameters:
  ///   - day: The day of the incident.
  ///   - order: The order of dates in the document's language.
  ///   - team: The zones of the world, and the zone of times that name none.
  /// - Returns: The timeline; the number of entries does not depend on the day.
  func timeline(
    on day: CalendarDay?, order: DateOrder?, clock team: TeamClock = TeamClock()
  ) -> Timeline {
    let drafts = steps.compactMap(\.draft)
    let zone = stated?.zone ?? (hasOwnZones ? nil : team.zone)
    var clock = TimelineClock(
      day: day, order: dates.flatMap { $0.order(known: day) ?? order }, zone: zone,
      database: team.database)
    let all = clock.entries(of: steps)
    var recap = retold.isEmpty ? [] : all.filter { retold.contains($0.line) }
    var entries = retold.isEmpty ? all : all.filter { !retold.contains($0.line) }
    if retellsPoints {
      recap += entries.filter(\.isLabelled)
      entries.removeAll(where: \.isLabelled)
    }
    for other in others {
      recap += other.timeline(on: day, order: order, clock: team).entries.filter(\.isLabelled)
    }
    var timeline = Timeline(
      path: path, line: lines.lowerBound, lines: lines,
      zone: zone?.written ?? Self.commonZone(of: drafts), entries: entries)
    timeline.day = day
    timeline.dateOrder = order
    timeline.recap = recap
    timeline.isNewestFirst = clock.isNewestFirst
    timeline.unread = unread
    timeline.dayLines = steps.compactMap { step in
      if case .day(_, let line) = step { line } else { nil }
    }
    timeline.remarks = Self.remarks(on: drafts, stated: stated, clock, team)
    return timeline
  }

  /// The zone that every entry names.
  private static func commonZone(of drafts: [TimelineDraft]) -> String? {
    guard let zone = drafts.first?.reading.zone?.written,
      drafts.allSatisfy({ $0.reading.zone?.written == zone })
    else { return nil }
    return zone
  }

  /// Each question is asked once, at its first occurrence.
  private static func remarks(
    on drafts: [TimelineDraft], stated: (zone: ZoneName, line: Int)?, _ clock: TimelineClock,
    _ team: TeamClock
  ) -> [TimelineRemark] {
    var remarks: [TimelineRemark] = []
    var seen: Set<String> = []
    var asked: Set<TimelineRemark> = []
    let zones =
      [stated].compactMap(\.self)
      + drafts.compactMap { draft in draft.reading.zone.map { ($0, draft.line) } }
    for (zone, line) in zones {
      let isShared = zone.isShared && (zone.place == nil || team.database.isEmpty)
      guard isShared || zone.contradicted != nil, seen.insert(zone.written).inserted else {
        continue
      }
      let subject: TimelineRemark.Subject =
        zone.contradicted.map { .wrongOffset(own: $0) } ?? .sharedZone
      remarks.append(TimelineRemark(subject: subject, line: line, written: zone.written))
    }
    for remark in clock.remarks {
      switch remark.subject {
      case .zone(.twice, _), .zone(.skipped, _): remarks.append(remark)
      default:
        let question = TimelineRemark(subject: remark.subject, line: 0, written: remark.written)
        guard asked.insert(question).inserted else { continue }
        let isStated = stated.map { $0.zone.written == remark.written } ?? false
        remarks.append(
          TimelineRemark(
            subject: remark.subject, line: isStated ? stated?.line ?? remark.line : remark.line,
            written: remark.written, clock: remark.clock))
      }
    }
    if let first = clock.undecided.first {
      remarks.append(
        TimelineRemark(subject: .undecidedDate, line: first.line, written: first.written))
    }
    return remarks.sorted { $0.line < $1.line }
  }
}

extension TimelineStep {
  fileprivate var draft: TimelineDraft? {
    if case .entry(let draft) = self { draft } else { nil }
  }

  fileprivate var date: DateReading? {
    switch self {
    case .day(let date, _): date
    case .entry(let draft): draft.reading.date
    }
  }
}
