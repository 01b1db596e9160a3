package import Vocabulary

/// A notice to somebody during an incident.
package struct Communication: Hashable, Sendable {
  /// Who it was for, in the terms of the communication matrix.
  package enum Audience: String, CaseIterable, Sendable {
    /// The incident's channel.
    case channel
    /// Another team's channel, or its engineers.
    case team
    case leadership
    case statusPage = "status_page"
    case customers
  }

  package let line: Int
  /// `nil` when the time is not known.
  package let moment: Moment?
  package let audience: Audience
  /// Where, as written: `#customer-success`, `@leadership`, "status page".
  package let channel: String
  /// The state that an update reports; `nil` when it does not report one.
  package let status: IncidentStatus?
}

/// The state that an update block names.
package enum IncidentStatus: String, CaseIterable, Sendable {
  case investigating
  case mitigating
  case monitoring
  case resolved
}
