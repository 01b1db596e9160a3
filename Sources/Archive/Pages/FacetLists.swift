internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

/// Lists of the values of facets, as links with counts.
extension ArchiveSite {
  /// The values with the most incidents first; equals keep their order.
  func mostCommon(
    _ kind: Facet.Kind, among values: [Facet.Value], limit: Int
  ) -> [TemplateValue] {
    let order = values.indices.sorted { left, right in
      let counts = (values[left].incidents.count, values[right].incidents.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : left < right
    }
    return order.prefix(limit).map {
      facetLink(kind, values[$0].key, count: values[$0].incidents.count)
    }
  }

  func facetLink(_ kind: Facet.Kind, _ key: String, count: Int) -> TemplateValue {
    let entry = facets.entry(kind, key)
    return [
      "name": .text(entry?.name ?? key), "url": .optional(entry?.url), "count": .number(count),
      "meaning": .optional(entry?.meaning),
    ]
  }

  /// Every facet with its most common values, for the pages that offer a way in.
  var facetSummaries: TemplateValue {
    .list(
      library.facets.filter { !$0.values.isEmpty }.map { facet in
        let isOrdered = facet.kind == .severity || facet.kind == .year
        let shown =
          isOrdered
          ? facet.values.prefix(Self.mostValues).map {
            facetLink(facet.kind, $0.key, count: $0.incidents.count)
          }
          : mostCommon(facet.kind, among: facet.values, limit: Self.mostValues)
        return [
          "name": .text(Wording.title(of: facet.kind)), "values": .list(shown),
          "allUrl": .text("\(facet.kind.folder)/index.html"),
          "more": facet.values.count > shown.count
            ? .text("All \(facet.values.count)") : .nothing,
        ]
      })
  }

  private static let mostValues = 12

  /// The page that lists all values of a facet.
  func facetList(_ facet: Facet) -> OutputFile {
    let name = Wording.plural(of: facet.kind)
    return page(
      "\(facet.kind.folder)/index.html", .facetList, title: name, in: .incidents
    ) { page, _ in
      page["name"] = .text(name)
      page["lede"] = .text(
        "Every value that the reviews use, with its number of incidents.")
      page["values"] = .list(
        facet.values.map { facetLink(facet.kind, $0.key, count: $0.incidents.count) })
    }
  }
}
