internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let duplicatePageNames = Rule(
    code: "BS053", name: "duplicate page names", level: .error,
    rationale: """
      Two reviews with the same ID or file name would be written to the same path, and one of them \
      would be lost. Upper and lower case, and the two encodings of an accented letter, count as \
      the same, as they do on macOS.
      """,
    bad: "", good: "# Checkout down\n",
    remedies: ["give one of the two incidents another ID, title or file name"],
    check: .library { library in
      var firsts: [String: String] = [:]
      let places = library.incidents.map { ($0.path, $0.line) }
      return places.indices.sorted { places[$0] < places[$1] }.compactMap { index in
        let incident = library.incidents[index]
        let name = incident.id?.description ?? IncidentReader.pageName(of: incident)
        guard let first = firsts[name] else {
          firsts[name] = incident.document.name
          return nil
        }
        return Diagnostic(
          code: "BS053", level: .error, path: incident.path,
          range: incident.frontMatter.id?.range ?? headingRange(of: incident),
          message: "'\(name)' is already the name of \(first)", help: remedy(for: incident))
      }
    })

  /// The heading of an incident of a log.
  private static func headingRange(of incident: Incident) -> SourceRange? {
    incident.part.map { part in
      let start = SourceLocation(line: part.lowerBound, column: 1)
      return start..<start
    }
  }

  private static func remedy(for incident: Incident) -> String {
    if incident.id != nil { return "give one of the two incidents the next number of that day" }
    return incident.part == nil
      ? "rename one of the two files" : "give one of the two incidents another title"
  }
}
