internal import Incidents
internal import Vocabulary

/// A way to divide the incidents, with the incidents under each of its values.
package struct Facet: Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case severity
    case service
    case factor
    case tag
    case year

    /// The folder of its pages in the archive.
    package var folder: String {
      switch self {
      case .severity: "severity"
      case .service: "services"
      case .factor: "factors"
      case .tag: "tags"
      case .year: "years"
      }
    }
  }

  package struct Value: Sendable {
    /// As written in the content, such as `checkout-api` or `P0`.
    package let key: String
    /// Its place in a URL; unique within the facet.
    package let slug: String
    /// Indices into ``Library/incidents``, newest first.
    package let incidents: [Int]
  }

  package let kind: Kind
  /// Sorted by key; years from the newest.
  package let values: [Value]

  init(_ kind: Kind, of incidents: ArraySlice<Incident>) {
    self.kind = kind
    var groups: [String: [Int]] = [:]
    for (index, incident) in incidents.enumerated() {
      for key in Self.keys(kind, of: incident) where groups[key]?.last != index {
        groups[key, default: []].append(index)
      }
    }
    let keys = groups.keys.sorted()
    var taken: Set<String> = []
    values = (kind == .year ? keys.reversed() : keys).map { key in
      let slug = PageName.slug(key, or: "other", among: &taken)
      return Value(key: key, slug: slug, incidents: groups[key] ?? [])
    }
  }

  private static func keys(_ kind: Kind, of incident: Incident) -> [String] {
    switch kind {
    case .severity: incident.severity.map { [$0.rawValue] } ?? []
    case .service: incident.services
    case .factor: incident.factors
    case .tag: incident.tags
    case .year: incident.day.map { [String($0.year)] } ?? []
    }
  }
}
