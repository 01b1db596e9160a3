internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var incidentIndex: [OutputFile] {
    let pagination = Pagination(count: library.listed.count)
    return (1...pagination.pages).map { number in
      page(
        "incidents/\(Pagination.name(ofPage: number))", .incidents, title: "Incidents",
        description: "Every incident, newest first.", in: .incidents
      ) { page, place in
        page["lede"] = .text(incidentLede)
        page["rows"] = .html(
          try rows.get().html(of: pagination.items(ofPage: number), on: place, of: self))
        page["severities"] = .list(severityCounts)
        page["pager"] = pagination.value(ofPage: number)
        if number == 1 { page["facets"] = ["list": facetSummaries] }
      }
    }
  }

  private var incidentLede: String {
    let count = Wording.counted(library.listed.count, "incident")
    let open = library.ledger.open.count
    return "\(count), newest first. \(Wording.counted(open, "action item")) still open."
  }

  private var severityCounts: [TemplateValue] {
    (library.facet(.severity)?.values ?? []).map { value in
      ["name": .text(value.key), "count": .number(value.incidents.count)]
    }
  }
}
