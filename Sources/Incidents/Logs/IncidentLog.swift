internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Finds the incidents of a log: one file with a heading per incident.
enum IncidentLog {
  /// The parts that are incidents, in reading order; empty when the document is a single incident.
  ///
  /// Their headings are of one level and do not name a part of a review. Each contains a known part or a
  /// label, and has a day in its heading, or otherwise a timeline of its own or most parts of a review.
  /// Headings with days take precedence, so that the quarters of a year are not incidents; one heading
  /// beside them may lack its day.
  static func parts(of outline: ReviewOutline) -> [Section] {
    let free = freeSections(of: outline)
    let first = outline.sections.first { !$0.isNested }.map { [$0] } ?? []
    for (isIncident, holdsAll) in [(isDated, false), (hasTimeline, false), (hasReview, true)] {
      for level in 1...4 {
        // When the incidents are of level 1, the first of them takes the place of a title.
        var candidates = free.filter { $0.level == level }
        if level == 1, !candidates.isEmpty {
          candidates = first.filter { $0.level == 1 && $0.kind == nil } + candidates
        }
        guard candidates.count > 1 else { continue }
        let incidents = candidates.filter { isIncident($0, outline) }
        if incidents.count > 1, incidents.count * 2 > candidates.count,
          !holdsAll || isEverything(of: outline, in: incidents)
        {
          return candidates.filter { isIncident($0, outline) || isWritten($0, in: outline) }
        }
      }
    }
    return []
  }

  /// The sections that neither are nor lie inside a part of a review, and are not in a quote or a list; "#
  /// Incident log" is the title of the file.
  private static func freeSections(of outline: ReviewOutline) -> [Section] {
    var end = 0
    let sections = outline.sections.filter { !$0.isNested }
    let hasTitle = sections.first?.level == 1
    return sections.dropFirst(hasTitle ? 1 : 0).filter { section in
      if section.kind != nil { end = max(end, section.lines.upperBound) }
      return section.kind == nil && section.line >= end
    }
  }

  private static func isDated(_ section: Section, in outline: ReviewOutline) -> Bool {
    StatedDate.first(in: section.heading, order: { nil }) != nil
      && parts(in: section, of: outline).contains { $0.kind != nil }
  }

  /// Whether it is an incident beside others: it has a timeline or two parts of a review, and is not a
  /// template.
  private static func isWritten(_ section: Section, in outline: ReviewOutline) -> Bool {
    let isTemplate = outline.sections.contains {
      $0.lines.contains(section.line) && isOfTemplate($0.heading)
    }
    if isTemplate { return false }
    let written = parts(in: section, of: outline).filter { $0.content == .written }
    return written.contains { $0.isOf(.timeline) } || Set(written.compactMap(\.kind)).count > 1
  }

  /// "Incident template", "Incident on YYYY-MM-DD", but not something that happened to a template.
  private static func isOfTemplate(_ heading: String) -> Bool {
    if heading.contains("YYYY") { return true }
    let words = heading.lowercased().split { !$0.isLetter }
    return words.contains { $0.hasPrefix("template") } && words.allSatisfy(templateWords.contains)
  }

  private static let templateWords: Set<Substring> = [
    "template", "templates", "incident", "incidents", "post", "mortem", "postmortem", "review",
    "report", "log", "entry", "section", "new", "blank", "empty", "example", "for", "of", "an", "a",
    "the", "this", "your", "copy", "use", "us", "me", "to", "be", "copied",
  ]

  private static func hasTimeline(_ section: Section, in outline: ReviewOutline) -> Bool {
    parts(in: section, of: outline).contains { $0.isOf(.timeline) }
  }

  private static func hasReview(_ section: Section, in outline: ReviewOutline) -> Bool {
    Set(parts(in: section, of: outline).compactMap(\.kind)).count >= 3
  }

  /// Whether every part of a review is in one of the incidents.
  private static func isEverything(of outline: ReviewOutline, in incidents: [Section]) -> Bool {
    var index = 0
    for part in outline.sections where part.kind != nil && part.kind != .metadata {
      while index < incidents.count, incidents[index].lines.upperBound <= part.line { index += 1 }
      guard index < incidents.count, incidents[index].lines.contains(part.line) else {
        return false
      }
    }
    return true
  }

  /// The parts under headings and under labels.
  private static func parts(in section: Section, of outline: ReviewOutline) -> [Section] {
    [outline.sections, outline.labelled].flatMap { parts in
      parts[parts.firstSection(behind: section.line)...]
        .prefix { $0.line < section.lines.upperBound }
    }
  }
}

extension DocumentReading {
  /// The first line of each stretch of text that no incident of a log contains or refers to, so that it
  /// appears on no page.
  ///
  /// Headings, comments, footnotes and a table of contents do not count.
  package func looseLines(outside incidents: [Incident]) -> [Int] {
    let parts = incidents.compactMap(\.part)
    let definitions = incidents.flatMap(\.definitions).inOrder
    var lines: [Int] = []
    var start = 1
    for part in parts + [self.lines.upperBound..<self.lines.upperBound] {
      let stretch = blocks(in: start..<max(start, part.lowerBound))
      let first = stretch.first { block in
        isText(block) && !definitions.covers(block.lines.lowerBound)
      }
      if let first { lines.append(first.lines.lowerBound) }
      start = max(start, part.upperBound)
    }
    return lines
  }

  private func isText(_ block: Block) -> Bool {
    switch block.kind {
    case .heading, .thematicBreak, .quote: return false
    case .html: return !block.text.utf8.starts(with: "<!--".utf8)
    case .item, .tableHeader, .tableRow:
      let leads = !block.links.isEmpty && block.links.allSatisfy { $0.destination.hasPrefix("#") }
      return !block.text.isEmpty && !leads
    case .paragraph, .code:
      // The pages include the footnotes that they use.
      let first = file.bytes[file.offsets(ofLine: block.lines.lowerBound)]
      return !block.text.isEmpty && !first.starts(with: "[^".utf8)
    }
  }
}
