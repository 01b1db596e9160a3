internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var actionsPage: [OutputFile] {
    [
      page(
        "actions/index.html", .actions, title: "Action items",
        description: "What the reviews asked for, and what became of it.", in: .actions
      ) { page, _ in
        let ledger = library.ledger
        // Without a due date nothing can be late.
        let hasDue = ledger.open.contains { $0.item.due != nil }
        let late = hasDue ? ", \(ledger.overdueCount) of them overdue" : ""
        let count = ledger.open.count + ledger.done.count + ledger.dropped.count
        page["lede"] = .text(
          "The reviews asked for \(Wording.counted(count, "change")): \(ledger.done.count) "
            + "done, \(ledger.open.count) open\(late).")
        var facets = RowFacets(["kind": "Kind", "service": "Service", "severity": "Severity"])
        page["sections"] = .list(actionSections(&facets))
        page["facets"] = facets.value(noun: "action items")
        page["narrows"] = true
        tellDay(on: &page)
      }
    ]
  }

  private func actionSections(_ facets: inout RowFacets) -> [TemplateValue] {
    let soon = library.today.map { $0.number + 14 }
    var dueSoon: [Ledger.Entry] = []
    var later: [Ledger.Entry] = []
    for entry in library.ledger.open where !entry.isOverdue {
      if let soon, let due = entry.item.due, due.number <= soon {
        dueSoon.append(entry)
      } else {
        later.append(entry)
      }
    }
    return [
      section(
        "overdue", "Overdue", Array(library.ledger.overdue), &facets,
        nothing: "Nothing is overdue."),
      section(
        "soon", "Due within 14 days", dueSoon, &facets, nothing: "Nothing is due within 14 days."),
      section("open", "Open", later, &facets, nothing: "Nothing else is open."),
      section("done", "Done", library.ledger.done, &facets, nothing: "Nothing is done yet."),
      section(
        "dropped", "Dropped", library.ledger.dropped, &facets,
        nothing: "Nothing has been dropped."),
    ]
  }

  private static let mostRows = 200

  private func section(
    _ anchor: String, _ heading: String, _ entries: [Ledger.Entry], _ facets: inout RowFacets,
    nothing: String
  ) -> TemplateValue {
    [
      "anchor": .text(anchor), "url": .text("#\(anchor)"), "heading": .text(heading),
      "count": .number(entries.count), "hasItems": .flag(!entries.isEmpty),
      "nothing": .text(nothing),
      "columns": Self.columns(of: entries.prefix(Self.mostRows).map(\.item)),
      "items": .list(entries.prefix(Self.mostRows).map { row(of: $0, &facets) }),
      "more": entries.count > Self.mostRows
        ? .text("\(entries.count - Self.mostRows) more are on the pages of their incidents.")
        : .nothing,
    ]
  }

  private func row(of entry: Ledger.Entry, _ counted: inout RowFacets) -> TemplateValue {
    var age: String?
    if entry.item.state == .open, let days = entry.age {
      age = "open for \(Wording.counted(days, "day"))"
    }
    var row = actionRow(
      entry.item, incident: entry.incident, isOverdue: entry.isOverdue, age: age)
    row["keys"] = counted.keys(of: values(of: entry))
    return .record(row)
  }

  private func values(of entry: Ledger.Entry) -> [RowFacets.Value] {
    let incident = library.incidents[entry.incident]
    let severity = incident.severityLabel.map {
      RowFacets.Value(
        facet: "severity", key: $0, name: $0, url: facets.entry(.severity, $0)?.url)
    }
    let kind = entry.item.kind.map { RowFacets.Value(facet: "kind", key: $0, name: $0) }
    return serviceValues(incident.services) + [severity, kind].compactMap(\.self)
  }

  /// A row of an action table. `incident` is the one to link to, `nil` on its own page; without
  /// `isOverdue` the day of the content decides.
  func actionRow(
    _ item: ActionItem, incident: Int?, isOverdue: Bool? = nil, age: String? = nil
  ) -> TemplateRecord {
    let judged = library.today.flatMap { today in item.due.map { $0 < today } } ?? false
    let isLate = item.state == .open && (isOverdue ?? judged)
    let isAddress = item.link?.contains("://") ?? false
    return [
      "title": .text(item.title),
      "link": isAddress ? .optional(item.link) : .nothing,
      "linkText": .optional(item.linkText ?? item.link),
      "owner": .optional(item.owner),
      "due": .optional(item.due?.description ?? item.dueWritten),
      "kind": .optional(item.kind),
      "state": .text(isLate ? "overdue" : item.state.rawValue),
      "stateText": .text(isLate ? "Overdue" : Self.name(of: item.state)),
      "age": .optional(age),
      "incident": incident.map { index in
        ["url": .text(url(ofIncident: index)), "name": .text(library.incidents[index].title)]
      } ?? .nothing,
    ]
  }

  /// Which columns of a table of action items have a value.
  static func columns(of items: [ActionItem]) -> TemplateValue {
    [
      "owner": .flag(items.contains { $0.owner != nil }),
      "due": .flag(items.contains { $0.due != nil || $0.dueWritten != nil }),
      "kind": .flag(items.contains { $0.kind != nil }),
    ]
  }

  private static func name(of state: ActionItem.State) -> String {
    switch state {
    case .open: "Open"
    case .done: "Done"
    case .dropped: "Won’t do"
    }
  }
}
