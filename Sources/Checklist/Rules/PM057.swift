internal import Diagnostics
internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let untoldSecurity = Rule(
    code: "PM057", name: "missing notices to security", level: .warning,
    rationale: """
      The security team knows who may have seen a secret, what must be kept as evidence, and \
      whether the law requires a notice. The runbook's decision tree says to alert it in addition \
      to everyone else.
      """,
    bad: """
      ---
      date: 2026-01-10
      severity: P2
      security: true
      ---
      # Token in a log

      ## ⟦Timeline (UTC)⟧

      - 10:01 - Detected: a token is in a public log
      - 10:02 - @oncall acknowledging - investigating

      """,
    good: """
      ---
      date: 2026-01-10
      severity: P2
      security: true
      ---
      # Token in a log

      ## Timeline (UTC)

      - 10:01 - Detected: a token is in a public log
      - 10:02 - @oncall acknowledging - investigating
      - 10:03 - #security alerted

      """,
    check: .incident { subject in
      let incident = subject.incident
      guard incident.frontMatter.isSecurity || incident.tags.contains("security"),
        let timeline = incident.timeline, let process = subject.process,
        let channel = channel(of: process)
      else { return [] }
      let isTold = timeline.entries.contains { entry in
        !entry.isDecision
          && (entry.text.contains("#security") || entry.text.contains("@security"))
      }
      if isTold { return [] }
      return [
        subject.atRecord(
          "no notice to \(channel) is recorded, and this is a security incident",
          help: Wording.untold)
      ].compactMap(\.self)
    })

  /// The channel or the handle that the process names for security incidents.
  private static func channel(of process: Runbook) -> String? {
    for tree in process.decisionTrees {
      for answer in tree.questions.flatMap(\.answers) {
        if let word = answer.text.split(separator: " ").first(where: { $0.hasPrefix("#security") })
        {
          return String(word)
        }
      }
    }
    return process.contacts.first { $0.handle.contains("security") }?.handle
  }
}
