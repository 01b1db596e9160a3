internal import Incidents
internal import Vocabulary

/// Another incident that a reader of this one should see, and why.
package struct RelatedIncident: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// This one states that it repeats the other.
    case repeats
    /// The other states that it repeats this one.
    case repeatedBy
    case sameFactorAndService(factor: String, service: String)
    case sameFactor(String)
  }

  /// Index into ``Library/incidents``.
  package let incident: Int
  package let reason: Reason

  package init(incident: Int, reason: Reason) {
    self.incident = incident
    self.reason = reason
  }
}

/// Finds related incidents in one pass over the library, without comparing every pair.
struct RelatedIncidents {
  private static let most = 5

  /// One list for each incident, the strongest reason first.
  static func lists(of incidents: ArraySlice<Incident>) -> [[RelatedIncident]] {
    var lists = Array(repeating: [RelatedIncident](), count: incidents.count)
    var byID: [IncidentID: Int] = [:]
    for (index, incident) in incidents.enumerated() {
      if let id = incident.id { byID[id] = index }
    }
    for (index, incident) in incidents.enumerated() {
      guard let repeated = incident.frontMatter.repeats?.value, let other = byID[repeated],
        other != index
      else { continue }
      lists[index].append(RelatedIncident(incident: other, reason: .repeats))
      lists[other].append(RelatedIncident(incident: index, reason: .repeatedBy))
    }
    connect(incidents, &lists) { incident in
      incident.factors.flatMap { factor in
        incident.services.map { service in
          ("\(factor)\u{0}\(service)", .sameFactorAndService(factor: factor, service: service))
        }
      }
    }
    connect(incidents, &lists) { incident in incident.factors.map { ($0, .sameFactor($0)) } }
    return lists
  }

  /// Connects each incident with the latest older one under each of its keys, in both directions.
  private static func connect(
    _ incidents: ArraySlice<Incident>, _ lists: inout [[RelatedIncident]],
    by keys: (Incident) -> [(key: String, reason: RelatedIncident.Reason)]
  ) {
    var latest: [String: Int] = [:]
    for index in incidents.indices.reversed() {
      for (key, reason) in keys(incidents[index]) {
        if let other = latest[key] {
          add(other, to: index, reason, &lists)
          add(index, to: other, reason, &lists)
        }
        latest[key] = index
      }
    }
  }

  private static func add(
    _ other: Int, to index: Int, _ reason: RelatedIncident.Reason,
    _ lists: inout [[RelatedIncident]]
  ) {
    guard other != index, lists[index].count < most,
      !lists[index].contains(where: { $0.incident == other })
    else { return }
    lists[index].append(RelatedIncident(incident: other, reason: reason))
  }
}
