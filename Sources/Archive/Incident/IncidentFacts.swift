internal import Incidents
internal import Runbooks
internal import Templates
internal import Vocabulary

/// The strip of facts below the title of an incident.
struct IncidentFacts {
  private(set) var values: [TemplateValue] = []

  init(of incident: Incident, policy: ResponsePolicy) {
    let milestones = incident.milestones
    if let minutes = incident.minutes {
      // Not "users affected": the end of the impact in a review may be neither of the two.
      let isMitigated = milestones.minutes(to: .mitigate) != nil
      let name = isMitigated ? "Time to mitigate" : "Time to resolve"
      add(incident.isNearMiss ? "At risk for" : name, Wording.length(minutes))
    }
    if let started = milestones[.started]?.moment {
      add("Started", clock(started), note: day(of: .started, incident))
    }
    if let detected = milestones[.detected]?.moment {
      let after = milestones.minutes(to: .detect).map { "\(Wording.length($0)) after the start" }
      let source = incident.frontMatter.detectionSource.map { "by \($0.written)" }
      add(
        "Detected", clock(detected),
        note: note(day(of: .detected, incident), source, after))
    } else if let source = incident.frontMatter.detectionSource {
      add("Detected by", source.written)
    }
    if let mitigated = milestones[.mitigated]?.moment {
      add(
        "Mitigated", clock(mitigated),
        note: note(
          day(of: .mitigated, incident),
          milestones.minutes(to: .mitigate).map { "after \(Wording.length($0))" }))
    }
    if let resolved = milestones[.resolved]?.moment {
      add(
        "Resolved", clock(resolved),
        note: note(
          day(of: .resolved, incident),
          milestones.minutes(to: .resolve).map { "after \(Wording.length($0))" }))
    }
    addReview(of: incident, policy)
    addStated(incident)
  }

  private static let mostStated = 6

  /// The lengths that the review states, where the milestones do not give the same.
  private mutating func addStated(_ incident: Incident) {
    var labels: Set<String> = []
    let stated = incident.durations.filter {
      labels.insert($0.label).inserted && !$0.isDerived(in: incident)
    }
    for duration in stated.prefix(Self.mostStated) {
      add(duration.label, duration.written, note: "as stated")
    }
  }

  private mutating func addReview(of incident: Incident, _ policy: ResponsePolicy) {
    guard let reviewed = incident.milestones[.reviewed]?.moment else {
      if let status = incident.frontMatter.status { add("Status", status) }
      return
    }
    let lag = incident.milestones.minutes(to: .reviewLag)
    let note = lag.map { lag in
      // Without a policy of the team's there is no "in time".
      let isInTime = policy[.review].defaultNote == nil && lag <= policy[.review].minutes
      return "\(Wording.length(lag)) later" + (isInTime ? ", in time" : "")
    }
    add("Reviewed", reviewed.day?.description ?? reviewed.written, note: note)
  }

  private func note(_ parts: String?...) -> String {
    parts.compactMap(\.self).joined(separator: ", ")
  }

  private mutating func add(_ name: String, _ value: String, note: String? = nil) {
    values.append([
      "name": .text(name), "value": .text(value),
      "note": note.map { $0.isEmpty ? .nothing : .text($0) } ?? .nothing,
    ])
  }

  /// The time on the author's clock, with its zone when it has one.
  private func clock(_ moment: Moment) -> String {
    let about = moment.isApproximate ? "about " : ""
    return [about + moment.timeOfDay, moment.zoneWords].compactMap(\.self).joined(separator: " ")
  }

  /// The day of a time, when it is another than that of the start: the incident's own for the start itself and where no
  /// start is known.
  private func day(of milestone: Milestone, _ incident: Incident) -> String? {
    let start = milestone == .started ? nil : incident.milestones[.started]?.moment.day
    guard let day = incident.milestones[milestone]?.moment.day else { return nil }
    return day == start ?? incident.day ? nil : day.description
  }
}
