internal import Diagnostics
internal import Incidents

extension Rule {
  package static let missingDate = Rule(
    code: "PM010", name: "missing dates", level: .error,
    rationale: """
      The blog and the archive are sorted by the date of the incident. A date is never invented: a \
      review without one is left out of the blog.
      """,
    bad: "# ⟦Checkout down⟧\n\n## Timeline\n\n- 10:05 - Error rate at 25%\n",
    good:
      "---\ndate: 2026-01-10\n---\n# Checkout down\n\n## Timeline\n\n- 10:05 - Error rate at 25%\n",
    check: .incident { subject in
      let isWrittenWrong = subject.incident.frontMatter.date != nil
      guard subject.incident.day == nil, !isWrittenWrong else { return [] }
      return [
        Finding(
          path: subject.openingPath, range: subject.opening,
          message: "the date of the incident is missing",
          help: subject.isLogged
            ? "begin the heading of the incident with the date, as in '2026-01-10 Checkout down'"
            : "add the date to the front matter, as in 'date: 2026-01-10', or begin the file name with it"
        )
      ]
    })
}
