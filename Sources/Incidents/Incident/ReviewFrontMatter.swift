package import Vocabulary
package import YAML

/// The front matter of a review, each value with its place. Nothing is refused here: the rules decide.
package struct ReviewFrontMatter: Hashable, Sendable {
  package var title: String?
  package var id: Field<IncidentID>?
  /// The day of the incident; the value is `nil` for a day that does not exist.
  package var date: Field<Moment>?
  package var severity: Field<Severity>?
  package var status: String?
  package var summary: String?
  package var slug: Field<String>?
  package var services: [Field<String>] = []
  package var tags: [Field<String>] = []
  package var authors: [Field<String>] = []
  package var factors: [Field<String>] = []
  package var runbooks: [Field<String>] = []
  package var detectionSource: Field<String>?
  package var repeats: Field<IncidentID>?
  package var isNearMiss = false
  package var isSecurity = false
  package var milestones: [Milestone: Field<Moment>] = [:]
  /// Docusaurus' own keys, passed on to the blog post unchanged.
  package var docusaurus: [YAMLPair] = []

  package init() {}
}

extension ReviewFrontMatter {
  /// Takes the values that could be read; a value of the wrong kind is left out.
  init(
    _ fields: FieldReading, scale: SeverityScale = .standard, clock: TeamClock = TeamClock()
  ) {
    title = fields.text("title")
    id = fields.field("id") { IncidentID($0) }
    date = fields.field("date") { Moment(frontMatter: $0) }
    severity = fields.field("severity") { scale.severity(leading: $0) }
    // Hugo and Zola put keys of their own into a table.
    let table = fields.node("params") ?? fields.node("extra")
    if severity == nil, let node = table?["severity"], let text = node.text {
      severity = Field(written: text, range: node.range, value: scale.severity(leading: text))
    }
    status = fields.text("status")
    summary = fields.text("description") ?? fields.text("summary") ?? fields.text("excerpt")
    slug = fields.field("slug")
    services = fields.list("services")
    tags = fields.list("tags")
    authors = fields.list("authors")
    if authors.isEmpty { authors = fields.list("author") }
    factors = fields.list("factors")
    runbooks = fields.list("runbooks")
    detectionSource = fields.field("detection")
    repeats = fields.field("repeats") { IncidentID($0) }
    isNearMiss = fields.flag("near_miss")
    isSecurity = fields.flag("security")
    for milestone in Milestone.allCases {
      milestones[milestone] = fields.field(milestone.rawValue) {
        Moment(frontMatter: $0, clock: clock)
      }
    }
    docusaurus = fields.passed
  }
}

extension Moment {
  /// Reads a moment in the front matter: `2026-01-10`, `2026-01-10 14:00 UTC`, `2026-01-10T14:00:00Z`, and a
  /// day in any spelling that the text of a review may have: `March 4, 2026`, `04.03.2026`.
  ///
  /// A time without a zone has the team's.
  package init?(frontMatter text: String, clock team: TeamClock = TeamClock()) {
    if let day = CalendarDay(text) ?? Self.day(text) {
      self.init(written: text, clock: day.number * 86_400, hasDay: true, offset: nil)
      return
    }
    guard let reading = ClockReading(leading: text), reading.rest.isEmpty, let day = reading.day,
      let second = reading.second
    else { return nil }
    let clock = day.number * 86_400 + second
    let offset = (reading.zone ?? team.zone).flatMap { zone in
      var resolver = ZoneResolver(team.database)
      return resolver.offset(of: zone, at: clock).offset
    }
    self.init(
      written: text, clock: clock, hasDay: true, offset: offset,
      isApproximate: reading.isApproximate)
  }

  /// The day of a text that is a date with its year, in any spelling.
  private static func day(_ text: String) -> CalendarDay? {
    let bytes = Array(text.utf8)
    guard let date = DateReading(leading: bytes[...]), date.length == bytes.count, date.year != nil
    else { return nil }
    return date.calendarDay(order: nil)
  }
}
