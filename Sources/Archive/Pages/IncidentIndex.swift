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
      "pager": pagination.value(ofPage: number),
      "columns": .record(rows.columns),
      "facets": isOpen && !library.listed.isEmpty
        ? ["noun": "incidents", "source": "facets.js", "list": narrowing] : .nothing,
    ]
    inputs.add(fields)
    rows.add(items, to: &inputs)
    return { _ in
      try rendered(
        "incidents/\(pagination.name(ofPage: number))", .incidents, title: "Incidents",
        description: "Every incident, newest first.", in: .incidents
      ) { page, place in
        page["narrows"] = .flag(isOpen)
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
}
