internal import Incidents

extension TypedDuration {
  /// Whether the milestones give the same, within a tenth or five minutes.
  func isDerived(in incident: Incident) -> Bool {
    guard !countsWorkingHours, let derived = derived(in: incident) else { return false }
    return abs(derived - minutes) <= max(5, derived / 10)
  }

  private func derived(in incident: Incident) -> Int? {
    let milestones = incident.milestones
    switch subject {
    case .detection: return milestones.minutes(to: .detect)
    case .acknowledgement: return milestones.minutes(to: .acknowledge)
    case .mitigation, .incident: return incident.minutes
    case .resolution: return milestones.minutes(to: .resolve)
    }
  }
}

extension Incident {
  /// The length that the review states for the whole, for lists in which no milestones give one.
  var statedLength: TypedDuration? {
    guard minutes == nil else { return nil }
    return ([.mitigation, .incident, .resolution] as [TypedDuration.Subject]).lazy
      .compactMap { subject in durations.first { $0.subject == subject } }.first
  }
}
