internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var facetPages: [OutputFile] {
    let prepare:
      @Sendable (Facet.Value, Facet.Kind, Int, inout PageInputs) -> OutputFile.Rendering = facetPage
    return library.facets.filter { !$0.values.isEmpty }.flatMap { facet in
      [facetList(facet)]
        + facet.values.flatMap { value in
          Pagination(count: value.incidents.count).pages.numbers.map { number in
            OutputFile(
              path: Self.folder + Self.path(of: value, facet.kind, page: number),
              origin: templates.path(of: .facet),
              prepare: { prepare(value, facet.kind, number, &$0) })
          }
        }
    }
  }

  private static func path(of value: Facet.Value, _ kind: Facet.Kind, page number: Int) -> String {
    let name = Pagination(count: value.incidents.count).name(ofPage: number)
    return "\(kind.folder)/\(value.slug)/\(name)"
  }

  private func facetPage(
    of value: Facet.Value, _ kind: Facet.Kind, page number: Int, _ inputs: inout PageInputs
  ) -> OutputFile.Rendering {
    let pagination = Pagination(count: value.incidents.count)
    let shown = value.incidents[pagination.pages.items(ofPage: number)]
    let entry = facets.entry(kind, value.key)
    let name = entry?.name ?? value.key
    let fields = fields(of: value, kind, name: name, page: number, pagination)
    inputs.add(fields)
    rows.add(shown, to: &inputs)
    return { _ in
      try rendered(
        Self.path(of: value, kind, page: number), .facet, title: name,
        description: entry?.meaning ?? "", in: .incidents
      ) { page, place in
        page["rows"] = .html(try rows.html(of: shown, on: place))
        page.add(fields)
      }
    }
  }

  /// Everything that the page shows besides its rows.
  private func fields(
    of value: Facet.Value, _ kind: Facet.Kind, name: String, page number: Int,
    _ pagination: Pagination
  ) -> TemplateRecord {
    let isOpen = pagination.pages.isOpen(number)
    let shown = value.incidents[pagination.pages.items(ofPage: number)]
    var page: TemplateRecord = [
      "kind": .text(Wording.title(of: kind)), "kindUrl": .text("\(kind.folder)/index.html"),
      "name": .text(name), "meaning": .optional(facets.entry(kind, value.key)?.meaning),
      "lede": .text(isOpen ? lede(of: value) : span(of: shown)),
      "pager": pagination.value(ofPage: number), "columns": .record(rows.columns),
    ]
    if isOpen { addOverview(of: value, kind, to: &page) }
    return page
  }

  private func lede(of value: Facet.Value) -> String {
    let known = Figures(
      value.incidents.compactMap { library.incidents[$0].milestones.minutes(to: .mitigate) })
    let open = value.incidents.reduce(0) { sum, index in
      sum + library.incidents[index].openActionItemCount
    }
    var text = Wording.counted(value.incidents.count, "incident")
    if open > 0 { text += ", " + Wording.counted(open, "open action item") }
    if known.count > 0 { text += ". Time to mitigate: \(Wording.middle(of: known))" }
    return text + "."
  }

  private func addOverview(
    of value: Facet.Value, _ kind: Facet.Kind, to page: inout TemplateRecord
  ) {
    if kind != .year, let chart = QuarterBars(of: value.incidents, in: library, id: "quarters") {
      page["chart"] = chart.value
    }
    let lessons = lessons(of: value)
    page["lessons"] = .list(lessons)
    page["hasLessons"] = .flag(!lessons.isEmpty)
    page["actions"] = openActions(of: value)
    if kind == .service {
      let named = library.listedRunbooks.indices.filter {
        library.runbooks[$0].services.contains { kind.folded($0) == kind.folded(value.key) }
      }
      page["runbooks"] = .list(named.map { runbookLink($0) })
      page["hasRunbooks"] = .flag(!named.isEmpty)
    }
    if kind != .factor {
      let factors = commonFactors(of: value)
      page["factors"] = .list(factors)
      page["hasFactors"] = .flag(!factors.isEmpty)
    }
  }

  private static let mostLessons = 10
  private static let mostActions = 20

  private func lessons(of value: Facet.Value) -> [TemplateValue] {
    value.incidents.lazy.filter { !library.incidents[$0].lesson.isEmpty }.prefix(Self.mostLessons)
      .map { index in
        var record = incidentLink(index)
        record["text"] = .text(library.incidents[index].lesson)
        return .record(record)
      }
  }

  private func openActions(of value: Facet.Value) -> TemplateValue {
    var items: [TemplateValue] = []
    var shown: [ActionItem] = []
    var count = 0
    for index in value.incidents {
      let open = library.incidents[index].openActionItemCount
      count += open
      guard open > 0, items.count < Self.mostActions else { continue }
      for item in library.incidents[index].openActionItems.prefix(Self.mostActions - items.count) {
        items.append(.record(actionRow(item, incident: index)))
        shown.append(item)
      }
    }
    guard count > 0 else { return .nothing }
    return [
      "columns": Self.columns(of: shown), "items": .list(items),
      "more": count > items.count
        ? .text("\(count - items.count) more are on the pages of their incidents.") : .nothing,
    ]
  }

  /// The factors that at least two of the incidents share.
  private func commonFactors(of value: Facet.Value) -> [TemplateValue] {
    var counts: [String: Int] = [:]
    for index in value.incidents {
      for factor in Set(library.incidents[index].factors.map(Facet.Kind.factor.folded)) {
        counts[factor, default: 0] += 1
      }
    }
    let common = counts.filter { $0.value > 1 }
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    return common.prefix(6).map { facetLink(.factor, $0.key, count: $0.value) }
  }
}
