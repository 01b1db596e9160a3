internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

/// One way to narrow the list of incidents, with the incidents under each of its values.
struct IncidentFacet {
  struct Value {
    /// As it is written in addresses.
    let key: String
    let name: String
    /// The page of the value; `nil` where it has none.
    var url: String?
    /// Indices into ``Library/incidents``, newest first.
    let incidents: [Int]
  }

  /// Its name in addresses, such as `severity`.
  let name: String
  let title: String
  let values: [Value]
  /// Whether the values have an order of their own, and are not shown by their counts.
  var isOrdered = false
  /// The page of all values; `nil` where there is none.
  var url: String?
}

extension IncidentFacet {
  /// The values that a short list shows: the first of an ordered facet, else those with the most incidents first; equals
  /// keep their order.
  func mostCommon(_ most: Int) -> [Value] {
    if isOrdered { return Array(values.prefix(most)) }
    let order = values.indices.sorted { left, right in
      let counts = (values[left].incidents.count, values[right].incidents.count)
      return counts.0 != counts.1 ? counts.0 > counts.1 : left < right
    }
    return order.prefix(most).map { values[$0] }
  }

  /// For a template: the facet with that many values, and a link to all when there are more.
  func value(most: Int) -> TemplateValue {
    let shown = mostCommon(most)
    return [
      "key": .text(name), "name": .text(title), "values": .list(shown.map(\.link)),
      "allUrl": .optional(url),
      "more": values.count > shown.count ? .text("All \(values.count)") : .nothing,
    ]
  }
}

extension IncidentFacet.Value {
  var link: TemplateValue {
    [
      "key": .text(key), "name": .text(name), "url": .optional(url),
      "count": .number(incidents.count),
    ]
  }
}

extension ArchiveSite {
  /// The facets with pages of their own; those without a value are left out.
  var pagedFacets: [IncidentFacet] {
    library.facets.filter { !$0.values.isEmpty }.map { facet in
      IncidentFacet(
        name: facet.kind.rawValue, title: Wording.title(of: facet.kind),
        values: facet.values.map { value in
          let entry = facets.entry(facet.kind, value.key)
          return IncidentFacet.Value(
            key: value.key, name: entry?.name ?? value.key, url: entry?.url,
            incidents: value.incidents)
        }, isOrdered: facet.kind == .severity || facet.kind == .year,
        url: "\(facet.kind.folder)/index.html")
    }
  }

  /// The facets with pages of their own, then what an incident's record says besides; those without a value are left
  /// out.
  var incidentFacets: [IncidentFacet] {
    pagedFacets + [statusFacet, detectionFacet].filter { !$0.values.isEmpty }
  }

  /// What of an incident still waits for somebody.
  private var statusFacet: IncidentFacet {
    let open = library.listed.indices.filter { library.incidents[$0].openActionItemCount > 0 }
    let overdue = Set(library.ledger.overdue.map(\.incident))
    let all: [(key: String, name: String, incidents: [Int])] = [
      ("overdue", "Action items overdue", open.filter(overdue.contains)),
      ("open", "Action items open", open),
      (
        "done", "All action items done",
        library.listed.indices.filter {
          !library.incidents[$0].actionItems.isEmpty
            && library.incidents[$0].openActionItemCount == 0
        }
      ),
      (
        "none", "No action items",
        library.listed.indices.filter { library.incidents[$0].actionItems.isEmpty }
      ),
    ]
    return IncidentFacet(
      name: "status", title: "Status",
      values: all.filter { !$0.incidents.isEmpty }
        .map { IncidentFacet.Value(key: $0.key, name: $0.name, incidents: $0.incidents) },
      isOrdered: true)
  }

  private var detectionFacet: IncidentFacet {
    var incidents: [String: [Int]] = [:]
    for (index, incident) in library.listed.enumerated() {
      guard let source = incident.frontMatter.detectionSource?.written else { continue }
      incidents[source, default: []].append(index)
    }
    return IncidentFacet(
      name: "detection", title: "Detected by",
      values: incidents.sorted { $0.key < $1.key }
        .map { IncidentFacet.Value(key: $0.key, name: $0.key, incidents: $0.value) })
  }
}
