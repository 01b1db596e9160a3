internal import Diagnostics
internal import Incidents

extension Rule {
  package static let sharedZones = Rule(
    code: "PM021", name: "ambiguous time zones", level: .warning,
    rationale: """
      IST is used in India, Israel and Ireland; CST in Chicago, Shanghai and Havana; PT stands for \
      two offsets over the year. An offset is never guessed, so without one there are no durations \
      across days and no place in the feed.
      """,
    bad: "# Checkout down\n\n⟦## Timeline (IST)⟧\n\n- 10:05 - Error rate at 25%\n",
    good: "# Checkout down\n\n## Timeline (IST, UTC+5:30)\n\n- 10:05 - Error rate at 25%\n",
    check: .incident { subject in
      remarks(in: subject) { remark in
        guard remark.subject == .sharedZone else { return nil }
        return (
          "'\(remark.written)' stands for more than one offset from UTC",
          "add the offset, as in '\(remark.written) (UTC+1)'"
        )
      }
    })

  /// The findings for the reader's remarks.
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
