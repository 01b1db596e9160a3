import TestSupport

/// Reviews in our own words that have something of everything that a page takes from others: services and factors
/// in common, links to reviews, headings and runbooks, action items with days, repeats.
enum GeneratedReviews {
  static let services = ["api", "checkout", "database", "cache", "courier", "relay"]
  static let factors = ["saturation", "wrong-signal", "expiry", "unread-alert"]
  static let tags = ["deploy", "capacity", "retries", "cache"]
  static let runbooks = [
    "rollback.md", "restart-service.md", "alerts/ApiErrorRateHigh.md", "scale-up.md",
  ]

  static func path(_ number: Int) -> String {
    number % 7 == 3
      ? "content/incidents/\(day(number))-case-\(number)/review.md"
      : "content/incidents/\(day(number))-case-\(number).md"
  }

  static func day(_ number: Int) -> String {
    let month = number / 27 % 12 + 1
    let day = number % 27 + 1
    return "\(2021 + number / 324)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// `known` are paths of documents to link to, below `content/`.
  static func review(_ number: Int, among known: [String], _ random: inout SeededRandom) -> String {
    let depth = number % 7 == 3 ? "../../" : "../"
    let service = random.one(of: services)
    let other = known.isEmpty ? "runbooks/rollback.md" : random.one(of: known)
    let anchor = random.one(of: ["", "#impact", "#why-it-broke", "#action-items", "#nothing"])
    let repeats =
      number > 9 && random.oneIn(5) ? "repeats: incident-\(day(number - 9))-001\n" : ""
    let minute = 10 + random.below(40)
    return """
      ---
      title: "Case \(number): \(service) slow"
      id: incident-\(day(number))-001
      date: \(day(number))
      severity: P\(random.below(4))
      services: [\(service), \(random.one(of: services))]
      tags: [\(random.one(of: tags))]
      factors: [\(random.one(of: factors))]
      authors: [\(random.one(of: ["mira-okafor", "jonas-weld", "somebody-else"]))]
      reviewed: \(day(number + 1))
      \(repeats)runbooks:
        - \(depth)runbooks/\(random.one(of: runbooks))
      ---

      ## Summary

      Requests to \(service) took long for \(minute) minutes.

      ## Impact

      Every second request was late, see [the other one](\(depth)\(other)\(anchor)).

      ## Why it broke

      A queue was full. We first looked [here](#impact), then at [the page](/archive/index.html).

      ## Timeline

      - 10:00 UTC - The first request is late
      - 10:05 UTC - Detected by an alert
      - 10:07 UTC - Acknowledged by the on-call engineer
      - 10:\(minute) UTC - Mitigated: the queue is drained
      - 10:55 UTC - Resolved

      ## Lessons learned

      - Lesson \(number): watch the queue.

      ## Action items

      | Action item | Owner | Due | State |
      | --- | --- | --- | --- |
      | Alert on the queue of case \(number) | mira | \(day(number + random.below(60))) | \(random.one(of: ["open", "done"])) |

      """
  }
}
