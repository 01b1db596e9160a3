internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

/// The end of a runbook's page: the incidents that used it, and what their reviews asked to change.
struct RunbookUses {
  let site: SiteMap
  let index: Int

  private static let mostUses = 50

  func markdown(_ ids: inout HeadingIDs) -> String {
    let library = site.library
    let uses = library.uses(ofRunbook: index, most: Self.mostUses)
    if uses.isEmpty, library.work[index].isEmpty, library.runbooks[index].isFolderPage { return "" }
    let anchor = ids.free("incidents-where-this-runbook-was-used", prefix: "archive")
    var text =
      "\n\(ids.heading("Incidents where this runbook was used", level: 2, anchor: anchor))"
    if uses.isEmpty { text += "None so far.\n" }
    for use in uses { add(use, to: &text) }
    let rest = library.uses[index].count - uses.count
    if rest > 0 { text += "\nAnd \(Wording.counted(rest, "older incident")).\n" }
    return text + work(&ids)
  }

  private func add(_ use: RunbookUse, to text: inout String) {
    let row = IncidentRow(site, use.incident)
    let facts = [row.severity, row.day].filter { !$0.isEmpty }
    text += "- \(row.link), \(facts.joined(separator: ", "))\n"
    for step in use.steps {
      let note = step.note.isEmpty ? "" : " *(\(PlainText.escaped(step.note)))*"
      text += "  - **\(step.moment?.timeOfDay ?? "")** \(PlainText.escaped(step.text))\(note)\n"
    }
    for remark in use.remarks { text += "  - From the review: \(PlainText.escaped(remark))\n" }
  }

  private func work(_ ids: inout HeadingIDs) -> String {
    let work = site.library.work[index]
    guard !work.isEmpty else { return "" }
    let anchor = ids.free("what-reviews-asked-to-change", prefix: "archive")
    var table = MarkdownTable(["State", "Action item", "Incident"])
    for entry in work {
      table.add([
        PlainText.escaped(entry.item.state.rawValue), PlainText.escaped(entry.item.title),
        IncidentRow(site, entry.incident).link,
      ])
    }
    return
      "\n\(ids.heading("What reviews asked to change", level: 2, anchor: anchor))\(table.output)"
  }
}
