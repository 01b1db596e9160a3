internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let duplicatePageNames = Rule(
    code: "BS053", name: "incidents with the same ID", level: .error,
    rationale: """
      Whoever looks an incident up by its ID would find two. Two headings of a log with the same day and \
      title cannot be told apart either, so the address of the second would depend on its place in the file.
      """,
    bad: "", good: "# Checkout down\n",
    remedies: ["give one of the two incidents another ID or title"],
    check: .library { library in
      var firsts: [String: String] = [:]
      let places = library.incidents.map { ($0.path, $0.line) }
      return places.indices.sorted { places[$0] < places[$1] }.compactMap { index in
        let incident = library.incidents[index]
        // Other files with the same name are told apart by their paths.
        guard let name = incident.id?.description ?? Self.nameInLog(incident) else { return nil }
        let key = incident.id == nil ? "\(incident.path)\n\(name)" : name
        guard let first = firsts[key] else {
          firsts[key] = incident.document.name
          return nil
        }
        return Diagnostic(
          code: "BS053", level: .error, path: incident.path,
          range: incident.frontMatter.id?.range ?? headingRange(of: incident),
          message: "'\(name)' is already the name of \(first)", help: remedy(for: incident))
      }
    })

  private static func nameInLog(_ incident: Incident) -> String? {
    incident.part == nil ? nil : IncidentReader.pageName(of: incident)
  }

  /// The heading of an incident of a log.
  private static func headingRange(of incident: Incident) -> SourceRange? {
    incident.part.map { part in
      let start = SourceLocation(line: part.lowerBound, column: 1)
      return start..<start
    }
  }

  private static func remedy(for incident: Incident) -> String {
    if incident.id != nil { return "give one of the two incidents the next number of that day" }
    return "give one of the two incidents another title"
  }
}
