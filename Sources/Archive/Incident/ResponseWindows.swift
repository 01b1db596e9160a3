internal import Incidents
internal import Learning
internal import Runbooks
internal import Vocabulary

/// Where a response was slower than the windows of the policy, for the timeline to show.
struct ResponseWindows {
  /// Stretches without an entry that are longer than the time between two updates, in the order of time.
  private(set) var silences: [ResponseRecord.Gap] = []
  /// What came after its window, by the line of the entry.
  private(set) var late: [Int: String] = [:]
  private let update: ResponsePolicy.Statement
  private let escalation: ResponsePolicy.Statement

  /// More than these would hide the entries; the longest are shown then.
  static let mostShown = 12

  /// The timeline is that of the incident, with its entries.
  init(of incident: Incident, _ timeline: Timeline?, in library: Library) {
    update = library.policy[.internalUpdate]
    escalation = library.policy[.escalation]
    guard let timeline, !incident.isNearMiss else { return }
    var whole = incident
    whole.timeline = timeline
    let record = ResponseRecord(of: whole)
    // In an incident of the worst severity a silence is worth showing whoever set the window.
    let isWorst = incident.severity?.rank == 0
    let ends = record.events.first.flatMap { first in
      record.events.last.map { first.minute...$0.minute }
    }
    if update.isTheTeams || isWorst, let span = record.open ?? (isWorst ? ends : nil) {
      silences = record.gaps(over: update.minutes, in: span)
    }
    addLateAcknowledgement(of: incident, library.policy[.acknowledge])
  }

  private mutating func addLateAcknowledgement(
    of incident: Incident, _ window: ResponsePolicy.Statement
  ) {
    guard window.isTheTeams, let mark = incident.milestones[.acknowledged],
      let minutes = incident.milestones.minutes(to: .acknowledge), minutes > window.minutes
    else { return }
    late[mark.line] =
      "\(Wording.length(minutes)) after the detection, due within \(Wording.length(window.minutes))"
  }

  /// The silences that the timeline shows, each by the line of the entry that it comes before in the list.
  func shown(isNewestFirst: Bool) -> [Int: String] {
    var longest = silences
    if longest.count > Self.mostShown {
      longest.sort { $0.minutes > $1.minutes }
      longest.removeLast(longest.count - Self.mostShown)
    }
    var shown: [Int: String] = [:]
    for gap in longest {
      let line = isNewestFirst ? gap.before.line : gap.after.line
      let isLong = escalation.isTheTeams && gap.minutes > escalation.minutes
      shown[line] =
        "no entry for \(Wording.length(gap.minutes))"
        + (isLong ? ", past the \(Wording.length(escalation.minutes)) to escalation" : "")
    }
    return shown
  }

  /// What the timeline says of the silences as a whole; `nil` without any.
  var sentence: String? {
    guard let longest = silences.map(\.minutes).max() else { return nil }
    let note = update.defaultNote.map { " (\($0))" } ?? ""
    let lead = "Updates are due every \(Wording.length(update.minutes))\(note): "
    return silences.count == 1
      ? lead + "once there was no entry for \(Wording.length(longest))."
      : lead
        + "\(silences.count) times there was no entry for longer, at most for \(Wording.length(longest))."
  }
}

extension ResponsePolicy.Statement {
  /// Whether the team wrote it.
  var isTheTeams: Bool { defaultNote == nil }
}
