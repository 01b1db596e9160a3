internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingActionItems = Rule(
    code: "PM003", name: "missing action items", level: .error,
    rationale: """
      A review without work that follows from it changes nothing. When there is truly nothing to do, one item that \
      says why is the record of that decision.
      """,
    bad: "# Checkout down\n\n## ⟦Action items⟧\n",
    good: "# Checkout down\n\n## Action items\n\n- [ ] Alert on pool use @data due 2026-02-01\n",
    check: .incident { subject in
      if !subject.incident.actionItems.isEmpty { return [] }
      let findings = RequiredSection.findings(
        .actionItems, in: subject,
        example: "one bullet or table row a piece of work, each with an owner")
      if !findings.isEmpty { return findings }
      guard let review = subject.review, let section = subject.incident.section(.actionItems) else {
        return []
      }
      return [
        Finding(
          path: review.path, range: review.textRange(ofLine: section.line),
          message: "section '\(section.heading)' has no item",
          help: "write one bullet or table row a piece of work, each with an owner")
      ]
    })
}
