internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

/// Finds out whether an audience was told as the communication matrix asks.
enum DutyFindings {
  static func findings(
    to audience: Communication.Audience, _ words: (missing: String, late: String),
    in subject: IncidentUnderReview
  ) -> [Finding] {
    let incident = subject.incident
    guard let severity = incident.severity, !incident.isNearMiss,
      incident.timeline != nil,
      case .asked(let cell, let within) = CommunicationDuty(
        to: audience, in: incident, by: subject.process)
    else { return [] }
    let asks = "the matrix says '\(cell)' for a \(severity.name)"
    guard let told = incident.communications.first(where: { $0.audience == audience })
    else {
      return [
        subject.atRecord(
          "no \(words.missing) is recorded; \(asks)",
          help: Wording.untold)
      ].compactMap(\.self)
    }
    guard within == 0, let delay = CommunicationDuty.delay(of: told, in: incident),
      delay.minutes > subject.policy[.acknowledge].minutes
    else { return [] }
    return [
      subject.at(
        line: told.line,
        "\(words.late) \(Wording.length(delay.minutes)) after line \(delay.since.line); \(asks), and \(subject.policy[.acknowledge].asks("allows"))",
        help: Wording.late
      )
    ].compactMap(\.self)
  }
}
