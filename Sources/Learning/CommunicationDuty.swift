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
      let column = matrix.columns.first(where: { Self.isFor(audience, $0.title.lowercased()) }),
      let cell = matrix.cell(severity: severity, channel: column.title)
    else { return }
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

  private static func isFor(_ audience: Communication.Audience, _ title: String) -> Bool {
    switch audience {
    case .channel, .team: false
    case .leadership: title.contains("lead")
    case .statusPage: title.contains("status")
    case .customers: title.contains("mail") || title.contains("customer")
    }
  }
}
