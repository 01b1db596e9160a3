internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Vocabulary
internal import YAML

/// A review as a post: its own text, with the timeline included when that is a separate file.
struct BlogPost: Sendable {
  let site: SiteMap
  let tags: [String]
  let authors: [String]
  let index: Int
  let post: SiteMap.Post

  private var incident: Incident { site.library.incidents[index] }
  private var isMDX: Bool { MarkdownDocument.isMDX(post.file) }

  /// Adds everything that the post shows besides the incident, its documents, the settings and the policy.
  @Sendable func prepared(_ inputs: inout PageInputs) -> OutputFile.Rendering {
    inputs.add(incident)
    inputs.add(tags)
    inputs.add(authors)
    inputs.add(post.file)
    inputs.add(post.slug)
    for (path, list) in site.library.links(of: incident) {
      links(path: path, titleAnchor: nil).add(list, to: &inputs)
    }
    for pair in incident.frontMatter.docusaurus where pair.key.text == "image" {
      inputs.add(pair.value.text.flatMap(address))
    }
    return render
  }

  /// - Throws: Errors from reading the documents.
  private func render(_ documents: inout OpenDocuments) throws -> [UInt8] {
    var page = try documents.read(incident) {
      Rewriting($0, title: incident.titleHeading)
    }
    let record = try timelineRecord(&documents)
    let excerpt = Excerpt(
      of: page, summaryLine: incident.section(.summary)?.line, description: description,
      isMDX: isMDX)
    var kind = PageKind(isMDX: isMDX, excerpt: excerpt)
    var isBeyondInputs = false
    func changes(in page: Rewriting) -> (LinkUse) -> LinkChange {
      links(path: page.file.path, titleAnchor: page.title?.anchor)
        .changes { isBeyondInputs = true }
    }
    var insertions = [marker(of: excerpt)].compactMap(\.self)
    if let record {
      insertions.append(timeline(record, in: page, after: excerpt.end, links: changes(in: record)))
    } else if let own = incident.timeline, own.path == incident.path {
      kind.timeline = own.lines
    }
    var ids = HeadingIDs()
    let text = page.body(for: kind, ids: &ids, links: changes(in: page), with: insertions)
    if isBeyondInputs { documents.isBeyondInputs = true }
    let checklist = ChecklistSection(of: site.library.checklist(of: incident))
    let mark = incident.visibility == .draft ? DraftMark.text : ""
    let written = LanguageElement.around(
      text, in: incident.language, usual: site.library.configuration.language)
    return kind.page(
      Array((frontMatter + "\n" + mark).utf8) + written
        + Array(checklist.text(after: text, ids: &ids).utf8))
  }

  /// When nothing comes before the marker, the description is put there.
  private func marker(of excerpt: Excerpt) -> Insertion? {
    let lead = excerpt.isEmpty ? PlainText.escaped(description) + "\n\n" : ""
    let marker = excerpt.hasMarker ? "" : TruncateMarker.text + "\n\n"
    let text = Array((lead + marker).utf8)
    return text.isEmpty ? nil : Insertion(offset: excerpt.end) { _ in text }
  }

  private func timelineRecord(_ documents: inout OpenDocuments) throws -> Rewriting? {
    guard let path = incident.timelinePath, incident.reviewPath != nil else { return nil }
    return try documents.read(path) {
      Rewriting($0, title: incident.titleHeading(ofRecord: $0.blocks))
    }
  }

  private func links(path: String, titleAnchor: String?) -> PageLinks {
    PageLinks(
      site: site, path: path, permalink: post.permalink, titleAnchor: titleAnchor,
      assetFolder: "blog/\(post.folder)", assetPrefix: "./")
  }

  // MARK: The timeline

  /// The line before which the timeline is inserted, and the level of the section that it continues.
  ///
  /// It follows the review's own timeline section. Without one, it comes before the first section that is
  /// neither a summary nor about impact, but never before the truncate marker.
  private func timelinePlace(in page: Rewriting, after offset: Int) -> (
    line: Int, sectionLevel: Int?
  ) {
    let end = page.file.lineCount + 1
    // Nothing is inserted into the middle of a quote.
    let sections = incident.sections.filter {
      !$0.isNested && page.file.start(ofLine: $0.lines.upperBound) >= offset
    }
    if let own = sections.first(where: { $0.kind == .timeline }) {
      return (min(own.lines.upperBound, end), own.level)
    }
    let before: Set<SectionKind> = [.summary, .impact, .metadata]
    let titleLine = page.title?.line
    let next = sections.first { section in
      section.line != titleLine && page.file.start(ofLine: section.line) >= offset
        && !(section.kind.map(before.contains) ?? false) && section.level <= sectionLevel(page)
    }
    return (next.map { min($0.line, end) } ?? end, nil)
  }

  /// The level of the review's main sections.
  private func sectionLevel(_ page: Rewriting) -> Int {
    let titleLine = page.title?.line
    return Outline.mainLevel(
      of: incident.sections.filter { $0.line != titleLine }.map(\.level))
  }

  /// The timeline from a separate file, below the section that it continues or below a heading of its own.
  private func timeline(
    _ record: Rewriting, in page: Rewriting, after offset: Int,
    links: @escaping (LinkUse) -> LinkChange
  ) -> Insertion {
    let place = timelinePlace(in: page, after: offset)
    let level = (place.sectionLevel ?? min(2, sectionLevel(page))) + page.headingShift
    return Insertion(offset: page.file.start(ofLine: place.line)) { ids in
      var record = record
      let heading =
        place.sectionLevel == nil ? ids.heading("Timeline", level: level, anchor: "timeline") : ""
      let highest = record.highestLevel ?? level + 1
      let kind = PageKind(
        isMDX: isMDX, timeline: 1..<record.file.lineCount + 1, shift: max(0, level + 1 - highest),
        idPrefix: "timeline")
      let text = record.body(for: kind, ids: &ids, links: links)
      return Array(heading.utf8) + text + [.newline]
    }
  }

  // MARK: Metadata

  private var description: String {
    let told = [incident.frontMatter.summary, incident.summary, incident.fix, incident.lesson]
    for text in told.compactMap({ $0.map { PlainText.shortened($0, to: 300) } })
    where FrontMatterWriter.isSeen(text) && Self.isTelling(text) {
      return text
    }
    let severity = incident.severityLabel.map { " of severity \($0)" } ?? ""
    return "Incident\(severity) on \(incident.day?.description ?? "an unknown date")"
  }

  /// Whether it is more than a label, such as "Key events" at the top of a list.
  private static func isTelling(_ text: String) -> Bool {
    text.split(separator: " ").count > 2 || text.unicodeScalars.contains { $0.value > 0x2E7F }
      || text.last == "."
  }

  private var frontMatter: String {
    var writer = FrontMatterWriter()
    let title = PlainText.onOneLine(incident.title)
    let isTitled = FrontMatterWriter.isSeen(title)
    writer.add("title", isTitled ? title : "Incident of \(incident.day?.description ?? "")")
    writer.add("description", description)
    writer.add("slug", post.slug)
    writer.raw("date", date)
    if !authors.isEmpty { writer.add("authors", authors) }
    if !tags.isEmpty { writer.add("tags", tags) }
    for pair in AuthorKeys.accepted(of: incident.frontMatter.docusaurus) {
      add(pair, to: &writer)
    }
    if incident.visibility == .unlisted { writer.add("unlisted", true) }
    writer.raw("incident", facts)
    writer.add("source", site.library.shortPath(incident.path))
    writer.pinFormat(isMDX: isMDX)
    return writer.output
  }

  /// Docusaurus' own keys as the author wrote them, except an image, which may be a file beside the review.
  private func add(_ pair: YAMLPair, to writer: inout FrontMatterWriter) {
    guard let key = pair.key.text else { return }
    // Who gets to see the page is settled by all of its documents.
    if ["draft", "unlisted"].contains(key) { return }
    guard key == "image" else { return writer.add(key, pair.value) }
    if let address = pair.value.text.flatMap(address) { writer.add(key, address) }
  }

  /// The address of a picture that the front matter names; `nil` when the site cannot show it.
  private func address(ofImage image: String) -> String? {
    guard !image.isEmpty else { return nil }
    return switch site.library.links.target(of: image, from: incident.path) {
    case .asset(let path): site.assets["blog/\(post.folder)"]?[path].map { "./\($0)" }
    case .external where LinkAddress.isParsable(image): image
    // A path that is not in the content may be one of the site's own files.
    case .missing where image.hasPrefix("/"): image
    default: nil
    }
  }

  /// When the incident began, in UTC; midnight of its day when the time is not known or UTC would give
  /// another day.
  private var date: String {
    let day = incident.day?.description ?? ""
    let began = incident.milestones[.started]?.moment
    guard let began, began.offset == 0, began.day == incident.day, let time = began.rfc3339 else {
      return "\(day)T00:00:00Z"
    }
    return time
  }

  private var facts: String {
    var writer = JSONWriter()
    writer.object { writer in
      if let id = incident.id { writer.member("id", id.description) }
      if let severity = incident.severityLabel { writer.member("severity", severity) }
      if let tone = incident.severityTone { writer.member("tone", tone) }
      if let status = incident.frontMatter.status {
        writer.member("status", PlainText.onOneLine(status))
      }
      if let minutes = incident.minutes { writer.member("duration", Wording.length(minutes)) }
      if !incident.services.isEmpty {
        writer.member(
          "services", incident.services.map { site.library.configuration.service($0)?.name ?? $0 })
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
