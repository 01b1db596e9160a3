package import Incidents
package import Vocabulary

/// How an incident used a runbook, in the words of its timeline and its review.
package struct RunbookUse: Sendable {
  /// An entry of the timeline that links to the runbook or runs its playbook.
  package struct Step: Sendable {
    package let moment: Moment?
    /// The heading in the runbook that the entry links to; `nil` for the runbook as a whole.
    package let section: String?
    /// Whole minutes since detection; `nil` when either time is unknown.
    package let sinceDetected: Int?
    /// Whole minutes until users were relieved; `nil` when that is unknown or came before.
    package let untilMitigated: Int?
    /// The entry, on one line.
    package let text: String

    /// "Commands, 11 min after detection, 8 min before users were relieved"; empty when nothing is known.
    package var note: String {
      let since = sinceDetected.map { minutes in
        minutes < 0
          ? "\(Wording.length(-minutes)) before detection"
          : "\(Wording.length(minutes)) after detection"
      }
      let until = untilMitigated.map { "\(Wording.length($0)) before users were relieved" }
      return [section, since, until].compactMap(\.self).joined(separator: ", ")
    }
  }

  /// Index into ``Library/incidents``.
  package let incident: Int
  /// In the order of the timeline.
  package let steps: [Step]
  /// The sentences of the review that link to the runbook, each once.
  package let remarks: [String]
}

/// An action item that asks for a change of a runbook.
package struct RunbookWork: Sendable {
  /// Index into ``Library/incidents``.
  package let incident: Int
  package let item: ActionItem
}
