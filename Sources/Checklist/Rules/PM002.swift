internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingRootCause = Rule(
    code: "PM002", name: "missing root causes", level: .error,
    rationale: """
      The post-incident checklist asks for the root cause. A heading with "TBD" below it looks \
      finished in a list of reviews, but is not.
      """,
    bad: "# Checkout down\n\n## Root cause\n\n⟦TBD⟧\n",
    good:
      "# Checkout down\n\n## Root cause\n\nThe new release opened two connections per request.\n",
    check: .incident { subject in
      RequiredSection.findings(
        .rootCause, or: subject.process == nil ? [.contributingFactors] : [], in: subject,
        example: "what made the incident possible, in terms of the system")
    })
}
