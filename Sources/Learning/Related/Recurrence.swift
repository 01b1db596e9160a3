internal import Incidents
internal import Vocabulary

/// Something that happened again while an action item of the first time was open: the same factor in the same service, or
/// the same error.
package struct Recurrence: Hashable, Sendable {
  package enum Sign: Hashable, Sendable {
    /// The keys of both.
    case factor(String, service: String)
    /// The message, as the later incident shows it.
    case error(String)
  }

  /// Index into ``Library/incidents``: the later one.
  package let again: Int
  /// Index into ``Library/incidents``: the latest before it that still has open action items.
  package let first: Int
  package let sign: Sign

  /// Looks at each incident once, from the oldest on, and remembers the latest one with open items for each error, and
  /// for each pair of a factor and a service. Incidents without a day are left out, because nothing tells
  /// which was first.
  static func all(
    in incidents: ArraySlice<Incident>, related: [[RelatedIncident]]
  ) -> [Recurrence] {
    var found: [Recurrence] = []
    var latest: [Sign: Int] = [:]
    for again in incidents.indices.reversed() {
      let incident = incidents[again]
      guard incident.day != nil else { continue }
      let isOpen = incident.openActionItemCount > 0
      let signs = signs(of: incident)
      var firsts: [Int] = related[again].filter { $0.reason == .sameIncident }.map(\.incident)
      for (key, sign) in signs {
        if let first = latest[key], !firsts.contains(first) {
          firsts.append(first)
          found.append(Recurrence(again: again, first: first, sign: sign))
        }
      }
      if isOpen { for (key, _) in signs { latest[key] = again } }
    }
    return found.reversed()
  }

  /// For each incident, those in which it is the earlier or the later one, in their order.
  static func byIncident(_ recurrences: [Recurrence]) -> [Int: [Recurrence]] {
    var found: [Int: [Recurrence]] = [:]
    for recurrence in recurrences {
      found[recurrence.again, default: []].append(recurrence)
      found[recurrence.first, default: []].append(recurrence)
    }
    return found
  }

  /// What may come again, with what is the same each time: errors first, which say more.
  private static func signs(of incident: Incident) -> [(key: Sign, sign: Sign)] {
    let errors = incident.terms.errors.map { message in
      (Sign.error(String(ErrorMessage.key(of: Array(message.utf8)))), Sign.error(message))
    }
    let factors = incident.factors
    guard !factors.isEmpty else { return errors }
    let services = incident.services
    return errors
      + factors.flatMap { factor in
        services.map { (Sign.factor(factor, service: $0), Sign.factor(factor, service: $0)) }
      }
  }
}
