internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let doubledTimes = Rule(
    code: "PM090", name: "times in the hour of a clock change", level: .note,
    rationale: """
      When the clocks are put back, an hour comes twice, and a time in it may be either. Read in the order \
      of the record it is the first unless an earlier entry is later than that. When they are put forward, \
      an hour is left out, and a time in it was on no clock.
      """,
    bad: """
      ---
      date: 2026-10-25
      ---
      # Checkout down

      ## Timeline (Europe/Berlin)

      - 01:55 - Error rate at 25%
      ⟦- 02:30 - Rolled back⟧
      - 03:05 - Resolved

      """,
    good: """
      ---
      date: 2026-10-25
      ---
      # Checkout down

      ## Timeline (Europe/Berlin)

      - 01:55 - Error rate at 25%
      - 02:30 CEST - Rolled back
      - 03:05 - Resolved

      """,
    check: .incident { subject in
      remarks(in: subject) { remark in
        guard case .zone(let doubt, let offset) = remark.subject, let clock = remark.clock else {
          return nil
        }
        let moment = Moment(written: "", clock: clock, hasDay: true, offset: nil)
        let time = "\(moment.timeOfDay) on \(moment.day?.description ?? "the day")"
        let used = offset.map { ZoneWording.utc($0) } ?? "UTC"
        switch doubt {
        case .twice(let isSecond):
          return (
            "\(time) came twice in \(remark.written); read as the \(isSecond ? "second" : "first"), \(used)",
            "add the offset to the time, as in '\(moment.timeOfDay) \(used)'"
          )
        case .skipped:
          return (
            "\(time) was left out in \(remark.written), where the clocks were put forward; read as \(used)",
            "correct the time, or add its offset"
          )
        case .otherSeason, .unknown, .fixed: return nil
        }
      }
    })
}

/// How offsets are worded.
enum ZoneWording {
  /// `UTC+2`, `UTC-3:30`, `UTC`.
  static func utc(_ minutes: Int) -> String {
    if minutes == 0 { return "UTC" }
    let rest = abs(minutes) % 60
    return "UTC\(minutes < 0 ? "-" : "+")\(abs(minutes) / 60)"
      + (rest == 0 ? "" : ":\(Digits.padded(rest))")
  }
}
