internal import CommonMark
internal import Incidents
internal import Learning
internal import Publishing
internal import Vocabulary

/// The open action items as tables, split into pages.
extension LearningDocs {
  /// The most open action items on a page.
  private static let mostActions = 400

  var actionPages: [OutputFile] {
    let count = (library.ledger.open.count + Self.mostActions - 1) / Self.mostActions
    return (0..<max(count, 1)).map { number in
      OutputFile(
        path: "docs/\(Self.actionsPath(page: number)).md", origin: library.folder,
        prepare: { inputs in
          let entries = library.ledger.open.dropFirst(number * Self.mostActions)
            .prefix(Self.mostActions)
          inputs.add(count)
          inputs.add(actionsLede)
          for entry in entries { add(entry, to: &inputs) }
          return { _ in actions(entries, number, of: count).bytes }
        })
    }
  }

  private static func actionsPath(page: Int) -> String {
    "learning/action-items" + (page == 0 ? "" : "-page-\(page + 1)")
  }

  private static func actionsSlug(page: Int) -> String {
    "/learning/action-items" + (page == 0 ? "" : "/page-\(page + 1)")
  }

  private var actionsLede: String {
    let today = library.today.map { " on \($0)" } ?? ""
    return """
      \(Wording.counted(library.ledger.open.count, "open action item"))\(today), \
      \(library.ledger.overdueCount) of them overdue; \(library.ledger.done.count) done, \
      \(library.ledger.dropped.count) dropped.
      """
  }

  private func actions(
    _ entries: ArraySlice<Ledger.Entry>, _ number: Int, of count: Int
  ) -> DocPage {
    var body = actionsLede + "\n\n"
    if !entries.isEmpty {
      var table = MarkdownTable(["Due", "Action item", "Kind", "Owner", "Incident"])
      for entry in entries { table.add(row(entry)) }
      body += table.output
    }
    if count > 1 {
      let links = (0..<count).map { page in
        page == number ? "**\(page + 1)**" : "[\(page + 1)](/docs\(Self.actionsSlug(page: page)))"
      }
      body += "\nPages: \(links.joined(separator: " · "))\n"
    }
    return DocPage(
      path: Self.actionsPath(page: number),
      title: number == 0 ? "Open action items" : "Open action items, page \(number + 1)",
      description: "Action items from reviews that are not done yet, overdue items first.",
      slug: Self.actionsSlug(page: number), position: number == 0 ? 2 : nil, body: body)
  }

  /// Adds what the row of an action item shows.
  private func add(_ entry: Ledger.Entry, to inputs: inout PageInputs) {
    let item = entry.item
    inputs.add(entry.isOverdue)
    inputs.add(item.due?.number ?? .min)
    inputs.add(item.dueWritten)
    inputs.add(item.title)
    inputs.add(item.link)
    inputs.add(item.linkText)
    inputs.add(item.kind)
    inputs.add(item.owner)
    IncidentRow(site, entry.incident).addLink(to: &inputs)
  }

  private func row(_ entry: Ledger.Entry) -> [String] {
    let item = entry.item
    let due = item.due?.description ?? PlainText.escaped(item.dueWritten ?? "")
    var action = PlainText.escaped(item.title)
    if let link = item.link, !link.hasPrefix("/"), !Link.isInternal(link),
      LinkAddress.isParsable(link)
    {
      let label = item.linkText.flatMap { $0.isEmpty || $0 == item.title ? nil : $0 } ?? "ticket"
      action += " (\(MarkdownTable.link(label, link)))"
    }
    return [
      entry.isOverdue ? "**\(due)** overdue" : due, action, PlainText.escaped(item.kind ?? ""),
      PlainText.escaped(item.owner ?? ""), IncidentRow(site, entry.incident).link,
    ]
  }
}
