internal import Bytes
internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let unknownSeverity = Rule(
    code: "PM004", name: "unknown severities", level: .error,
    rationale: """
      The severity decides who is told and how fast (see the runbook's communication matrix), and \
      every index groups by it. The team's severities are those of 'severities:' in site.yml, or else \
      those that its policy lists; where neither does, P0 to P3 are understood and any other word is \
      shown as written. It is an error where the team has a policy, a folder for the incident or front matter \
      of incidents, and a note in any other review.
      """,
    bad: "---\nseverity: ⟦P9⟧\n---\n# Checkout down\n",
    good: "---\nseverity: P1\n---\n# Checkout down\n",
    check: .incident { subject in
      guard let field = subject.incident.frontMatter.severity else { return unstated(in: subject) }
      let scale = subject.scale
      if scale.severity(named: field.written) != nil { return [] }
      return [
        finding(
          scale.severity(leading: field.written).map { "write \($0.name)" },
          on: field.written, at: field.range, in: subject)
      ]
    })

  /// What is said where no severity is stated at all.
  static let severityIsMissing = "severity is missing"

  /// An error for a team with a process of its own; only a note in another team's review.
  private static func unstated(in subject: IncidentUnderReview) -> [Finding] {
    let incident = subject.incident
    if incident.severity != nil { return [] }
    if let written = incident.severityWritten {
      return [finding(nil, on: written, at: subject.opening, in: subject)]
    }
    let known = subject.scale.names.joined(separator: ", ")
    return [
      Finding(
        path: subject.openingPath, range: subject.opening, message: severityIsMissing,
        help: subject.isLogged
          ? "add a line such as '**Severity:** \(example(in: subject.scale))' below the heading, with one of \(known)"
          : "add 'severity:' to the front matter, with one of \(known)",
        level: subject.isOwn ? .error : .note)
    ]
  }

  private static func example(in scale: SeverityScale) -> String {
    scale.names.dropFirst(2).first ?? scale.names.last ?? "P2"
  }

  /// Whether a word has the form of P0 to P3, so that its number is a slip.
  private static func looksStandard(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return bytes.count > 1 && bytes[0] | 0x20 == UInt8(ascii: "p") && bytes[1].isDigit
  }

  /// A word that is not on the team's scale; only a note where the team has stated none.
  private static func finding(
    _ help: String?, on written: String, at range: SourceRange?, in subject: IncidentUnderReview
  ) -> Finding {
    let scale = subject.scale
    if scale.isStandard, help == nil, !looksStandard(written) {
      return Finding(
        path: subject.openingPath, range: range,
        message: "severity '\(written)' is on no scale that the team has stated",
        help:
          "list the severities in site.yml, worst first, as in 'severities: [SEV-1, SEV-2, SEV-3]'",
        level: .note)
    }
    return Finding(
      path: subject.openingPath, range: range,
      message: "severity '\(written)' is not one of \(scale.names.joined(separator: ", "))",
      help: help ?? "choose one of them, or add the word to 'severities:' in site.yml",
      level: subject.isOwn ? .error : .note)
  }
}
