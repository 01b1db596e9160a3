package import Incidents
internal import Runbooks

/// What the communication matrix asks for in one incident, channel by channel, beside what was sent.
package struct CommunicationRecord: Sendable {
  package struct Row: Sendable {
    /// The title of the column.
    package let channel: String
    package let audience: Communication.Audience
    /// What the matrix says for the severity of the incident.
    package let cell: String
    package let duty: CommunicationDuty
    /// In the order of the timeline.
    package let sent: [Communication]
    /// Minutes from the declaration to the first notice, where the matrix asks for one at once and that is longer than
    /// an acknowledgement may take. Never for the incident's own channel, where the declaration is.
    package let late: Int?
  }

  /// In the order of the matrix, without columns whose audience their title does not tell. Empty without a matrix, and
  /// when it has no row for the severity.
  package private(set) var rows: [Row] = []

  package init(of incident: Incident, in library: Library) {
    guard let matrix = library.process?.communicationMatrix, let severity = incident.severity,
      !incident.isNearMiss
    else { return }
    for column in matrix.columns {
      guard let audience = CommunicationDuty.audience(ofColumn: column.title),
        let cell = matrix.cell(severity: severity, channel: column.title)
      else { continue }
      let duty = CommunicationDuty(cell: cell, for: severity, in: incident)
      let sent = incident.communications.filter { $0.audience == audience }
      var late: Int?
      if audience != .channel, case .asked(_, within: 0) = duty, let first = sent.first,
        let delay = CommunicationDuty.delay(of: first, in: incident),
        delay.minutes > library.policy[.acknowledge].minutes
      {
        late = delay.minutes
      }
      rows.append(
        Row(
          channel: column.title, audience: audience, cell: cell, duty: duty, sent: sent, late: late)
      )
    }
  }
}
