internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let missingZone = Rule(
    code: "PM025", name: "times without a time zone", level: .warning, lesserLevel: .note,
    rationale: """
      Readers in two places take "10:05" for two different moments. A zone is never invented, so \
      the times of this incident cannot be compared with those of a dashboard, a log or another \
      incident.
      """,
    bad: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ## ⟦Timeline⟧

      - 10:05 - Error rate at 25%
      - 10:45 - Resolved

      """,
    good: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ## Timeline

      All times in UTC.

      - 10:05 - Error rate at 25%
      - 10:45 - Resolved

      """,
    check: .incident { subject in
      guard let timeline = subject.incident.timeline, timeline.zone == nil else { return [] }
      let timed = timeline.entries.filter { $0.moment != nil }
      // A zone that is not understood is another matter, and already reported.
      guard timed.count > 1, timed.allSatisfy({ $0.moment?.offset == nil }),
        timeline.remarks.allSatisfy({ $0.subject == .undecidedDate }),
        subject.process != nil || !mentionsZone(subject.document(at: timeline.path))
      else { return [] }
      return [
        subject.atRecord(
          "the times have no time zone",
          help: "state the time zone above the entries, as in 'All times in UTC.'")
      ].compactMap(\.self)
    })
  /// Whether "UTC" or "GMT" is anywhere in the document of another team, whatever it means there.
  private static func mentionsZone(_ document: DocumentReading?) -> Bool {
    guard let bytes = document?.bytes else { return false }
    let names = ["UTC", "GMT"].map { Array($0.utf8) }
    return bytes.indices.dropLast(2).contains { index in
      (bytes[index] == UInt8(ascii: "U") || bytes[index] == UInt8(ascii: "G"))
        && names.contains { bytes[index...].starts(with: $0) }
    }
  }
}
