internal import CommonMark
package import Diagnostics

/// What was read of one incident, and what is wrong with it as a text.
package struct IncidentReading: Sendable {
  package var incident: Incident
  package var diagnostics: [Diagnostic]
}

/// Reads an incident from its documents. Never throws: it returns what it could read.
package struct IncidentReader: Sendable {
  private let vocabulary: HeadingVocabulary

  package init(vocabulary: HeadingVocabulary = .standard) {
    self.vocabulary = vocabulary
  }

  /// - Parameters:
  ///   - review: the review, or `nil` when it is not written yet.
  ///   - timeline: the timeline file; without one a review's own section serves.
  ///   - folder: the name of the incident's folder; `nil` for a review that stands alone.
  /// - Returns: the incident with all that could be read, and the findings of reading.
  /// - Precondition: one of the two documents is there.
  package func read(
    review: DocumentReading?, timeline: DocumentReading?, folder: String?
  ) -> IncidentReading {
    guard let main = review ?? timeline else {
      preconditionFailure("an incident has a review or a timeline")
    }
    var fields = ReviewFrontMatterReader(main.frontMatter, path: main.path)
    var diagnostics = main.diagnostics + fields.diagnostics
    if review != nil, let timeline {
      fields = ReviewFrontMatterReader(timeline.frontMatter, path: timeline.path)
      diagnostics += timeline.diagnostics + fields.diagnostics
      fields = ReviewFrontMatterReader(main.frontMatter, path: main.path)
    }
    let frontMatter = fields.frontMatter
    var incident = Incident(
      path: review?.path, timelinePath: timeline?.path, frontMatter: frontMatter,
      title: frontMatter.title ?? main.title?.text
        ?? Self.title(fromPath: main.path, folder: folder))
    incident.id = frontMatter.id?.value ?? folder.flatMap { IncidentID($0) }
    incident.severity = frontMatter.severity?.value
    incident.day =
      frontMatter.date?.value?.day ?? incident.id?.day
      ?? Self.day(inName: folder ?? Self.fileName(main.path))
    readSections(of: review, into: &incident)
    readTimeline(of: incident, review: review, timeline: timeline, into: &incident)
    incident.day =
      incident.day ?? incident.timeline?.entries.lazy.compactMap { $0.moment?.day }.first
    incident.slug = Self.slug(incident, fileName: Self.fileName(main.path))
    incident.pageName = incident.id.map { "\($0)-\(incident.slug)" } ?? Self.pageName(of: main.path)
    return IncidentReading(incident: incident, diagnostics: diagnostics)
  }

  private func readSections(of review: DocumentReading?, into incident: inout Incident) {
    guard let review else { return }
    incident.sections = SectionReader.sections(
      of: review.blocks, lastLine: review.file.lineCount, vocabulary: vocabulary)
    for section in incident.sections where section.kind == .actionItems {
      let isNested = incident.actionItems.contains { section.lines.contains($0.line) }
      if !isNested {
        incident.actionItems += ActionItemReader.items(in: review.blocks(in: section.lines))
      }
    }
    let summary = incident.section(.summary).map {
      Excerpts.opening(of: review.blocks(in: $0.lines), limit: 420)
    }
    incident.summary =
      summary ?? incident.frontMatter.summary
      ?? Excerpts.opening(of: review.blocks[...], limit: 420)
    if let lessons = incident.section(.lessons) {
      incident.lesson = Excerpts.opening(of: review.blocks(in: lessons.lines), limit: 200)
    }
    if let resolution = incident.section(.resolution) {
      incident.fix = Excerpts.opening(of: review.blocks(in: resolution.lines), limit: 200)
    }
  }

  private func readTimeline(
    of known: Incident, review: DocumentReading?, timeline: DocumentReading?,
    into incident: inout Incident
  ) {
    if let timeline {
      incident.timeline = TimelineReader.timeline(
        in: timeline.blocks[...], path: timeline.path, lines: 1..<timeline.file.lineCount + 1,
        day: known.day)
    }
    if incident.timeline == nil, let review, let section = known.section(.timeline) {
      incident.timeline = TimelineReader.timeline(
        in: review.blocks(in: section.lines), path: review.path, lines: section.lines,
        day: known.day)
    }
    var stated: [Milestone: MilestoneMark] = [:]
    for (milestone, field) in known.frontMatter.milestones {
      guard let moment = field.value else { continue }
      stated[milestone] = MilestoneMark(
        moment: moment, path: known.path, line: field.range.lowerBound.line, basis: .stated)
    }
    incident.milestones = MilestoneReader.milestones(in: incident.timeline, stated: stated)
  }
}
