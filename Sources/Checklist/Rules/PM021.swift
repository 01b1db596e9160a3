internal import Diagnostics
internal import Incidents

extension Rule {
  package static let sharedZones = Rule(
    code: "PM021", name: "zones of several meanings", level: .warning,
    rationale: """
      IST is the time of India, of Israel and of Ireland; CST is Chicago's, Shanghai's and Havana's; PT is two \
      offsets a year. No offset is ever guessed, so no duration across days and no feed can be derived.
      """,
    bad: "# Checkout down\n\n⟦## Timeline (IST)⟧\n\n- 10:05 - Error rate at 25%\n",
    good: "# Checkout down\n\n## Timeline (IST, UTC+5:30)\n\n- 10:05 - Error rate at 25%\n",
    check: .incident { subject in
      remarks(in: subject) { remark in
        guard remark.subject == .sharedZone else { return nil }
        return (
          "'\(remark.written)' may be more than one offset from UTC",
          "add the offset, as in '\(remark.written) (UTC+1)'"
        )
      }
    })

  /// The findings of what the reader asks about.
  static func remarks(
    in subject: IncidentUnderReview,
    words: (TimelineRemark) -> (message: String, help: String)?
  ) -> [Finding] {
    guard let timeline = subject.incident.timeline,
      let document = subject.document(at: timeline.path)
    else { return [] }
    return timeline.remarks.compactMap { remark in
      words(remark).map { message, help in
        Finding(
          path: timeline.path, range: document.range(ofLine: remark.line), message: message,
          help: help)
      }
    }
  }
}

extension IncidentUnderReview {
  func document(at path: String) -> DocumentReading? {
    [timeline, review].compactMap { $0 }.first { $0.path == path }
  }
}
