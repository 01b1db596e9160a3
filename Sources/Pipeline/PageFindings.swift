package import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks

extension CheckedContent {
  /// What was found in the documents of each incident and runbook, by the path of its page below the archive.
  package var findingsOfPages: [String: [Diagnostic]] {
    let library = library
    let found = Dictionary(grouping: judgement.findings) { library.document(of: $0) }
    if found.isEmpty { return [:] }
    var pages: [String: [Diagnostic]] = [:]
    for incident in library.incidents {
      // Those in a log outside all incidents concern each of them.
      let log = incident.part == nil ? [] : [DocumentPart(path: incident.path)]
      let findings = (incident.documents + log).flatMap { found[$0] ?? [] }
      if !findings.isEmpty { pages[incident.archivePage] = findings }
    }
    for runbook in library.runbooks {
      if let findings = found[DocumentPart(path: runbook.path)] {
        pages[runbook.archivePage] = findings
      }
    }
    return pages
  }
}
