internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

/// Lists of the values of facets, as links with counts.
extension ArchiveSite {
  func facetLink(_ kind: Facet.Kind, _ key: String, count: Int) -> TemplateValue {
    let entry = facets.entry(kind, key)
    return [
      "name": .text(entry?.name ?? key), "url": .optional(entry?.url), "count": .number(count),
      "meaning": .optional(entry?.meaning),
    ]
  }

  /// Every facet with its most common values, for the page that offers a way in.
  var facetSummaries: TemplateValue {
    .list(pagedFacets.map { $0.value(most: Self.mostValues) })
  }

  /// Every facet with its most common values, as links and counts that the script turns into boxes to tick.
  var narrowing: TemplateValue {
    .list(incidentFacets.map { $0.value(most: Self.mostNarrowing) })
  }

  private static let mostValues = 12
  private static let mostNarrowing = 8

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
