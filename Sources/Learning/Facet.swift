internal import Bytes
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

    /// A key without what makes no difference: tags, services and factors that differ only in case, or in hyphens,
    /// blanks and underscores, are one.
    package func folded(_ key: String) -> String {
      switch self {
      case .severity, .year: return key
      case .service, .factor, .tag: break
      }
      if key.utf8.allSatisfy({ $0.isLowercase || $0.isDigit || $0 == .hyphen }) { return key }
      let bytes = key.lowercased().utf8.map {
        $0 == .space || $0 == UInt8(ascii: "_") ? .hyphen : $0
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  package struct Value: Sendable {
    /// As most often written in the content, such as `checkout-api` or `P0`.
    package let key: String
    /// Its place in a URL; unique within the facet.
    package let slug: String
    /// Indices into ``Library/incidents``, newest first.
    package let incidents: [Int]
  }

  package let kind: Kind
  /// Sorted by key; years from the newest, severities from the worst and after them the words on no scale.
  package let values: [Value]

  init(_ kind: Kind, of incidents: ArraySlice<Incident>) {
    self.kind = kind
    var groups: [String: [Int]] = [:]
    var spellings: [String: [String: Int]] = [:]
    for (index, incident) in incidents.enumerated() {
      for key in Self.keys(kind, of: incident) {
        let folded = kind.folded(key)
        spellings[folded, default: [:]][key, default: 0] += 1
        if groups[folded]?.last != index { groups[folded, default: []].append(index) }
      }
    }
    var ranks: [String: Int] = [:]
    if kind == .severity {
      for incident in incidents {
        if let severity = incident.severity { ranks[severity.name] = severity.rank }
      }
    }
    let keys = groups.keys.map { (key: Self.mostFrequent(spellings[$0] ?? [:]) ?? $0, folded: $0) }
      .sorted { (ranks[$0.key] ?? .max, $0.key) < (ranks[$1.key] ?? .max, $1.key) }
    var taken: Set<String> = []
    values = (kind == .year ? keys.reversed() : keys).map { key, folded in
      let slug = PageName.slug(key, or: "other", among: &taken)
      return Value(key: key, slug: slug, incidents: groups[folded] ?? [])
    }
  }

  /// Of equals the first in the alphabet.
  private static func mostFrequent(_ spellings: [String: Int]) -> String? {
    spellings.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  private static func keys(_ kind: Kind, of incident: Incident) -> [String] {
    switch kind {
    case .severity: incident.severityLabel.map { [$0] } ?? []
    case .service: incident.services
    case .factor: incident.factors
    case .tag: incident.tags
    case .year: incident.day.map { [String($0.year)] } ?? []
    }
  }
}
