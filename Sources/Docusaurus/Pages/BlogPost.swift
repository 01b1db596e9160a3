internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Vocabulary
internal import YAML

/// A review as a post: its own text, with the timeline in it when that is a file of its own.
struct BlogPost: Sendable {
  let site: SiteMap
  let tags: [String]
  let authors: [String]
  let index: Int
  let post: SiteMap.Post

  private var incident: Incident { site.library.incidents[index] }
  private var isMDX: Bool { MarkdownDocument.isMDX(post.file) }

  /// - Throws: what reading the documents threw.
  func render(_ sources: Sources, _ documents: inout OpenDocuments) throws -> [UInt8] {
    var page = try documents.read(incident, from: sources) { Rewriting($0) }
    let record = try timelineRecord(sources, &documents)
    let excerpt = Excerpt(of: page, summaryLine: incident.section(.summary)?.line, isMDX: isMDX)
    let links = links(of: page, path: incident.path)
    page.dropTitle()
    page.editText(excerptEnd: excerpt.end, links: { links.change($0) })
    page.editMarkupBlocks(
      excerptEnd: excerpt.end, marker: excerpt.hasMarker ? excerpt.end : nil,
      links: { links.change($0) })
    page.editAdmonitions()
    page.editCode()
    page.editTabs(areLive: isMDX)
    let place = timelinePlace(in: page, after: excerpt.end)
    let shift = page.headingShift
    var ids = HeadingIDs()
    page.editHeadings(in: 1..<place.line, shift: shift, ids: &ids)
    insertMarker(excerpt, into: &page)
    if let record {
      let level = place.sectionLevel.map { $0 + shift } ?? 2
      let text = timeline(record, level: level, hasHeading: place.sectionLevel != nil, ids: &ids)
      let offset = page.file.start(ofLine: place.line)
      let isLast = offset >= page.body.upperBound
      let gap = (isLast ? page.takeClosing() : "") + page.gap(before: offset)
      page.edits.insert(block: Array(gap.utf8) + text, at: offset)
    } else if let own = incident.timeline, own.path == incident.path {
      page.breakTimelineLines(in: own.lines)
    }
    page.editHeadings(in: place.line..<page.file.lineCount + 1, shift: shift, ids: &ids)
    let text = page.output() + Array(page.takeClosing().utf8)
    let checklist = ChecklistSection(of: site.library.checklist(of: incident))
    let markdown =
      Array((frontMatter + "\n").utf8) + text
      + Array(checklist.text(after: text, ids: &ids).utf8)
    return isMDX ? MDXPage.text(of: markdown) : markdown
  }

  /// Where nothing stands before the marker, the description does.
  private func insertMarker(_ excerpt: Excerpt, into page: inout Rewriting) {
    let lead = excerpt.isEmpty ? PlainText.escaped(description) + "\n\n" : ""
    let marker = excerpt.hasMarker ? "" : TruncateMarker.text + "\n\n"
    guard !(lead + marker).isEmpty else { return }
    let isLast = excerpt.end >= page.body.upperBound
    let gap = (isLast ? page.takeClosing() : "") + page.gap(before: excerpt.end)
    page.edits.insert(block: gap + lead + marker, at: excerpt.end)
  }

  private func timelineRecord(
    _ sources: Sources, _ documents: inout OpenDocuments
  ) throws -> Rewriting? {
    guard let path = incident.timelinePath, incident.reviewPath != nil else { return nil }
    return try documents.read(path, from: sources) { Rewriting($0) }
  }

  private func links(of page: Rewriting, path: String) -> PageLinks {
    PageLinks(
      site: site, path: path, permalink: post.permalink, titleAnchor: page.title?.anchor,
      assetFolder: "blog/\(post.folder)", assetPrefix: "./")
  }

  // MARK: The timeline

  /// The line before which the timeline goes, and the level of the section that it continues.
  ///
  /// It follows the review's own timeline section, or else stands before the first section that is
  /// neither a summary nor about impact; never before the truncate marker.
  private func timelinePlace(in page: Rewriting, after offset: Int) -> (
    line: Int, sectionLevel: Int?
  ) {
    let end = page.file.lineCount + 1
    // Nothing is put into the middle of a quote.
    let sections = incident.sections.filter {
      !$0.isNested && page.file.start(ofLine: $0.lines.upperBound) >= offset
    }
    if let own = sections.first(where: { $0.kind == .timeline }) {
      return (min(own.lines.upperBound, end), own.level)
    }
    let before: Set<SectionKind> = [.summary, .impact, .metadata]
    let titleLine = page.title?.lines.lowerBound
    let next = sections.first { section in
      section.line != titleLine && page.file.start(ofLine: section.line) >= offset
        && !(section.kind.map(before.contains) ?? false) && section.level <= sectionLevel(page)
    }
    return (next.map { min($0.line, end) } ?? end, nil)
  }

  /// The level of the review's main sections.
  private func sectionLevel(_ page: Rewriting) -> Int {
    let titleLine = page.title?.lines.lowerBound
    return incident.sections.filter { $0.line != titleLine }.map(\.level).min() ?? 2
  }

  private func timeline(
    _ record: Rewriting, level: Int, hasHeading: Bool, ids: inout HeadingIDs
  ) -> [UInt8] {
    var page = record
    let file = page.file
    let links = links(of: page, path: file.path)
    page.dropTitle()
    page.editText(excerptEnd: 0, links: { links.change($0) })
    page.editMarkupBlocks(excerptEnd: 0, links: { links.change($0) })
    page.editAdmonitions()
    page.editCode()
    page.editTabs(areLive: isMDX)
    page.breakTimelineLines(in: 1..<file.lineCount + 1)
    var opening = ""
    if !hasHeading {
      let id = ids.explicitID(text: "Timeline", anchor: "timeline").map { " \\{#\($0)}" } ?? ""
      opening = "\(String(repeating: "#", count: level)) Timeline\(id)\n\n"
    }
    let titleLine = page.title?.lines.lowerBound
    let highest = page.blocks.compactMap { block -> Int? in
      guard case .heading(let level) = block.kind, block.lines.lowerBound != titleLine else {
        return nil
      }
      return level
    }.min()
    let shift = max(0, level + 1 - (highest ?? level + 1))
    page.editHeadings(in: 1..<file.lineCount + 1, shift: shift, ids: &ids, prefix: "timeline")
    return Array(opening.utf8) + page.output() + Array("\(page.takeClosing())\n".utf8)
  }

  // MARK: Metadata

  private var description: String {
    let text = PlainText.shortened(incident.frontMatter.summary ?? incident.summary, to: 300)
    if FrontMatterWriter.isSeen(text) { return text }
    let severity = incident.severity.map { " of severity \($0.rawValue)" } ?? ""
    return "Incident\(severity) on \(incident.day?.description ?? "an unknown day")"
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
    writer.raw("incident", facts)
    writer.add("source", site.source(incident.path))
    writer.raw("mdx", "{\"format\": \"\(isMDX ? "mdx" : "md")\"}")
    return writer.output
  }

  /// Docusaurus' own keys as the author wrote them, but for an image, which may be a file beside.
  private func add(_ pair: YAMLPair, to writer: inout FrontMatterWriter) {
    guard let key = pair.key.text else { return }
    guard key == "image" else { return writer.add(key, pair.value) }
    guard let image = pair.value.text, !image.isEmpty else { return }
    switch site.library.links.target(of: image, from: incident.path) {
    case .asset(let path):
      guard let name = site.assets["blog/\(post.folder)"]?[path] else { return }
      writer.add(key, "./\(name)")
    case .external where LinkAddress.isParsable(image): writer.add(key, image)
    default: return
    }
  }

  /// When it began, in UTC; midnight of its day when that is not known, or would be another day.
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
      if let severity = incident.severity { writer.member("severity", severity.rawValue) }
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
