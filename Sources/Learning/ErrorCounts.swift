package import Diagnostics
package import Incidents
package import Runbooks

/// How many errors were found in each document. A build that continues despite errors marks the pages.
package struct ErrorCounts: Sendable {
  private var counts: [DocumentPart: Int] = [:]

  /// No errors at all.
  package init() {}

  package init(of findings: [Diagnostic], in library: Library) { add(findings, in: library) }

  /// Counts the errors among some findings for the pages that they concern.
  package mutating func add(_ findings: [Diagnostic], in library: Library) {
    for finding in findings where finding.level == .error {
      counts[library.document(of: finding), default: 0] += 1
    }
  }

  /// The errors in the documents of an incident, and those in its file outside all incidents.
  package subscript(incident: Incident) -> Int {
    let file = incident.part == nil ? [] : [DocumentPart(path: incident.path)]
    return (incident.documents + file).compactMap { counts[$0] }.reduce(0, +)
  }

  package subscript(runbook: Runbook) -> Int { counts[DocumentPart(path: runbook.path)] ?? 0 }
}
