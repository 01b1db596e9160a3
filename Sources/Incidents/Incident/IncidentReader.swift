internal import CommonMark
package import Diagnostics
package import Vocabulary

/// What was read of one incident, and the findings in its text.
package struct IncidentReading: Sendable {
  package var incident: Incident
  package var diagnostics: [Diagnostic]
}

/// Reads an incident from its documents. It never throws: it returns what it could read.
package struct IncidentReader: Sendable {
  private let vocabulary: HeadingVocabulary
  /// The team's severities.
  package var scale: SeverityScale
  /// The zones of the world, and the team's own.
  package var clock: TeamClock

  package init(
    vocabulary: HeadingVocabulary = .standard, scale: SeverityScale = .standard,
    clock: TeamClock = TeamClock()
  ) {
    self.vocabulary = vocabulary
    self.scale = scale
    self.clock = clock
  }

  /// - Parameters:
  ///   - review: The review, or `nil` when it is not written yet.
  ///   - timeline: The timeline file; without one, a section of the review is used.
  ///   - folder: The name of the incident's folder; `nil` for a review without a folder.
  /// - Returns: The incident with everything that could be read, and the findings.
  /// - Precondition: At least one of the two documents is there.
  package func read(
    review: DocumentReading?, timeline: DocumentReading?, folder: String?
  ) -> IncidentReading {
    guard let main = review ?? timeline else {
      preconditionFailure("an incident has a review or a timeline")
    }
    let fields = FieldReading(main.frontMatter, by: .review, in: main.file)
    var diagnostics = main.diagnostics + fields.diagnostics
    if review != nil, let timeline {
      diagnostics += Visibility.findings(in: timeline.frontMatter, of: timeline.file)
      diagnostics += timeline.diagnostics
      diagnostics += FieldReading(timeline.frontMatter, by: .review, in: timeline.file).diagnostics
    }
    diagnostics += [review, timeline].compactMap { $0.flatMap { TemplateTags.finding(in: $0) } }
    let frontMatter = ReviewFrontMatter(fields, scale: scale, clock: clock)
    let outline = review.map { SectionReader.outline(of: $0, vocabulary: vocabulary) }
    let facts = review.flatMap { review in outline.map { StatedFacts(of: review, outline: $0) } }
    let heading = outline.flatMap {
      IncidentTitle.text(of: main, outline: $0, stated: facts?.title)
    }
    var incident = Incident(
      path: review?.path, timelinePath: timeline?.path, frontMatter: frontMatter,
      title: frontMatter.title ?? heading ?? (review == nil ? main.title?.text : nil)
        ?? Self.title(fromPath: main.path, folder: folder))
    incident.part = main.isPart ? main.lines : nil
    diagnostics += Language.findings(in: main.frontMatter, of: main.file)
    incident.language =
      Language.stated(in: main.frontMatter) ?? Language.ofScript(in: main.blocks.words)
    incident.visibility =
      [review, timeline].compactMap { document in
        document.map { Visibility($0.frontMatter, in: $0.file) }
      }.max() ?? .listed
    incident.id =
      frontMatter.id?.value ?? folder.flatMap { IncidentID($0) }
      ?? (main.isPart ? heading.flatMap(IncidentID.init(leading:)) ?? facts?.id : nil)
    incident.otherID = facts?.otherID
    incident.severity = frontMatter.severity?.value
    incident.severityWritten = frontMatter.severity?.written
    if frontMatter.severity == nil, let stated = facts?.severity {
      incident.severity = scale.severity(leading: stated.written)
      incident.severityWritten = stated.written
    }
    if let review, let outline { readSections(outline, of: review, into: &incident) }
    var day = IncidentDay(
      of: main, incident: incident, facts: facts, folder: folder, order: outline?.dateOrder)
    incident.day = day.day
    incident.statedDay = day.stated(in: facts)
    let scan = Self.scan(of: incident, review: review, timeline: timeline)
    // Only the name of the channel can state the day of a chat.
    if incident.id == nil, incident.day == nil, let scan {
      incident.day = ChatFacts.incident(in: scan.texts)?.day
    }
    incident.timeline = scan?.timeline(
      on: incident.day, order: outline?.dateOrder, clock: clock)
    day.settle(by: incident)
    incident.day = day.day ?? incident.day
    // A day that only the text states is the day of times without one.
    if let day = incident.day, incident.timeline?.entries.first?.moment?.hasDay == false {
      incident.timeline = scan?.timeline(on: day, order: outline?.dateOrder, clock: clock)
    }
    if let day = incident.day {
      for index in incident.actionItems.indices {
        incident.actionItems[index].settleDue(after: day)
      }
    }
    incident.milestones = Self.milestones(of: incident)
    let chat = incident.timeline.map { ChatFacts(of: $0, scale: scale) }
    if let chat {
      let isNamed =
        frontMatter.title != nil || heading != nil
        || main.title.map { vocabulary.kind(of: $0.text) != .timeline } == true
      incident.take(chat, isNamed: isNamed)
    }
    incident.mentions = PageMentionReader.mentions(
      in: incident, [review, timeline].compactMap(\.self))
    incident.crew = incident.timeline.flatMap { Crew(of: $0) }
    incident.terms = ReviewTerms(of: incident, [review, timeline].compactMap(\.self))
    incident.titleHeading = main.blocks.heading(saying: incident.title)
    incident.slug = Self.slug(incident, fileName: Self.fileName(main.path))
    incident.pageName = Self.pageName(of: incident)
    return IncidentReading(incident: incident, diagnostics: diagnostics)
  }

  private func readSections(
    _ outline: ReviewOutline, of review: DocumentReading, into incident: inout Incident
  ) {
    incident.sections = outline.sections
    incident.labelled = outline.labelled
    incident.unmarkedHeadings = outline.unmarked
    incident.actionItems = ActionItemReader.items(in: review, outline: outline)
    incident.durations = TypedDuration.all(in: review)
    let summary = incident.section(.summary).map {
      Excerpts.opening(of: review.blocks(in: $0.lines), limit: 420)
    }
    incident.summary =
      summary ?? incident.frontMatter.summary
      ?? Excerpts.opening(of: review.blocks[...], limit: 420)
    let whole = incident
    incident.lesson =
      whole.parts(of: .lessons).lazy
      .map { Excerpts.lesson(in: whole.ownLines(of: $0), of: review, limit: 200) }
      .first { !$0.isEmpty } ?? ""
    incident.customerImpact = CustomerImpact(
      in: incident.parts(of: .impact) + incident.parts(of: .summary), of: review)
    if let resolution = incident.section(.resolution) {
      incident.fix = Excerpts.opening(of: review.blocks(in: resolution.lines), limit: 200)
    }
  }

  /// Reads the timeline of an incident again, this time with its entries.
  package static func timeline(
    of incident: Incident, review: DocumentReading?, timeline: DocumentReading?, clock: TeamClock
  ) -> Timeline? {
    incident.timeline.flatMap {
      scan(of: incident, review: review, timeline: timeline)?
        .timeline(on: $0.day, order: $0.dateOrder, clock: clock)
    }
  }

  /// Scans the timeline file, or otherwise the parts of the review, before the days are settled.
  private static func scan(
    of incident: Incident, review: DocumentReading?, timeline: DocumentReading?
  ) -> TimelineScan? {
    timeline.flatMap { TimelineReader.scan(ofFile: $0) }
      ?? review.flatMap {
        TimelineReader.scan(
          of: $0, parts: incident.timelineParts,
          asides: incident.parts(of: .timeline).filter(\.isMinor))
      }
  }

  private static func milestones(of incident: Incident) -> Milestones {
    var stated: [Milestone: MilestoneMark] = [:]
    for (milestone, field) in incident.frontMatter.milestones {
      guard let moment = field.value else { continue }
      stated[milestone] = MilestoneMark(
        moment: moment, path: incident.path, line: field.range.lowerBound.line, basis: .stated)
    }
    return MilestoneReader.milestones(in: incident.timeline, stated: stated)
  }
}
