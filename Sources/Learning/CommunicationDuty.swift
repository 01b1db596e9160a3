package import Incidents
package import Runbooks
internal import Vocabulary

/// What the communication matrix of the process requires in one incident.
package enum CommunicationDuty: Hashable, Sendable {
  /// Somebody has to be told; within this many minutes when the matrix gives a time.
  case asked(cell: String, within: Int?)
  /// Nobody has to be told, and why.
  case notAsked(reason: String)
  /// The matrix is silent, or the record does not show whether its condition holds.
  case open

  /// Looks up the row of the incident's severity and the column of the audience.
  package init(
    to audience: Communication.Audience, in incident: Incident, by process: Runbook?
  ) {
    self = .open
    guard let matrix = process?.communicationMatrix, let severity = incident.severity,
      let column = matrix.columns.first(where: { Self.audience(ofColumn: $0.title) == audience }),
      let cell = matrix.cell(severity: severity, channel: column.title)
    else { return }
    self.init(cell: cell, for: severity, in: incident)
  }

  /// What a cell of the matrix requires in an incident of its severity.
  init(cell: String, for severity: Severity, in incident: Incident) {
    self = .open
    switch CommunicationMatrix.Timing(reading: cell) {
    case .immediately: self = .asked(cell: cell, within: 0)
    case .always: self = .asked(cell: cell, within: nil)
    case .after(let minutes): self = Self.after(minutes, cell, incident)
    case .never, .whenFixed, .daily:
      self = .notAsked(reason: "the matrix says '\(cell)' for a \(severity.name)")
    case .judgement(let words):
      guard words.lowercased().contains("customer"), let impact = incident.customerImpact else {
        return
      }
      self =
        impact.isAffected
        ? .asked(cell: cell, within: nil) : .notAsked(reason: "no customer was affected")
    }
  }

  private static func after(_ minutes: Int, _ cell: String, _ incident: Incident) -> Self {
    let milestones = incident.milestones
    guard
      let lasted = milestones.minutes(to: .resolve) ?? milestones.minutes(to: .mitigate)
    else { return .open }
    return lasted > minutes
      ? .asked(cell: cell, within: nil)
      : .notAsked(reason: "it lasted \(Wording.length(lasted)), and the matrix says '\(cell)'")
  }

  /// Whom a column of the matrix is for; `nil` when its title does not tell.
  package static func audience(ofColumn title: String) -> Communication.Audience? {
    let title = title.lowercased()
    if title.contains("lead") { return .leadership }
    if title.contains("status") { return .statusPage }
    if title.contains("mail") || title.contains("customer") { return .customers }
    let isChannel = ["chat", "slack", "channel", "teams", "#"].contains { title.contains($0) }
    return isChannel ? .channel : nil
  }

  /// How long after the declaration, or else the first sign of a response, somebody was told; `nil` when a time is
  /// unknown.
  package static func delay(
    of notice: Communication, in incident: Incident
  ) -> (minutes: Int, since: MilestoneMark)? {
    let milestones = incident.milestones
    guard let start = milestones[.declared] ?? milestones[.acknowledged] ?? milestones[.detected],
      let minutes = notice.moment?.minutes(since: start.moment)
    else { return nil }
    return (minutes, start)
  }
}
