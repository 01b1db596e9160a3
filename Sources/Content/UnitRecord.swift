internal import Checklist
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning
internal import Runbooks
internal import Screening

/// What units come to when they are read, in their order: their parts of the library, what was found in
/// each while its documents were at hand, and what their authors allow.
struct UnitRecord: Hashable, Sendable {
  var incidents: [Incident] = []
  var runbooks: [Runbook] = []
  /// One per document; for an incident the review, then the timeline.
  var pages: [PageFacts] = []
  /// What the search knows of each incident and runbook.
  var words: [PageWords] = []
  var findings: [Diagnostic] = []
  var suppressions = SuppressionReading()
  /// The text of lines on which the library's rules may find something.
  var quotes: [LineQuote] = []
  /// The paths of documents of which nothing was read: one of their unit holds a merge conflict or is in
  /// another encoding.
  var withheld: Set<String> = []
  /// What takes the secrets of a document out of messages, by its path.
  var masks: [String: SecretMask] = [:]
  /// The bytes that were read, by the path of each file.
  var hashes: [String: ContentHash] = [:]

  /// Hands the incidents over, so that they are not kept twice.
  mutating func takeIncidents() -> [Incident] {
    var taken: [Incident] = []
    swap(&taken, &incidents)
    return taken
  }

  /// Makes room for the records of some units: an array that grows by doubling takes twice its memory.
  mutating func reserve(_ count: Int) {
    incidents.reserveCapacity(count)
    pages.reserveCapacity(count)
    words.reserveCapacity(count)
    hashes.reserveCapacity(count)
  }

  static func += (left: inout Self, right: Self) {
    left.incidents += right.incidents
    left.runbooks += right.runbooks
    left.pages += right.pages
    left.words += right.words
    left.findings += right.findings
    left.suppressions.add(right.suppressions)
    left.quotes += right.quotes
    left.withheld.formUnion(right.withheld)
    left.masks.merge(right.masks) { first, _ in first }
    left.hashes.merge(right.hashes) { first, _ in first }
  }
}
