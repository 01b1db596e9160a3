internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let contradictedDurations = Rule(
    code: "PM023", name: "durations that contradict the timeline", level: .warning,
    rationale: """
      Durations are derived from the entries, so that all figures come from one clock. A typed \
      duration that no reading of the entries gives, within a tenth or five minutes, means that \
      the duration or an entry is wrong.
      """,
    bad: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      ⟦- **Time to resolve:** 3 hours⟧

      ## Timeline (UTC)

      - 10:05 - Alert fires
      - 10:20 - Rollback complete
      - 10:45 - Resolved

      """,
    good: """
      ---
      date: 2026-01-10
      ---
      # Checkout down

      - **Time to resolve:** 40 minutes

      ## Timeline (UTC)

      - 10:05 - Alert fires
      - 10:20 - Rollback complete
      - 10:45 - Resolved

      """,
    check: .incident { subject in
      guard let document = subject.document else { return [] }
      let durations = subject.incident.durations.filter { !$0.countsWorkingHours }
      if durations.isEmpty { return [] }
      let spans = Spans(of: subject.incident)
      return durations.compactMap { typed in
        let known = spans.minutes(for: typed.subject)
        guard
          let nearest = known.min(by: {
            abs($0 - typed.minutes) < abs($1 - typed.minutes)
          })
        else { return nil }
        let slack = max(5, max(nearest, typed.minutes) / (typed.isApproximate ? 3 : 10))
        guard abs(nearest - typed.minutes) > slack else { return nil }
        let derived = spans.derived(for: typed.subject) ?? nearest
        return Finding(
          path: document.path, range: document.range(ofLine: typed.line),
          message:
            "'\(typed.written)' contradicts the timeline, which gives \(Wording.length(derived))",
          help: derived > Spans.workingDay
            ? "remove the duration, correct it or the entries, or say that it counts working hours"
            : "remove the duration, or correct it or the entries")
      }
    })
}

/// The lengths that the entries and the milestones allow.
private struct Spans {
  private let milestones: Milestones
  /// Any entry may be the one that a team counts from.
  private let starts: [Moment]
  private let last: Moment?

  init(of incident: Incident) {
    milestones = incident.milestones
    let entries = incident.timeline?.entries ?? []
    starts = entries.compactMap { $0.isLabelled ? nil : $0.moment }
    let ends = entries.filter { !$0.isLabelled }.flatMap {
      [$0.moment, $0.until].compactMap(\.self)
    }
    last = ends.min { ($0.seconds(since: $1) ?? 0) > 0 }
  }

  /// Empty when the milestones do not give it: then there is nothing to contradict.
  func minutes(for subject: TypedDuration.Subject) -> [Int] {
    switch subject {
    case .detection:
      guard milestones.minutes(to: .detect) != nil else { return [] }
      return lengths(from: [.started], to: [.detected, .acknowledged, .declared], last: nil)
    case .acknowledgement:
      guard milestones.minutes(to: .acknowledge) != nil else { return [] }
      return lengths(from: [.started, .detected], to: [.acknowledged, .declared], last: nil)
    case .mitigation, .resolution, .incident:
      guard milestones[.mitigated] != nil || milestones[.resolved] != nil else { return [] }
      return lengths(
        from: [.started, .detected, .acknowledged, .declared],
        to: [.mitigated, .resolved, .closed], last: last)
    }
  }

  /// What the timeline gives for the end that the label names; `nil` when it names none, or when the record has
  /// none.
  func derived(for subject: TypedDuration.Subject) -> Int? {
    let end: Milestone
    switch subject {
    case .mitigation: end = .mitigated
    case .resolution: end = .resolved
    case .detection, .acknowledgement, .incident: return nil
    }
    guard let start = milestones[.started] ?? milestones[.detected] else { return nil }
    return milestones[end]?.moment.minutes(since: start.moment)
  }

  /// Minutes after which a night may lie between, which a team may leave out.
  static let workingDay = 10 * 60

  private func lengths(from first: [Milestone], to ends: [Milestone], last: Moment?) -> [Int] {
    let from = first.compactMap { milestones[$0]?.moment } + starts
    let to = ends.compactMap { milestones[$0]?.moment } + [last].compactMap(\.self)
    return from.flatMap { start in
      to.compactMap { end in end.minutes(since: start).flatMap { $0 >= 0 ? $0 : nil } }
    }
  }
}
