package import CommonMark
package import Vocabulary

/// One incident: what its review and its timeline say of it.
///
/// It holds no text of the pages: those read the documents again when they are rendered, so that the
/// whole library of ten thousand incidents fits in memory.
package struct Incident: Hashable, Sendable {
  /// Relative to the working directory, as in ``SourceFile/path``.
  package var reviewPath: String?
  /// The timeline file; `nil` when the review has the timeline itself, or there is none.
  package var timelinePath: String?
  package var frontMatter: ReviewFrontMatter
  /// Its lines in a log, from its heading on; `nil` when the review is a file of its own.
  package var part: LineRange?
  /// The lines of a log outside the part that define what it refers to: links and footnotes with a label.
  package var definitions: [LineRange] = []

  package var id: IncidentID?
  package var title: String
  /// The day it happened: front matter, then id, then file name, then the first dated entry.
  package var day: CalendarDay?
  /// Where the text of the review states that day: "**Date:** 2026-01-10".
  package var statedDay: StatedDay?
  package var severity: Severity?
  /// As the author wrote it, on whatever scale: "SEV-2", "Critical".
  package var severityWritten: String?
  package var milestones: Milestones
  package var timeline: Timeline?
  /// Who was told what, in the order of the timeline.
  package var communications: [Communication] = []
  /// What the last update says of the state.
  package var updateStatus: IncidentStatus?
  package var longestUpdateGap: UpdateGap?
  /// What the review says of customers; `nil` when it is silent or unclear.
  package var customerImpact: CustomerImpact?
  package var sections: [Section]
  /// Parts under bold labels and labelled bullets, as in "**Impact:** none"; they are within sections.
  package var labelled: [Section] = []
  package var actionItems: [ActionItem]

  /// Plain text: what users saw, why, what was changed.
  package var summary: String
  /// The first lesson, in a line; empty when there is none.
  package var lesson: String
  /// What ended it, in a line; empty when the review does not say.
  package var fix: String

  /// The name of its page in a URL: lower-case ASCII letters, digits and hyphens. Unique in a library.
  package var pageName: String
  /// The part of ``pageName`` that comes from the title or the file name.
  package var slug: String

  package init(path: String?, timelinePath: String?, frontMatter: ReviewFrontMatter, title: String)
  {
    reviewPath = path
    self.timelinePath = timelinePath
    self.frontMatter = frontMatter
    self.title = title
    milestones = Milestones()
    sections = []
    actionItems = []
    summary = ""
    lesson = ""
    fix = ""
    pageName = ""
    slug = ""
  }

  /// Where it begins in the review: 1, or its heading in a log of several.
  package var line: Int { part?.lowerBound ?? 1 }
  /// The file that stands for it: the review, or the timeline when there is no review yet.
  package var path: String { reviewPath ?? timelinePath ?? "" }
  package var services: [String] { frontMatter.services.map(\.written) }
  package var tags: [String] { frontMatter.tags.map(\.written) }
  package var factors: [String] { frontMatter.factors.map(\.written) }
  package var isNearMiss: Bool { frontMatter.isNearMiss }

  /// The section whose heading is the title of the review: the first, when it is of level 1. One in a
  /// quote before it does not count.
  package var titleSection: Section? {
    let first = sections.first { !$0.isHeld }
    return first?.level == 1 ? first : nil
  }

  package func section(_ kind: SectionKind) -> Section? {
    sections.first { $0.kind == kind }
  }

  /// Everything of a kind, in reading order: sections, also those that are of two kinds, and labelled parts.
  package func parts(of kind: SectionKind) -> [Section] {
    let found = sections.filter { $0.isOf(kind) } + labelled.filter { $0.isOf(kind) }
    return found.sorted { ($0.line, $0.level) < ($1.line, $1.level) }
  }

  /// Where the review tells its timeline: the fullest kind of section there is. "Key events" serve
  /// when there is nothing else.
  var timelineParts: [Section] {
    let parts = parts(of: .timeline)
    let full = parts.filter { !$0.isMinor }
    return full.isEmpty ? parts : full
  }

  /// Whole minutes that users were affected: until mitigated, or until resolved when that is all that is known.
  package var minutes: Int? {
    milestones.minutes(to: .mitigate) ?? milestones.minutes(to: .resolve)
  }

  package var openActionItems: [ActionItem] { actionItems.filter { $0.state == .open } }
  package var openActionItemCount: Int { actionItems.count { $0.state == .open } }
}

/// A day that a review states, and its line.
package struct StatedDay: Hashable, Sendable {
  package let day: CalendarDay
  package let line: Int
}
