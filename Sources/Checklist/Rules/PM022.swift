internal import Diagnostics
internal import Incidents

extension Rule {
  package static let undecidedDates = Rule(
    code: "PM022", name: "ambiguous dates", level: .warning,
    rationale: """
      01/02/2026 is in January in one country and in February in another. When no other date in \
      the document settles it, the date stays unknown rather than wrong.
      """,
    bad: "# Checkout down\n\n## Timeline\n\n⟦- 01/02/2026 10:05 - Error rate at 25%⟧\n",
    good: "# Checkout down\n\n## Timeline\n\n- 2026-02-01 10:05 - Error rate at 25%\n",
    check: .incident { subject in
      remarks(in: subject) { remark in
        guard remark.subject == .undecidedDate else { return nil }
        let name = remark.written.isEmpty ? "the date" : "'\(remark.written)'"
        return (
          "\(name) may start with the day or the month",
          "write dates with the year first, as in '2026-02-01'"
        )
      }
    })
}
