internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let malformedIncidentID = Rule(
    code: "PM005", name: "malformed incident ids", level: .error,
    rationale: """
      The chat's '/incident create' names the channel incident-YYYY-MM-DD-NNN. The same name on the folder, in the \
      front matter and in the URL is what makes an incident findable from any of them.
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
              message: "incident id '\(id)' is not the folder's '\(folder)'",
              help: "rename the folder or correct the id")
          ]
        }
        return [
          Finding(
            path: subject.openingPath, range: field.range,
            message: "incident id '\(field.written)' is not of the form \(form)",
            help: "write the name of the incident channel, as in incident-2026-01-10-001")
        ]
      }
      guard let folder = subject.folder, IncidentID(folder) == nil else { return [] }
      return [
        Finding(
          path: subject.openingPath, range: nil,
          message: "folder '\(folder)' is not of the form \(form)",
          help: "rename the folder, or put the right id in the front matter")
      ]
    })
}
