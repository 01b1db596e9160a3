internal import CommonMark
internal import Diagnostics
internal import Incidents

extension Fix {
  /// Sections that every review needs get a heading and "TBD" where they are missing, in the usual order.
  ///
  /// The placeholder is a finding until somebody writes the section, so the check does not pass any sooner.
  static let scaffold = Fix(name: "missing sections", change: .moreParts) { subject in
    guard subject.role == .review, !subject.isLog else { return SourceEdits() }
    var edits = SourceEdits()
    let file = subject.document.file
    let line = file.lineEnding
    let outline = PartOutline(of: subject.incident)
    var isAtEnd = false
    for kind in parts where subject.lacks(kind) {
      let heading = String(repeating: "#", count: outline.level) + " \(kind.title)"
      if let next = outline.line(behind: kind) {
        edits.insert(
          block: "\(heading)\(line)\(line)TBD\(line)\(line)", at: file.start(ofLine: next))
      } else {
        let open = isAtEnd || file.bytes.last == 0x0A ? "" : line
        edits.insert(
          block: "\(open)\(line)\(heading)\(line)\(line)TBD\(line)", at: file.bytes.count)
        isAtEnd = true
      }
    }
    return edits
  }

  /// In the order of a review.
  fileprivate static let parts: [SectionKind] = [
    .summary, .impact, .detection, .timeline, .rootCause, .lessons, .actionItems,
  ]
}

extension FixSubject {
  fileprivate func lacks(_ kind: SectionKind) -> Bool {
    guard incident.parts(of: kind).isEmpty,
      !incident.unmarkedHeadings.contains(where: { $0.kind == kind })
    else { return false }
    switch kind {
    case .timeline: return incident.timeline == nil && !hasOtherTimeline
    case .actionItems: return incident.actionItems.isEmpty
    case .summary: return incident.frontMatter.summary == nil && !document.opensWithText()
    case .detection: return incident.frontMatter.detectionSource == nil
    default: return true
    }
  }
}

/// Where the sections of a review are.
struct PartOutline {
  /// The level of the headings of its sections; 2 when it has none.
  let level: Int
  private let sections: [Section]

  init(of incident: Incident) {
    let known = incident.sections.filter { section in
      section.kind.map(Fix.parts.contains) == true
    }
    let level = known.map(\.level).min() ?? 2
    self.level = level
    sections = known.filter { $0.level == level }
  }

  /// The line of the first section that comes after `kind` in the usual order.
  func line(behind kind: SectionKind) -> Int? {
    guard let position = Fix.parts.firstIndex(of: kind) else { return nil }
    let later = Fix.parts[(position + 1)...]
    return sections.first { $0.kind.map(later.contains) == true }?.line
  }
}
