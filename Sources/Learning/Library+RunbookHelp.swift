package import Incidents
internal import Runbooks
internal import Vocabulary

extension Library {
  /// Whether an entry of the timeline took a step of a listed runbook before users were relieved.
  package func usedRunbook(beforeMitigationOf incident: Incident) -> Bool {
    guard let mitigated = incident.milestones[.mitigated]?.moment else { return false }
    return incident.mentions.contains { mention in
      guard let moment = mention.moment, mention.path == incident.timeline?.path,
        let minutes = mitigated.minutes(since: moment), minutes >= 0,
        let runbook = names.target(of: mention, links)?.runbook
      else { return false }
      return listedRunbooks.indices.contains(runbook)
    }
  }

  /// Whether an incident names a runbook that lists show.
  package func hasUsed(_ incident: Int) -> Bool { usingIncidents.contains(incident) }
}
