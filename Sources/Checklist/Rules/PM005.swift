internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let malformedIncidentID = Rule(
    code: "PM005", name: "malformed incident IDs", level: .error,
    rationale: """
      The chat command '/incident create' names the channel incident-YYYY-MM-DD-NNN. With the same \
      name on the folder, in the front matter and in the URL, an incident can be found from any of \
      them.
      """,
    bad: "---\nid: ⟦incident-2026-1-10⟧\n---\n# Checkout down\n",
    good: "---\nid: incident-2026-01-10-001\n---\n# Checkout down\n",
    check: .incident { subject in
      let form = "incident-YYYY-MM-DD-NNN"
      if let field = subject.incident.frontMatter.id {
        if let id = field.value {
          guard let folder = subject.folder, let folderID = IncidentID(folder), folderID != id
          else { return [] }
          return [
            Finding(
              path: subject.openingPath, range: field.range,
              message: "incident ID '\(id)' differs from the folder name '\(folder)'",
              help: "rename the folder, or correct the ID")
          ]
        }
        return [
          Finding(
            path: subject.openingPath, range: field.range,
            message: "incident ID '\(field.written)' does not have the form \(form)",
            help: "write the name of the incident channel, as in 'incident-2026-01-10-001'")
        ]
      }
      guard let folder = subject.folder, IncidentID(folder) == nil else { return [] }
      return [
        Finding(
          path: subject.openingPath, range: nil,
          message: "folder '\(folder)' does not have the form \(form)",
          help: "rename the folder, or put the right ID in the front matter")
      ]
    })
}
