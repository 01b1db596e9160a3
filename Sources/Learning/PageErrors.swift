package import Diagnostics
package import Incidents
package import Runbooks

/// The errors that were found in each document. A build that continues despite errors names them on the pages.
package struct PageErrors: Sendable {
  private var errors: [DocumentPart: [Diagnostic]] = [:]

  /// No errors at all.
  package init() {}

  package init(of findings: [Diagnostic], in library: Library) { add(findings, in: library) }

  /// Adds the errors among some findings to those of the pages that they concern.
  package mutating func add(_ findings: [Diagnostic], in library: Library) {
    for finding in findings where finding.level == .error {
      errors[library.document(of: finding), default: []].append(finding)
    }
  }

  /// The errors in the documents of an incident, and those in its file outside all incidents.
  package subscript(incident: Incident) -> [Diagnostic] {
    let file = incident.part == nil ? [] : [DocumentPart(path: incident.path)]
    return (incident.documents + file).flatMap { errors[$0] ?? [] }
  }

  package subscript(runbook: Runbook) -> [Diagnostic] {
    errors[DocumentPart(path: runbook.path)] ?? []
  }
}
