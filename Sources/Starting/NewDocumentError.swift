internal import Diagnostics
internal import Learning
internal import Vocabulary

/// Why a new document was not written.
package enum NewDocumentError: Error, CustomStringConvertible {
  case isThere(path: String)
  case noTitle
  case noIncidents
  case noSeverity(String, known: [String])
  case tooMany(day: String)

  package var description: String {
    switch self {
    case .isThere(let path): "'\(path)' is there already, and stays as it is"
    case .noTitle: "a title needs letters or digits"
    case .noIncidents: "there is no incident yet; begin with 'build-site new incident TITLE'"
    case .noSeverity(let name, let known):
      "'\(name)' is not one of your severities"
        + suggestion(
          nearestName(to: name, among: known), otherwise: "; use \(known.joined(separator: ", "))")
    case .tooMany(let day): "999 incidents of \(day) have all numbers"
    }
  }
}

extension KnownProject {
  /// The name of a severity in the team's scale.
  func severity(_ written: String?) throws -> String? {
    guard let written else { return nil }
    guard let severity = scale.severity(named: written) else {
      throw NewDocumentError.noSeverity(written, known: scale.names)
    }
    return severity.name
  }

  /// About services that `site.yml` does not list.
  func notes(on services: [String]) -> [String] {
    let known = configuration.services.map(\.key)
    guard !known.isEmpty else { return [] }
    return services.filter { !known.contains($0) }.map { service in
      "site.yml lists no service '\(service)'" + suggestion(nearestName(to: service, among: known))
    }
  }
}
