/// Another incident that a reader of this one should see, and why.
package struct RelatedIncident: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// This one states that it repeats the other.
    case repeats
    /// The other states that it repeats this one.
    case repeatedBy
    /// Both documents tell of the same incident, such as a log and a file of its own.
    case sameIncident
    case shares(Shared)
  }

  /// What two incidents have in common.
  package struct Shared: Hashable, Sendable {
    /// Keys of factors and services.
    package var factors: [String] = []
    package var services: [String] = []
    /// Rare words, the rarest first.
    package var words: [String] = []
    /// The message of an error, as this incident shows it.
    package var error: String?

    package init() {}
  }

  /// Index into ``Library/incidents``.
  package let incident: Int
  package let reason: Reason

  package init(incident: Int, reason: Reason) {
    self.incident = incident
    self.reason = reason
  }
}
