internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let contradictedZones = Rule(
    code: "PM024", name: "time zones with the wrong offset", level: .warning,
    rationale: """
      PST is eight hours behind UTC and PDT seven, so "PST (UTC-7)" contradicts itself. The offset \
      is used as written, which may be an hour off.
      """,
    bad: "# Checkout down\n\n⟦## Timeline (PST (UTC-7))⟧\n\n- 10:05 - Error rate at 25%\n",
    good: "# Checkout down\n\n## Timeline (PST (UTC-8))\n\n- 10:05 - Error rate at 25%\n",
    check: .incident { subject in
      remarks(in: subject) { remark in
        guard case .wrongOffset(let own) = remark.subject else { return nil }
        return (
          "'\(remark.written)' contradicts itself: the zone is \(offset(own)) from UTC",
          "write the zone for that time of year, or only the offset"
        )
      }
    })

  /// `-8 hours`, `+5:30 hours`.
  private static func offset(_ minutes: Int) -> String {
    let sign = minutes < 0 ? "-" : "+"
    let rest = abs(minutes) % 60
    let hours = abs(minutes) / 60
    return rest == 0 ? "\(sign)\(hours) hours" : "\(sign)\(hours):\(Digits.padded(rest)) hours"
  }
}
