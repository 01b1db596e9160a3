internal import CommonMark

/// Finds the incidents of a log: one file with a heading an incident.
enum IncidentLog {
  /// The parts that are incidents, in reading order; empty when the document is one incident.
  ///
  /// They have headings of one level that name no part of a review, and each has a known part or a label
  /// in it, and a day in its heading or else a timeline of its own or most parts of a review. Headings
  /// with days win, so that the quarters of a year are no incidents.
  static func parts(of outline: ReviewOutline) -> [Section] {
    let free = freeSections(of: outline)
    for (isIncident, holdsAll) in [(isDated, false), (hasTimeline, false), (hasReview, true)] {
      for level in 1...4 {
        let candidates = free.filter { $0.level == level }
        guard candidates.count > 1 else { continue }
        let incidents = candidates.filter { isIncident($0, outline) }
        if incidents.count > 1, incidents.count * 2 > candidates.count,
          !holdsAll || isEverything(of: outline, in: incidents)
        {
          return incidents
        }
      }
    }
    return []
  }

  /// The sections that are no part of a review and in none; "# Incident log" is the title of the file.
  private static func freeSections(of outline: ReviewOutline) -> [Section] {
    var end = 0
    let hasTitle = outline.sections.first?.level == 1
    return outline.sections.dropFirst(hasTitle ? 1 : 0).filter { section in
      if section.kind != nil { end = max(end, section.lines.upperBound) }
      return section.kind == nil && section.line >= end
    }
  }

  private static func isDated(_ section: Section, in outline: ReviewOutline) -> Bool {
    StatedDate.first(in: section.heading, order: { nil }) != nil
      && parts(in: section, of: outline).contains { $0.kind != nil }
  }

  private static func hasTimeline(_ section: Section, in outline: ReviewOutline) -> Bool {
    parts(in: section, of: outline).contains { $0.isOf(.timeline) }
  }

  private static func hasReview(_ section: Section, in outline: ReviewOutline) -> Bool {
    Set(parts(in: section, of: outline).compactMap(\.kind)).count >= 3
  }

  /// Whether every part of a review stands in one of the incidents.
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

  /// Under headings and under labels.
  private static func parts(in section: Section, of outline: ReviewOutline) -> [Section] {
    [outline.sections, outline.labelled].flatMap { parts in
      parts[parts.firstIndex(behind: section.line)...]
        .prefix { $0.line < section.lines.upperBound }
    }
  }
}

extension Incident {
  /// The lines on which the incidents of a log begin; empty when the review is of one incident.
  package var loggedLines: [Int] {
    IncidentLog.parts(of: ReviewOutline(sections: sections, labelled: labelled)).map(\.line)
  }
}
