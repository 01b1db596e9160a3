internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Templates

/// The documents of an incident as parts of its page: what is shown first, and the rest in its
/// order.
struct IncidentStory {
  /// A section that is shown in a place of its own.
  struct Part {
    /// The id of its heading in the review, so that links to it still arrive.
    let anchor: String?
    /// The heading as its author wrote it; empty for text that has none.
    var heading = HTML.empty
    let html: HTML

    var value: TemplateValue {
      [
        "anchor": .optional(anchor), "html": .html(html),
        "heading": heading.isEmpty ? .nothing : .html(heading),
      ]
    }
  }

  private(set) var summary = Part(anchor: nil, html: .empty)
  private(set) var lessons: Part?
  private(set) var actions: Part?
  private(set) var timeline = TemplateValue.nothing
  /// The stretches of the response without an entry that are longer than its policy allows.
  private(set) var silences: [ResponseRecord.Gap] = []
  /// What the review calls its timeline; empty when it has none.
  private var timelineHeading = HTML.empty
  private(set) var body = HTML.empty
  /// The headings of the page, each with `anchor` and `heading`.
  private(set) var contents: [TemplateValue] = []

  /// The sections that are taken out of the body, with the lines that go with them.
  private var taken: [(section: Section, lines: LineRange)] = []

  /// - Throws: Errors from reading a document.
  init(
    of incident: Incident, on place: Place, of site: ArchiveSite, trees: [Int: String],
    _ documents: inout OpenDocuments
  ) throws {
    let clock = site.library.configuration.clock
    var entries: Timeline?
    var markup: EntryMarkup?
    var timelineHTML = HTML.empty
    if let path = incident.reviewPath {
      var document = try documents.take(incident)
      if incident.timeline?.path == path {
        entries = IncidentReader.timeline(
          of: incident, review: DocumentReading(of: document), timeline: nil, clock: clock)
      }
      site.rewriteLinks(of: &document, on: place, &documents)
      takeSections(of: incident, in: document.blocks)
      if let entries { takeItem(with: entries, in: &document) }
      timelineHTML = readReview(document, incident)
      if let entries, entries.isListed {
        let lines = taken.first { $0.section.kind == .timeline }.map {
          $0.lines.lowerBound + 1..<$0.lines.upperBound
        }
        markup = EntryMarkup(
          of: entries, in: &document, lines: lines, headingShift: Self.headingShift(of: incident))
      }
    }
    if let path = incident.timelinePath {
      var document = try documents.take(path)
      let isRecord = incident.timeline?.path == path
      if isRecord {
        entries = IncidentReader.timeline(
          of: incident, review: nil, timeline: DocumentReading(of: document), clock: clock)
      }
      site.rewriteLinks(of: &document, on: place, &documents)
      let title =
        incident.reviewPath == nil
        ? incident.titleHeading : incident.titleHeading(ofRecord: document.blocks)
      timelineHTML = HTML(document, headingShift: Self.recordShift, omitting: title?.line)
      if isRecord, let entries, entries.isListed {
        let lines = document.bodyLine..<document.file.lineCount + 1
        markup = EntryMarkup(
          of: entries, in: &document, lines: lines, headingShift: Self.recordShift,
          omitting: title?.line)
      }
    }
    let anchor = timelineAnchor(of: incident)
    let list = TimelineEntries(of: incident, entries, in: site.library, trees: trees)
    timeline = list.value(
      anchor: anchor, heading: timelineHeading, markup: markup, written: timelineHTML)
    silences = list.windows.silences
    if summary.html.isEmpty, let text = incident.frontMatter.summary {
      summary = Part(anchor: nil, html: Self.paragraph(text))
    }
    listContents(of: incident, timelineAnchor: timeline == .nothing ? nil : anchor)
  }

  /// The headings of a separate timeline are below that of the page's own section.
  private static let recordShift = 2

  private static func paragraph(_ text: String) -> HTML {
    var html = HTML(trusted: "<p>")
    html.append(HTML(text: text))
    html.append(HTML(trusted: "</p>"))
    return html
  }
}

// MARK: - The review

extension IncidentStory {
  private mutating func takeSections(of incident: Incident, in blocks: [Block]) {
    let ownTimeline = incident.timeline.map { $0.path == incident.reviewPath } ?? false
    for kind in [SectionKind.summary, .lessons, .timeline, .actionItems] {
      if kind == .timeline, !ownTimeline { continue }
      if kind == .actionItems, incident.actionItems.isEmpty { continue }
      // A quote stays in one piece where it is.
      let found = incident.sections.first { section in
        section.kind == kind && !section.isNested && section.content == .written
          && (kind != .lessons || Self.hasLesson(incident.ownLines(of: section), in: blocks))
      }
      guard let section = found else { continue }
      let lines = section.line..<incident.ownLines(of: section).upperBound
      guard !taken.contains(where: { $0.lines.overlaps(lines) }) else { continue }
      taken.append((section, lines))
    }
    taken.sort { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  /// Takes a list item that is the timeline, such as "Key events" among other labels, out of the body when the list of
  /// entries has all of its words.
  private mutating func takeItem(with entries: Timeline, in document: inout MarkdownDocument) {
    guard entries.isListed, !taken.contains(where: { $0.section.kind == .timeline }),
      let item = entries.holder(in: document.blocks)
    else { return }
    let label = document.blocks[item].text
    let next = document.blocks[(item + 1)...].first { $0.depth == 0 }
    let slice = TextSlice(
      block: item, lines: 0..<label.utf8.count { $0 == .newline } + 1, dropped: 0,
      end: next?.lines.lowerBound ?? .max)
    guard let shown = document.html(of: [slice])[0] else { return }
    var words = WordCount(of: entries, EntryMarkup(withoutMarkup: entries))
    words.add(label)
    let written = HTML(trusted: Array(shown.lines.joined(separator: [.space])) + shown.blocks)
    guard words.holdsAll(of: written) else { return }
    document.remove(item: item)
    timelineHeading = HTML(text: label.hasSuffix(":") ? String(label.dropLast()) : label)
  }

  /// Whether a section says more than that lessons follow, or that there are none.
  private static func hasLesson(_ lines: LineRange, in blocks: [Block]) -> Bool {
    blocks.contains { lines.contains($0.lines.lowerBound) && $0.isLesson }
  }

  /// - Returns: the timeline section as written.
  private mutating func readReview(
    _ document: borrowing MarkdownDocument, _ incident: Incident
  ) -> HTML {
    let shift = Self.headingShift(of: incident)
    func html(_ lines: LineRange) -> HTML {
      lines.isEmpty
        ? .empty
        : HTML(document, lines: lines, headingShift: shift, omitting: incident.titleHeading?.line)
    }
    var written = HTML.empty
    var next = 1
    for (section, lines) in taken {
      body.append(html(next..<lines.lowerBound))
      next = lines.upperBound
      let part = Part(
        anchor: section.anchor, heading: HTML(headingOf: document, atLine: section.line),
        html: html(section.line + 1..<lines.upperBound))
      switch section.kind {
      case .summary: summary = part
      case .lessons: lessons = part
      case .actionItems: actions = part
      default: (written, timelineHeading) = (part.html, part.heading)
      }
    }
    body.append(html(next..<max(next, document.file.lineCount + 1)))
    return written
  }

  /// Reviews that use headings of level 1 below the title would give the page several of them.
  private static func headingShift(of incident: Incident) -> Int {
    let title = incident.titleHeading?.line
    return incident.sections.contains { $0.level == 1 && $0.line != title } ? 1 : 0
  }

  /// The id of the page's own timeline: that of the review's section, or a free one.
  private func timelineAnchor(of incident: Incident) -> String {
    if let own = taken.first(where: { $0.section.kind == .timeline })?.section.anchor { return own }
    return incident.sections.contains { $0.anchor == "timeline" } ? "timeline-record" : "timeline"
  }

  private mutating func listContents(of incident: Incident, timelineAnchor: String?) {
    func add(_ anchor: String?, _ heading: String) {
      guard let anchor else { return }
      contents.append(["anchor": .text(anchor), "heading": .text(heading)])
    }
    func words(_ kind: SectionKind, _ own: String) -> String {
      taken.first { $0.section.kind == kind }?.section.heading ?? own
    }
    if let lessons { add(lessons.anchor, words(.lessons, "What to learn")) }
    add(timelineAnchor, words(.timeline, "Timeline"))
    let title = incident.titleHeading?.line
    let rest = incident.sections.filter { section in
      section.line != title && !taken.contains { $0.lines.contains(section.line) }
    }
    let top = Outline.mainLevel(of: rest.map(\.level))
    for section in rest where section.level <= top { add(section.anchor, section.heading) }
    if !incident.actionItems.isEmpty {
      add(actions?.anchor ?? "action-items", words(.actionItems, "Action items"))
    }
  }
}
