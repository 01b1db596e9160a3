internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var incidentIndex: [OutputFile] {
    let pagination = Pagination(count: library.listed.count)
    return pagination.pages.numbers.map { number in
      OutputFile(
        path: "\(Self.folder)incidents/\(pagination.name(ofPage: number))",
        origin: templates.path(of: .incidents),
        prepare: { indexPage(number, pagination, &$0) })
    }
  }

  private func indexPage(
    _ number: Int, _ pagination: Pagination, _ inputs: inout PageInputs
  ) -> OutputFile.Rendering {
    let items = pagination.pages.items(ofPage: number)
    let isOpen = pagination.pages.isOpen(number)
    let fields: TemplateRecord = [
      "lede": .text(isOpen ? incidentLede : span(of: items)),
      "severities": .list(severityCounts(of: items)),
      "pager": pagination.value(ofPage: number),
      "columns": .record(rows.columns),
      "facets": isOpen ? ["list": facetSummaries] : .nothing,
    ]
    inputs.add(fields)
    rows.add(items, to: &inputs)
    return { _ in
      try rendered(
        "incidents/\(pagination.name(ofPage: number))", .incidents, title: "Incidents",
        description: "Every incident, newest first.", in: .incidents
      ) { page, place in
        page["rows"] = .html(try rows.html(of: items, on: place))
        page.add(fields)
      }
    }
  }

  private var incidentLede: String {
    let count = Wording.counted(library.listed.count, "incident")
    let open = library.ledger.open.count
    return "\(count), newest first."
      + (open > 0 ? " \(Wording.counted(open, "action item")) still open." : "")
  }

  /// The severities of a page's incidents, for the buttons that filter its rows.
  private func severityCounts(of incidents: Range<Int>) -> [TemplateValue] {
    var counts: [String: Int] = [:]
    for label in incidents.compactMap({ library.incidents[$0].severityLabel }) {
      counts[label, default: 0] += 1
    }
    return (library.facet(.severity)?.values ?? []).compactMap { value in
      counts[value.key].map { ["name": .text(value.key), "count": .number($0)] }
    }
  }
}
