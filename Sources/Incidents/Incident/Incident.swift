package import CommonMark
package import Vocabulary

/// One incident: what its review and timeline say about it.
///
/// It does not hold the text of the pages: they read the documents again when they are rendered, so that a
/// whole library of ten thousand incidents fits in memory.
package struct Incident: Hashable, Sendable {
  /// One element: a copy of an incident takes a reference, not one for each of its texts and lists.
  @usableFromInline var facts: [Facts]

  package init(path: String?, timelinePath: String?, frontMatter: ReviewFrontMatter, title: String)
  {
    facts = [
      Facts(
        reviewPath: path, timelinePath: timelinePath, frontMatter: frontMatter, title: title)
    ]
  }

  /// Where it begins in the review: line 1, or its heading in a log of several incidents.
  package var line: Int { part?.lowerBound ?? 1 }
  /// The file that represents it: the review, or the timeline when there is no review yet.
  package var path: String { reviewPath ?? timelinePath ?? "" }
  package var services: [String] { frontMatter.services.map(\.written) }
  package var tags: [String] { frontMatter.tags.map(\.written) }
  package var factors: [String] { frontMatter.factors.map(\.written) }
  package var isNearMiss: Bool { frontMatter.isNearMiss }

  /// The heading of a separate timeline that pages leave out: it repeats the incident's title, says that
  /// this is the timeline, or both.
  package func titleHeading(ofRecord blocks: [Block]) -> TitleHeading? {
    [title, "Timeline", "Timeline: \(title)", "\(title): timeline"].lazy
      .compactMap { blocks.heading(saying: $0) }.first
  }

  package func section(_ kind: SectionKind) -> Section? {
    sections.first { $0.kind == kind }
  }

  /// Everything of a kind, in reading order: sections, including those of two kinds, and labelled parts.
  package func parts(of kind: SectionKind) -> [Section] {
    let found = sections.filter { $0.isOf(kind) } + labelled.filter { $0.isOf(kind) }
    return found.sorted { ($0.line, $0.level) < ($1.line, $1.level) }
  }

  /// The lines below the heading of a section, up to the first section inside it that means something else.
  package func ownLines(of section: Section) -> LineRange {
    let other = sections.first { inner in
      inner.line > section.line && inner.line < section.lines.upperBound && inner.kind != nil
        && inner.kind != section.kind && !inner.isHeld
    }
    let end = other?.line ?? section.lines.upperBound
    return min(section.line + 1, end)..<end
  }

  /// Where the review has its timeline: the fullest kind of section there is. "Key events" is used when
  /// there is nothing else.
  var timelineParts: [Section] {
    let parts = parts(of: .timeline)
    let full = parts.filter { !$0.isMinor }
    return full.isEmpty ? parts : full
  }

  /// Whole minutes that users were affected: until mitigation, or until resolution if only that is known.
  package var minutes: Int? {
    milestones.minutes(to: .mitigate) ?? milestones.minutes(to: .resolve)
  }

  /// Gives back the memory that its lists took to grow, before it is kept.
  package mutating func fit() {
    sections = sections.fitted
    actionItems = actionItems.fitted
    mentions = mentions.fitted
  }

  package var openActionItems: [ActionItem] { actionItems.filter { $0.state == .open } }
  package var openActionItemCount: Int {
    // By number: an item is large to copy.
    actionItems.indices.count { actionItems[$0].state == .open }
  }
}

/// A day that a review states, with its line.
package struct StatedDay: Hashable, Sendable {
  package let day: CalendarDay
  package let line: Int
}

extension Array {
  /// The array without room for more; itself when there is little.
  fileprivate var fitted: [Element] { capacity > count + count / 4 ? map { $0 } : self }
}
