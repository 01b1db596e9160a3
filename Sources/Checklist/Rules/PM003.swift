internal import CommonMark
internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingActionItems = Rule(
    code: "PM003", name: "missing action items", level: .error,
    rationale: """
      A review that leads to no work changes nothing. When there really is nothing to do, one item \
      that says why records that decision.
      """,
    bad: "# Checkout down\n\n## ⟦Action items⟧\n",
    good: "# Checkout down\n\n## Action items\n\n- [ ] Alert on pool use @data due 2026-02-01\n",
    check: .incident { subject in
      if !subject.incident.actionItems.isEmpty { return [] }
      let findings = RequiredSection.findings(
        .actionItems, in: subject,
        example: "one bullet or table row per piece of work, each with an owner")
      if !findings.isEmpty {
        return subject.review.map { review in findings.map { asNothing($0, in: review) } }
          ?? findings
      }
      guard let review = subject.review, let section = subject.incident.section(.actionItems) else {
        return []
      }
      if let answer = review.blocks(of: section).first(where: \.saysNothingToDo) {
        return [
          unexplained(answer.text, at: review.range(ofLine: answer.lines.lowerBound), in: review)
        ]
      }
      return [
        Finding(
          path: review.path, range: review.textRange(ofLine: section.line),
          message: "section '\(section.heading)' has no items",
          help: "write one bullet or table row per piece of work, each with an owner")
      ]
    })

  /// "N/A" and "none" are answers that lack a reason.
  private static func asNothing(_ finding: Finding, in review: DocumentReading) -> Finding {
    guard
      let word = ["N/A", "n/a", "NA"].first(where: {
        finding.message.hasSuffix("placeholder: '\($0)'")
      })
    else { return finding }
    return unexplained(word, at: finding.range, in: review)
  }

  private static func unexplained(
    _ answer: String, at range: SourceRange?, in review: DocumentReading
  ) -> Finding {
    Finding(
      path: review.path, range: range,
      message: "section 'Action items' says '\(answer)' but not why",
      help: "write one item that says why there is nothing to do")
  }
}
