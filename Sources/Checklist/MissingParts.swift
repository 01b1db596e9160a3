package import Diagnostics
package import Incidents

extension Rule {
  /// The rules that report what a document lacks.
  private static let missing: Set<String> = [
    "PM001", "PM002", "PM003", "PM010", "PM025", "PM026", "PM030", "PM031", "PM032", "PM033",
    "PM035",
    "PM051", "PM052", "PM053", "PM054", "PM055", "PM056", "PM057", "PM085", "PM086",
  ]

  /// The findings without those that follow from a block that never ends, or from a language that is not
  /// read: what seems to be missing may be there.
  package static func withoutConsequences(
    _ findings: [Diagnostic], in documents: [DocumentReading]
  ) -> [Diagnostic] {
    let unread = findings.filter { $0.code == Rule.unreadLanguages.code }.map(\.path)
    let cut = documents.filter(\.isCutShort).map(\.path) + unread
    return cut.isEmpty
      ? findings
      : findings.filter { finding in
        let isMissing = missing.contains(finding.code) || finding.message == severityIsMissing
        return !isMissing || !cut.contains(finding.path)
      }
  }
}
