internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Finds the day of an incident: what the author states comes first, and what only a file name shows comes
/// last.
struct IncidentDay {
  /// The best day known so far.
  private(set) var day: CalendarDay?
  /// The day of a page or a file, which may be the day it was published.
  private var published: CalendarDay?
  private let document: DocumentReading
  /// The order of dates in the document's language.
  private let languageOrder: DateOrder?
  /// Determined when the first date needs to know whether its day or its month comes first.
  private var order: DateOrder??

  /// Finds the day before the timeline is read.
  init(
    of document: DocumentReading, incident: Incident, facts: StatedFacts?, folder: String?,
    order languageOrder: DateOrder?
  ) {
    self.document = document
    self.languageOrder = languageOrder
    let frontMatter = incident.frontMatter
    let written = frontMatter.date?.value?.day
    let isOwn = frontMatter.isOfAnIncident || folder != nil
    let titleDay = day(in: own(incident.title))
    // The heading of an incident in a log gives its day, whatever the ID says.
    let isInHeading = document.isPart && titleDay != nil
    if let day = (isOwn ? written : nil) ?? (isInHeading ? nil : incident.id?.day)
      ?? frontMatter.milestones[.started]?
      .value?.day
    {
      self.day = day
    } else if let day = day(in: facts?.begun.map(\.text))
      ?? titleDay ?? day(in: facts?.seen)
      ?? day(inHeadingsOf: incident)
    {
      self.day = day
    } else if let written {
      day = told(before: written, in: incident) ?? written
      published = written
    } else if let day = folder.flatMap({ IncidentReader.day(inName: $0) })
      ?? Self.day(inPath: document.path)
    {
      self.day = told(before: day, in: incident) ?? day
      published = day
    }
  }

  /// Finds the day after the timeline has been read.
  ///
  /// A page whose date is later than everything in its timeline is dated by its publication.
  mutating func settle(by incident: Incident) {
    let entries = incident.timeline?.entries ?? []
    if let published {
      let days = entries.compactMap(\.day)
      // If a sentence states one day and the record begins on another, the earlier one is the day of the
      // cause.
      if let first = days.first ?? headingDay(incident), first <= published,
        days.allSatisfy({ $0 <= published })
      {
        day = day.map { $0 < published ? max($0, first) : first } ?? first
      }
      return
    }
    day =
      day ?? entries.lazy.compactMap { $0.moment?.day ?? $0.day }.first ?? headingDay(incident)
      ?? opening(of: incident)
  }

  /// "# Post-mortem", "## Pool full - January 10, 2026": a day in a heading before the first part.
  private mutating func day(inHeadingsOf incident: Incident) -> CalendarDay? {
    for section in incident.sections.prefix(while: { $0.kind == nil }) {
      if let day = day(in: own(section.heading)) { return day }
    }
    return nil
  }

  /// The heading of an incident in a log without the IDs in it, which may belong to other incidents.
  private func own(_ heading: String) -> String {
    document.isPart ? IncidentID.removed(from: heading) : heading
  }

  /// "Timeline - May 29, 2026".
  private mutating func headingDay(_ incident: Incident) -> CalendarDay? {
    for part in incident.timelineParts {
      if let day = day(in: part.heading) { return day }
    }
    return nil
  }

  /// The day that the author states for the incident, with its line.
  mutating func stated(in facts: StatedFacts?) -> StatedDay? {
    for (text, line) in facts?.begun ?? [] {
      if let day = day(in: text) { return StatedDay(day: day, line: line) }
    }
    return nil
  }

  private mutating func day(in texts: [String]?) -> CalendarDay? {
    for text in texts ?? [] {
      if let day = day(in: text) { return day }
    }
    return nil
  }

  private mutating func day(in text: String?) -> CalendarDay? {
    guard let text else { return nil }
    return StatedDate.first(in: text) {
      if let order { return order }
      let found =
        DateOrder.decided(in: document.bytes, known: Self.day(inPath: document.path))
        ?? languageOrder
      order = .some(found)
      return found
    }
  }

  /// The first day in the summary, or in the text before it, if it is at most two months before a page's
  /// own day.
  private mutating func told(
    before written: CalendarDay, in incident: Incident
  ) -> CalendarDay? {
    guard let day = opening(of: incident), day < written,
      written.number - day.number <= 60
    else { return nil }
    return day
  }

  /// The first day in the summary, or otherwise in the paragraphs before the first part.
  private mutating func opening(of incident: Incident) -> CalendarDay? {
    let first = incident.sections.first { $0.kind != nil }?.line ?? .max
    return incident.section(.summary).flatMap { day(inParagraphsOf: $0.lines) }
      ?? day(inParagraphsOf: document.lines.lowerBound..<max(first, document.lines.lowerBound))
  }

  private mutating func day(inParagraphsOf lines: LineRange) -> CalendarDay? {
    let paragraphs = document.blocks(in: lines).lazy.filter { $0.kind == .paragraph }.prefix(4)
    for paragraph in paragraphs {
      if let day = day(in: paragraph.text) { return day }
    }
    return nil
  }

  /// The day in the name of a file or of its folder, or in folders for the year, month and day.
  static func day(inPath path: String) -> CalendarDay? {
    let parts = path.split(separator: "/").suffix(5)
    for part in parts.suffix(2).reversed() {
      if let day = day(inName: part) { return day }
    }
    let numbers = parts.dropLast().suffix(3).compactMap { Digits.value($0.utf8) }
    guard numbers.count == 3 else { return nil }
    return CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// `2026-01-10`, `2026_01_10` or `20260110` anywhere in a name.
  private static func day(inName name: Substring) -> CalendarDay? {
    let bytes = Array(name.utf8)
    var index = 0
    while index + 8 <= bytes.count {
      guard bytes[index].isDigit else {
        index += 1
        continue
      }
      let run = bytes[index...].prefix(while: \.isDigit)
      if run.count == 8, let value = Digits.value(run),
        let day = CalendarDay(year: value / 10_000, month: value / 100 % 100, day: value % 100),
        day.year < 2100
      {
        return day
      }
      if run.count == 4, let day = day(yearFirst: bytes[index...].prefix(10)) { return day }
      index += run.count
    }
    return nil
  }

  private static func day(yearFirst bytes: ArraySlice<UInt8>) -> CalendarDay? {
    let start = bytes.startIndex
    guard bytes.count == 10, bytes[start + 4] == bytes[start + 7],
      "-_. ".utf8.contains(bytes[start + 4]), let year = Digits.value(bytes[start..<start + 4]),
      let month = Digits.value(bytes[start + 5..<start + 7]),
      let day = Digits.value(bytes[start + 8..<start + 10])
    else { return nil }
    return CalendarDay(year: year, month: month, day: day)
  }
}

extension ReviewFrontMatter {
  /// Whether the front matter belongs to an incident, and not just to a page.
  package var isOfAnIncident: Bool {
    id != nil || severity != nil || !services.isEmpty || !factors.isEmpty || !runbooks.isEmpty
      || detectionSource != nil || repeats != nil || !milestones.isEmpty || status != nil
  }

  /// Whether it holds what only one incident can have, which means that the file is not a log.
  var isOfOneIncident: Bool {
    id != nil || severity != nil || repeats != nil || !milestones.isEmpty
  }

  /// What a log states for all its incidents.
  var shared: ReviewFrontMatter {
    var shared = ReviewFrontMatter()
    shared.services = services
    shared.tags = tags
    shared.authors = authors
    shared.factors = factors
    shared.runbooks = runbooks
    shared.isSecurity = isSecurity
    shared.docusaurus = docusaurus
    return shared
  }
}
