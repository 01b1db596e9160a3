internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let templateText = Rule(
    code: "PM034", name: "leftover template text", level: .warning,
    rationale: """
      "[what is affected]" and "TBD" are questions in the template that nobody answered. In a \
      finished review a reader cannot tell whether there was nothing to say or somebody forgot.
      """,
    bad: """
      # Checkout down

      ## Impact

      ⟦[how many users, for how long]⟧

      More than a thousand orders were late.

      """,
    good: """
      # Checkout down

      ## Impact

      More than a thousand orders were late.

      """,
    check: .incident { subject in
      [subject.review, subject.timeline].compactMap(\.self).flatMap { document in
        findings(in: document, of: subject)
      }
    })

  private static func findings(
    in document: DocumentReading, of subject: IncidentUnderReview
  ) -> [Finding] {
    var lines = document.blocks.flatMap(TemplateText.lines)
    if lines.isEmpty { return [] }
    // The sections are those of the review.
    if document.path == subject.review?.path {
      let known = reported(in: subject)
      lines.removeAll { line in
        known.contains(line.line) || (line.isPrompt && isAnswered(line.line, in: subject.incident))
      }
    }
    return lines.map { line in
      Finding(
        path: document.path, range: document.range(ofLine: line.line),
        message: "'\(Wording.shortened(line.text))' is left over from the template",
        help: "replace it, or remove the line")
    }
  }

  /// Whether the innermost section around a line says something.
  private static func isAnswered(_ line: Int, in incident: Incident) -> Bool {
    incident.sections.last { $0.lines.contains(line) }?.content == .written
  }

  /// The lines of placeholders that the rules for required sections report.
  private static func reported(in subject: IncidentUnderReview) -> Set<Int> {
    let parts = subject.incident.sections + subject.incident.labelled
    let placeholders = parts.compactMap { part -> Int? in
      if case .placeholder(let line, _) = part.content { line } else { nil }
    }
    if placeholders.isEmpty { return [] }
    let rules: [Rule] = [
      .missingRootCause, .missingActionItems, .missingSummary, .missingImpact, .missingDetection,
      .missingLessons,
    ]
    let found = rules.flatMap { rule -> [Finding] in
      if case .incident(let find) = rule.check { find(subject) } else { [] }
    }
    return Set(found.compactMap { $0.range?.lowerBound.line }).intersection(placeholders)
  }
}
