internal import CommonMark
internal import Incidents

/// A kind of edit that corrects a review without changing what it says.
///
/// To add one, add a file in `Fixes/` and its name to one of the two lists.
package struct Fix: Sendable {
  /// Read after "fixed", as in "heading spelling".
  package let name: String
  /// What may be understood differently afterwards.
  let change: Change
  let edits: @Sendable (_ subject: FixSubject) -> SourceEdits

  enum Change {
    case nothing
    /// There may be more sections, and nothing else.
    case moreParts
    /// Text of one part may turn out to be another part, with its items.
    case dividedParts
  }

  /// What `--fix` does: the same words in the usual spelling.
  package static let safe: [Fix] = [
    .unmarkedHeadings, .headingSpelling, .listMarkers, .timeSpelling,
  ]
  /// What `--fix=scaffold` does: those, and headings for missing sections.
  package static let all: [Fix] = safe + [.scaffold]
}

/// A document to fix, as it was read.
package struct FixSubject: Sendable {
  /// What a document is to its incident.
  package enum Role: Sendable {
    case review
    case timeline
  }

  let document: DocumentReading
  let role: Role
  /// The incident, read from this document alone.
  let incident: Incident
  /// Whether it is a log of several incidents.
  let isLog: Bool
  let vocabulary: HeadingVocabulary
  /// Whether the incident has a timeline elsewhere.
  let hasOtherTimeline: Bool
  /// The headings of this document that some page links to.
  let linkedAnchors: Set<String>

  /// The lines of the entries of the timeline that begin with their time.
  var entries: [TimelineEntry] {
    guard let timeline = incident.timeline, timeline.path == document.path else { return [] }
    return (timeline.entries + timeline.recap).filter { !$0.isLabelled }
  }
}
