internal import Diagnostics
internal import Incidents
internal import Runbooks

extension Rule {
  package static let untoldSecurity = Rule(
    code: "PM057", name: "security incidents that security was not told of", level: .warning,
    rationale: """
      Who may have seen a secret, what must be kept as evidence, whether the law asks for a notice: the \
      security team knows. The runbook's tree says that it is alerted beside everything else.
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
        entry.text.contains("#security") || entry.text.contains("@security")
      }
      if isTold { return [] }
      return [
        subject.atRecord(
          "telling \(channel) is not recorded, and this is a security incident",
          help: "add the entry with its time, if it was done")
      ].compactMap(\.self)
    })

  /// The name that the process has for those who are told of security incidents.
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
