internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

extension ArchiveSite {
  /// What there is to read, for programs that read pages (<https://llmstxt.org>): runbooks, then incidents from the newest.
  var pageList: [OutputFile] {
    [
      dataFile("llms.txt") {
        Array((heading + runbookLines + incidentLines).joined(separator: "\n").utf8) + [0x0A]
      }
    ]
  }

  private var heading: [String] {
    [
      "# \(Self.oneLine(library.configuration.title))", "",
      "> \(Self.oneLine(library.configuration.tagline))", "",
      "All of it as data: [site.json](\(address(of: "site.json"))), "
        + "[incidents.csv](\(address(of: "incidents.csv"))), "
        + "[actions.csv](\(address(of: "actions.csv"))).", "",
    ]
  }

  private var runbookLines: [String] {
    guard !library.listedRunbooks.isEmpty else { return [] }
    let lines = library.listedRunbooks.enumerated().map { index, runbook in
      let alert = runbook.alert.map { $0 == runbook.title ? "" : "alert \($0)" }
      return line(
        runbook.title, url(ofRunbook: index), [alert ?? "", runbook.description])
    }
    return ["## Runbooks", ""] + lines + [""]
  }

  private var incidentLines: [String] {
    guard !library.listed.isEmpty else { return [] }
    let lines = library.listed.prefix(Self.mostIncidents).enumerated().map { index, incident in
      let services = incident.services.map(serviceName)
      let facts = [incident.day?.description ?? "", incident.severityLabel ?? ""] + services
      return line(
        incident.title, url(ofIncident: index),
        [facts.filter { !$0.isEmpty }.joined(separator: ", "), incident.lesson])
    }
    let more = library.listed.count - lines.count
    let rest = more > 0 ? ["", "\(Wording.counted(more, "older incident")) in site.json."] : []
    return ["## Incidents", ""] + lines + rest
  }

  /// The newest ones; the whole list of ten thousand would be megabytes that nobody asked for.
  private static let mostIncidents = 500

  private func line(_ title: String, _ url: String, _ texts: [String]) -> String {
    let text = texts.map(Self.oneLine).filter { !$0.isEmpty }.joined(separator: ": ")
    let name = Self.oneLine(title).replacing("[", with: "\\[").replacing("]", with: "\\]")
    return "- [\(name)](\(address(of: url)))" + (text.isEmpty ? "" : ": \(text)")
  }

  private static func oneLine(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }
}
