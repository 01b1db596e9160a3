package import CommonMark
package import Vocabulary

/// What an incident says, property by property.
extension Incident {
  /// All of it side by side.
  @usableFromInline package struct Facts: Hashable, Sendable {
    package var reviewPath: String?
    package var timelinePath: String?
    package var frontMatter: ReviewFrontMatter
    package var part: LineRange?
    package var definitions: [LineRange] = []
    package var visibility: Visibility = Visibility.listed
    package var language: String?
    package var id: IncidentID?
    package var otherID: String?
    package var title: String
    package var titleHeading: TitleHeading?
    package var day: CalendarDay?
    package var statedDay: StatedDay?
    package var severity: Severity?
    package var severityWritten: String?
    package var milestones: Milestones = Milestones()
    package var durations: [TypedDuration] = []
    package var timeline: Timeline?
    package var communications: [Communication] = []
    package var updateStatus: IncidentStatus?
    package var longestUpdateGap: UpdateGap?
    package var decisions: [TakenDecision] = []
    package var customerImpact: CustomerImpact?
    package var sections: [Section] = []
    package var labelled: [Section] = []
    package var actionItems: [ActionItem] = []
    package var mentions: [PageMention] = []
    package var unmarkedHeadings: [UnmarkedHeading] = []
    package var summary: String = ""
    package var lesson: String = ""
    package var fix: String = ""
    package var terms: ReviewTerms = ReviewTerms()
    package var crew: Crew?
    package var pageName: String = ""
    package var slug: String = ""
  }
}

extension Incident {
  /// Relative to the working directory, as in ``SourceFile/path``.
  @inlinable package var reviewPath: String? {
    _read { yield facts[0].reviewPath }
    _modify { yield &facts[0].reviewPath }
  }
  /// The timeline file; `nil` when the review itself has the timeline, or there is none.
  @inlinable package var timelinePath: String? {
    _read { yield facts[0].timelinePath }
    _modify { yield &facts[0].timelinePath }
  }
  @inlinable package var frontMatter: ReviewFrontMatter {
    _read { yield facts[0].frontMatter }
    _modify { yield &facts[0].frontMatter }
  }
  /// Its lines in a log, from its heading on; `nil` when the review is a file of its own.
  @inlinable package var part: LineRange? {
    _read { yield facts[0].part }
    _modify { yield &facts[0].part }
  }
  /// The lines of a log outside the part that define what the part refers to: labels of links and
  /// footnotes.
  @inlinable package var definitions: [LineRange] {
    _read { yield facts[0].definitions }
    _modify { yield &facts[0].definitions }
  }
  /// Who gets to see it: what the front matter of the review or the timeline says, whichever hides more.
  @inlinable package var visibility: Visibility {
    _read { yield facts[0].visibility }
    _modify { yield &facts[0].visibility }
  }
  /// The language that the review states, or else what the script of its words says; `nil` when neither does.
  @inlinable package var language: String? {
    _read { yield facts[0].language }
    _modify { yield &facts[0].language }
  }
  @inlinable package var id: IncidentID? {
    _read { yield facts[0].id }
    _modify { yield &facts[0].id }
  }
  /// What the review calls itself in another form, such as "PM-2026-042".
  @inlinable package var otherID: String? {
    _read { yield facts[0].otherID }
    _modify { yield &facts[0].otherID }
  }
  @inlinable package var title: String {
    _read { yield facts[0].title }
    _modify { yield &facts[0].title }
  }
  /// The heading that only repeats ``title``.
  @inlinable package var titleHeading: TitleHeading? {
    _read { yield facts[0].titleHeading }
    _modify { yield &facts[0].titleHeading }
  }
  /// The day it happened: from the front matter, or else the ID, the file name or the first dated entry.
  @inlinable package var day: CalendarDay? {
    _read { yield facts[0].day }
    _modify { yield &facts[0].day }
  }
  /// Where the text of the review states that day: "**Date:** 2026-01-10".
  @inlinable package var statedDay: StatedDay? {
    _read { yield facts[0].statedDay }
    _modify { yield &facts[0].statedDay }
  }
  @inlinable package var severity: Severity? {
    _read { yield facts[0].severity }
    _modify { yield &facts[0].severity }
  }
  /// As the author wrote it, on any scale: "SEV-2", "Critical".
  @inlinable package var severityWritten: String? {
    _read { yield facts[0].severityWritten }
    _modify { yield &facts[0].severityWritten }
  }
  @inlinable package var milestones: Milestones {
    _read { yield facts[0].milestones }
    _modify { yield &facts[0].milestones }
  }
  /// The lengths of time that the review states, in its order.
  @inlinable package var durations: [TypedDuration] {
    _read { yield facts[0].durations }
    _modify { yield &facts[0].durations }
  }
  @inlinable package var timeline: Timeline? {
    _read { yield facts[0].timeline }
    _modify { yield &facts[0].timeline }
  }
  /// Who was told what, in the order of the timeline.
  @inlinable package var communications: [Communication] {
    _read { yield facts[0].communications }
    _modify { yield &facts[0].communications }
  }
  /// The state that the last update reports.
  @inlinable package var updateStatus: IncidentStatus? {
    _read { yield facts[0].updateStatus }
    _modify { yield &facts[0].updateStatus }
  }
  @inlinable package var longestUpdateGap: UpdateGap? {
    _read { yield facts[0].longestUpdateGap }
    _modify { yield &facts[0].longestUpdateGap }
  }
  /// The decision trees that were gone through, in the order of the timeline.
  @inlinable package var decisions: [TakenDecision] {
    _read { yield facts[0].decisions }
    _modify { yield &facts[0].decisions }
  }
  /// What the review says about customers; `nil` when it is silent or unclear.
  @inlinable package var customerImpact: CustomerImpact? {
    _read { yield facts[0].customerImpact }
    _modify { yield &facts[0].customerImpact }
  }
  @inlinable package var sections: [Section] {
    _read { yield facts[0].sections }
    _modify { yield &facts[0].sections }
  }
  /// Parts under bold labels and labelled bullets, as in "**Impact:** none"; they lie inside sections.
  @inlinable package var labelled: [Section] {
    _read { yield facts[0].labelled }
    _modify { yield &facts[0].labelled }
  }
  @inlinable package var actionItems: [ActionItem] {
    _read { yield facts[0].actionItems }
    _modify { yield &facts[0].actionItems }
  }
  /// Where it names other pages, among them the runbooks that were used.
  @inlinable package var mentions: [PageMention] {
    _read { yield facts[0].mentions }
    _modify { yield &facts[0].mentions }
  }
  /// Lines that only look like headings of parts that are missing.
  @inlinable package var unmarkedHeadings: [UnmarkedHeading] {
    _read { yield facts[0].unmarkedHeadings }
    _modify { yield &facts[0].unmarkedHeadings }
  }
  /// Plain text: what users saw, why, and what was changed.
  @inlinable package var summary: String {
    _read { yield facts[0].summary }
    _modify { yield &facts[0].summary }
  }
  /// The first lesson, on one line; empty when there is none.
  @inlinable package var lesson: String {
    _read { yield facts[0].lesson }
    _modify { yield &facts[0].lesson }
  }
  /// What ended it, on one line; empty when the review does not say.
  @inlinable package var fix: String {
    _read { yield facts[0].fix }
    _modify { yield &facts[0].fix }
  }
  /// The words and errors by which it is compared with others.
  @inlinable package var terms: ReviewTerms {
    _read { yield facts[0].terms }
    _modify { yield &facts[0].terms }
  }
  /// How many took part; `nil` when the timeline names nobody.
  @inlinable package var crew: Crew? {
    _read { yield facts[0].crew }
    _modify { yield &facts[0].crew }
  }
  /// The name of its page in a URL: lower-case ASCII letters, digits and hyphens. Unique in a library.
  @inlinable package var pageName: String {
    _read { yield facts[0].pageName }
    _modify { yield &facts[0].pageName }
  }
  /// The name of its post: what the author states, or what comes from the title or the file name. Unique in
  /// a library among the incidents of its day.
  @inlinable package var slug: String {
    _read { yield facts[0].slug }
    _modify { yield &facts[0].slug }
  }
}
