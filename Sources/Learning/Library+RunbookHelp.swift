internal import Incidents
internal import Runbooks
internal import Vocabulary

/// What runbooks did for an incident; each includes those before it.
package enum RunbookHelp: Int, Comparable, Sendable {
  case none
  /// A runbook of one of its services is there.
  case existed
  /// The review or the timeline names a runbook.
  case used
  /// A step of a runbook was taken before users were relieved.
  case helped

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Library {
  /// What the listed runbooks did for an incident.
  package func runbookHelp(of index: Int) -> RunbookHelp {
    let incident = incidents[index]
    if usedRunbook(beforeMitigationOf: incident) { return .helped }
    if usingIncidents.contains(index) { return .used }
    return incident.services.contains(where: servicesWithRunbooks.contains) ? .existed : .none
  }

  /// Whether an entry of the timeline took a step of a listed runbook before users were relieved.
  private func usedRunbook(beforeMitigationOf incident: Incident) -> Bool {
    guard let mitigated = incident.milestones[.mitigated]?.moment else { return false }
    return incident.mentions.contains { mention in
      guard let moment = mention.moment, mention.path == incident.timeline?.path,
        let minutes = mitigated.minutes(since: moment), minutes >= 0,
        let runbook = names.target(of: mention, links)?.runbook
      else { return false }
      return listedRunbooks.indices.contains(runbook)
    }
  }
}
