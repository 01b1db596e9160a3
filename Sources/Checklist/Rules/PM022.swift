internal import Diagnostics
internal import Incidents

extension Rule {
  package static let undecidedDates = Rule(
    code: "PM022", name: "dates that may be two days", level: .warning,
    rationale: """
      01/02/2026 is a day in January in one country and in February in another. Where no other date of the \
      document decides, the day stays unknown rather than wrong.
      """,
    bad: "# Checkout down\n\n## Timeline\n\n⟦- 01/02/2026 10:05 - Error rate at 25%⟧\n",
    good: "# Checkout down\n\n## Timeline\n\n- 2026-02-01 10:05 - Error rate at 25%\n",
    check: .incident { subject in
      remarks(in: subject) { remark in
        guard remark.subject == .undecidedDate else { return nil }
        let name = remark.written.isEmpty ? "the date" : "'\(remark.written)'"
        return (
          "\(name) may begin with the day or with the month", "write dates as 2026-02-01"
        )
      }
    })
}
