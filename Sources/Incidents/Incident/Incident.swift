package import CommonMark
package import Vocabulary

/// One incident: what its review and timeline say about it.
///
/// It does not hold the text of the pages: they read the documents again when they are rendered, so that a
/// whole library of ten thousand incidents fits in memory.
package struct Incident: Hashable, Sendable {
  /// Relative to the working directory, as in ``SourceFile/path``.
  package var reviewPath: String?
  /// The timeline file; `nil` when the review itself has the timeline, or there is none.
  package var timelinePath: String?
  package var frontMatter: ReviewFrontMatter
  /// Its lines in a log, from its heading on; `nil` when the review is a file of its own.
  package var part: LineRange?
  /// The lines of a log outside the part that define what the part refers to: labels of links and
  /// footnotes.
  package var definitions: [LineRange] = []

  /// Who gets to see it: what the front matter of the review or the timeline says, whichever hides more.
  package var visibility = Visibility.listed
  /// The language that the review states, or else what the script of its words says; `nil` when neither does.
  package var language: String?
  package var id: IncidentID?
  package var title: String
  /// The heading that only repeats ``title``.
  package var titleHeading: TitleHeading?
  /// The day it happened: from the front matter, or else the ID, the file name or the first dated entry.
  package var day: CalendarDay?
  /// Where the text of the review states that day: "**Date:** 2026-01-10".
  package var statedDay: StatedDay?
  package var severity: Severity?
  /// As the author wrote it, on any scale: "SEV-2", "Critical".
  package var severityWritten: String?
  package var milestones: Milestones
  package var timeline: Timeline?
  /// Who was told what, in the order of the timeline.
  package var communications: [Communication] = []
  /// The state that the last update reports.
  package var updateStatus: IncidentStatus?
  package var longestUpdateGap: UpdateGap?
  /// The decision trees that were gone through, in the order of the timeline.
  package var decisions: [TakenDecision] = []
  /// What the review says about customers; `nil` when it is silent or unclear.
  package var customerImpact: CustomerImpact?
  package var sections: [Section]
  /// Parts under bold labels and labelled bullets, as in "**Impact:** none"; they lie inside sections.
  package var labelled: [Section] = []
  package var actionItems: [ActionItem]
  /// Where it names other pages, among them the runbooks that were used.
  package var mentions: [PageMention] = []
  /// Lines that only look like headings of parts that are missing.
  package var unmarkedHeadings: [UnmarkedHeading] = []

  /// Plain text: what users saw, why, and what was changed.
  package var summary: String
  /// The first lesson, on one line; empty when there is none.
  package var lesson: String
  /// What ended it, on one line; empty when the review does not say.
  package var fix: String

  /// The name of its page in a URL: lower-case ASCII letters, digits and hyphens. Unique in a library.
  package var pageName: String
  /// The name of its post: what the author states, or what comes from the title or the file name. Unique in
  /// a library among the incidents of its day.
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
