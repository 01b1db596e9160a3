internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let impossibleDates = Rule(
    code: "PM006", name: "impossible dates", level: .error,
    rationale: """
      A date that is on no calendar, or a time that is on no clock, is a typo that hides the real \
      one. All durations, the order of the archive and the feed depend on dates.
      """,
    bad: "---\ndate: ⟦2026-02-30⟧\n---\n# Checkout down\n",
    good: "---\ndate: 2026-02-28\n---\n# Checkout down\n",
    check: .incident { subject in
      frontMatterFindings(in: subject) + timelineFindings(in: subject) + dueFindings(in: subject)
    })

  private static func frontMatterFindings(in subject: IncidentUnderReview) -> [Finding] {
    let frontMatter = subject.incident.frontMatter
    var fields: [(String, Field<Moment>)] = frontMatter.milestones.map {
      ($0.key.rawValue, $0.value)
    }
    if let date = frontMatter.date { fields.append(("date", date)) }
    return fields.filter { $0.1.value == nil }.map { key, field in
      let isAmbiguous =
        DateReading(leading: Array(field.written.utf8)[...]).map(\.isUndecided) ?? false
      let dropped =
        key == "date" && subject.incident.day == nil ? ", so the review has no post" : ""
      return Finding(
        path: subject.openingPath, range: field.range,
        message: isAmbiguous
          ? "\(key) '\(field.written)' may have the day or the month first\(dropped)"
          : "\(key) '\(field.written)' is not a valid date or time\(dropped)",
        help: "write a date such as '2026-01-10' or '2026-01-10 14:00 UTC'")
    }
  }

  private static func timelineFindings(in subject: IncidentUnderReview) -> [Finding] {
    guard let timeline = subject.incident.timeline,
      let document = [subject.timeline, subject.review].compactMap({ $0 }).first(where: {
        $0.path == timeline.path
      })
    else { return [] }
    return timeline.entries.filter { $0.precision == .impossible }.map { entry in
      Finding(
        path: timeline.path, range: document.range(ofLine: entry.line),
        message: "'\(entry.written)' is not a valid time",
        help: "write hours from 00 to 23 and minutes from 00 to 59, or '??' for what is not known")
    }
  }

  private static func dueFindings(in subject: IncidentUnderReview) -> [Finding] {
    guard let review = subject.review else { return [] }
    return subject.incident.actionItems.compactMap { item in
      guard let written = item.dueWritten, item.due == nil, isOnNoCalendar(written) else {
        return nil
      }
      return Finding(
        path: review.path, range: review.range(ofLine: item.line),
        message: "due date '\(written)' is not a valid date",
        help: "write a date such as '2026-02-01'")
    }
  }

  /// Whether a due date that is no day is meant as one: `2026-02-30`, but not "next sprint".
  static func isOnNoCalendar(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 10 && CalendarDay.numbers(leading: bytes[...]) != nil
  }
}
