internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

/// The messages of the response process, ready to copy, each with an example from a past incident.
extension LearningDocs {
  static let messagesSlug = "/learning/messages"

  /// `nil` when the process has no templates.
  var messagesPage: OutputFile? {
    guard let process = shownProcess, !process.runbook.updateTemplates.isEmpty else { return nil }
    let path = "learning/messages"
    return OutputFile(path: "docs/\(path).md", origin: library.folder) { documents in
      var body = """
        From [\(PlainText.escaped(process.runbook.title, for: .linked))](\(process.permalink)), \
        which says who is told what, and when. Replace what is in brackets. If there is no estimate, \
        say so.


        """
      for template in process.runbook.updateTemplates {
        body += try message(template, &documents)
      }
      return DocPage(
        path: path, title: "Messages to copy",
        description: "What to write to responders and customers during an incident, and after it.",
        slug: Self.messagesSlug, position: 5, body: body
      ).bytes
    }
  }

  private var shownProcess: (runbook: Runbook, permalink: String)? {
    guard let process = library.process,
      let index = library.listedRunbooks.firstIndex(where: { $0.path == process.path })
    else { return nil }
    return (process, site.runbooks[index].permalink)
  }

  private func message(
    _ template: UpdateTemplate, _ documents: inout OpenDocuments
  ) throws -> String {
    let code = FencedCode.markdown(template.text, language: "text")
    var text = "## \(template.kind.title)\n\n\(code)"
    var fields: [String] = []
    for field in template.fields where !fields.contains(field.text) { fields.append(field.text) }
    let list = fields.map { "**\(PlainText.escaped($0))**" }.joined(separator: ", ")
    let length = Wording.counted(template.length, "character")
    text += "\n\(length)\(list.isEmpty ? "." : ". To fill in: \(list).")\n\n"
    guard let example = UpdateExample(of: template.kind, in: library) else { return text }
    let filled = try example.filled(template, in: library) { try documents.file($0) }
    let link = IncidentRow(site, example.incident).link
    return text + "Filled in for \(link), \(example.time.day) \(example.time.time):\n\n"
      + FencedCode.markdown(filled.text, language: "text") + "\n"
  }
}
