internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Reads the timeline of a document: which parts it is, its entries, their days and their zone.
enum TimelineReader {
  /// The timeline of a review, from the parts that its headings name or, without such, from the part
  /// where most lines begin with a time. `nil` when there is none.
  ///
  /// `day` is the day of the incident, from its front matter, its id or its name; `order` is that of
  /// the language's dates.
  static func timeline(
    in document: DocumentReading, parts: [Section], asides: [Section], day: CalendarDay?,
    order: DateOrder?
  ) -> Timeline? {
    let timeline = read(told(in: parts, of: document), of: document, day: day, order: order)
    if var timeline, timeline.entries.contains(where: { !$0.isLabelled }) {
      // "Key events" beside the timeline tell its milestones again.
      if let events = read(
        told(in: asides, of: document), of: document, day: day, order: order)?.entries
      {
        timeline.recap += events.filter(\.isLabelled)
      }
      return timeline
    }
    guard let lines = TimedLines.fullest(of: document),
      var told = read(
        [Told(heading: nil, lines: lines, blocks: document.blocks(in: lines))], of: document,
        day: day, order: order)
    else { return timeline }
    // A list of points with times is less than the lines that tell the story.
    let points = told.entries.filter(\.isLabelled)
    guard let timeline, told.entries.count > points.count else { return timeline ?? told }
    told.recap += points.isEmpty ? timeline.entries : points
    told.entries.removeAll(where: \.isLabelled)
    told.count = told.entries.count
    return told.count >= timeline.count ? told : timeline
  }

  /// Lines that tell what happened.
  private struct Told {
    /// What names them, where it may name a day or a zone as well.
    var heading: (text: String, line: Int)?
    var lines: LineRange
    var blocks: ArraySlice<Block>
  }

  private static func told(in parts: [Section], of document: DocumentReading) -> [Told] {
    var told: [Told] = []
    for part in parts where !(told.last?.lines.contains(part.line) ?? false) {
      told.append(
        Told(
          heading: (part.heading, part.line), lines: part.lines, blocks: document.blocks(of: part)))
    }
    return told
  }

  /// The timeline of a file that is one as a whole.
  static func timeline(ofFile document: DocumentReading, day: CalendarDay?) -> Timeline? {
    read(
      [Told(heading: nil, lines: document.lines, blocks: document.blocks[...])], of: document,
      day: day, order: nil)
  }

  private static func read(
    _ told: [Told], of document: DocumentReading, day: CalendarDay?, order known: DateOrder?
  ) -> Timeline? {
    guard let first = told.first else { return nil }
    var scans = told.map { TimelineBlocks($0.blocks, heading: $0.heading) }
    if scans.allSatisfy({ $0.entryCount == 0 }) {
      scans = told.map { TimelineBlocks($0.blocks, heading: $0.heading, readsCode: true) }
    }
    let steps = scans.count == 1 ? scans[0].steps : scans.flatMap(\.steps)
    let drafts = steps.compactMap { step in
      if case .entry(let draft) = step { draft } else { nil }
    }
    guard !drafts.isEmpty else { return nil }
    let hasOwnZones = drafts.contains { $0.reading.zone != nil }
    let stated =
      scans.flatMap(\.zones).first
      ?? (hasOwnZones ? nil : StatedZone.first(in: document))
    let order =
      steps.contains { $0.date?.isUndecided == true }
      ? order(of: steps, document, day) ?? known : nil
    var clock = TimelineClock(day: day, order: order, zone: stated?.zone)
    var entries = clock.entries(of: steps)
    let recaps = Set(drafts.filter(\.isRecap).map(\.line))
    // A recap is the timeline only where there is nothing else than the block it is in.
    let isTold = drafts.count - recaps.count > 1
    let recap = isTold ? entries.filter { recaps.contains($0.line) } : []
    if isTold, !recaps.isEmpty { entries.removeAll { recaps.contains($0.line) } }
    var timeline = Timeline(
      path: document.path, line: first.lines.lowerBound, lines: first.lines,
      zone: stated?.zone.written ?? commonZone(of: drafts), entries: entries)
    timeline.recap = recap
    timeline.isNewestFirst = clock.isNewestFirst
    timeline.unread = scans.flatMap(\.unread)
    timeline.remarks = remarks(on: drafts, stated: stated, undecided: clock.undecided)
    return timeline
  }

  /// The order of the dates: as the timeline's own tell, or else those of the document.
  private static func order(
    of steps: [TimelineStep], _ document: DocumentReading, _ day: CalendarDay?
  ) -> DateOrder? {
    let own = Set(
      steps.compactMap { step in
        step.date.flatMap { $0.pair?.first == $0.pair?.second ? nil : $0.decidedOrder }
      })
    return own.count == 1 ? own.first : DateOrder.decided(in: document.bytes, known: day)
  }

  /// The zone that every entry names.
  private static func commonZone(of drafts: [TimelineDraft]) -> String? {
    guard let zone = drafts.first?.reading.zone?.written,
      drafts.allSatisfy({ $0.reading.zone?.written == zone })
    else { return nil }
    return zone
  }

  /// Each question is asked once, where it comes up first.
  private static func remarks(
    on drafts: [TimelineDraft], stated: (zone: ZoneName, line: Int)?,
    undecided: [(written: String, line: Int)]
  ) -> [TimelineRemark] {
    var remarks: [TimelineRemark] = []
    var seen: Set<String> = []
    let zones =
      [stated].compactMap(\.self)
      + drafts.compactMap { draft in draft.reading.zone.map { ($0, draft.line) } }
    for (zone, line) in zones {
      guard zone.isShared || zone.contradicted != nil, seen.insert(zone.written).inserted else {
        continue
      }
      let subject: TimelineRemark.Subject =
        zone.contradicted.map { .wrongOffset(own: $0) } ?? .sharedZone
      remarks.append(TimelineRemark(subject: subject, line: line, written: zone.written))
    }
    if let first = undecided.first {
      remarks.append(
        TimelineRemark(subject: .undecidedDate, line: first.line, written: first.written))
    }
    return remarks.sorted { $0.line < $1.line }
  }
}

extension TimelineStep {
  fileprivate var date: DateReading? {
    switch self {
    case .day(let date, _): date
    case .entry(let draft): draft.reading.date
    }
  }
}
