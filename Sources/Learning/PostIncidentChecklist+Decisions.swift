internal import Incidents
internal import Runbooks
internal import Vocabulary

extension PostIncidentChecklist {
  static func resolution(of incident: Incident) -> (State, String) {
    if let resolved = incident.milestones[.resolved]?.moment {
      return (.done, "resolved at \(resolved.timeOfDay)")
    }
    let status = (incident.frontMatter.status ?? incident.updateStatus?.rawValue ?? "").lowercased()
    if ["resolved", "closed", "reviewed"].contains(status) {
      return (.done, "the status is '\(status)'")
    }
    if ["open", "ongoing", "investigating", "mitigating", "monitoring"].contains(status) {
      return (.notDone, "the last status is '\(status)'")
    }
    return (.notRecorded, "no entry gives the time")
  }

  static func timeline(of incident: Incident) -> (State, String) {
    let count = incident.timeline?.count ?? 0
    return count > 0
      ? (.done, count == 1 ? "1 entry" : "\(count) entries") : (.notDone, "there are no entries")
  }

  static func rootCause(of incident: Incident) -> (State, String) {
    let parts = incident.parts(of: .rootCause)
    if parts.contains(where: { $0.content == .written }) {
      return (.done, "the review has the section")
    }
    guard let part = parts.first else { return (.notRecorded, "the review has no such section") }
    if case .placeholder(_, let text) = part.content { return (.notDone, "it says '\(text)'") }
    return (.notDone, "the section is empty")
  }

  static func review(of incident: Incident, _ policy: ResponsePolicy) -> (State, String) {
    let statement = policy[.review]
    let window =
      Wording.length(statement.minutes) + (statement.defaultNote.map { ", \($0)" } ?? "")
    return switch ReviewLag(of: incident, policy: policy) {
    case .inTime(let minutes?): (.done, "\(Wording.length(minutes)) after the resolution")
    case .inTime(nil):
      (.done, statement.defaultNote == nil ? "held in time" : "held within \(window)")
    case .late(let minutes?, _):
      (.notDone, "\(Wording.length(minutes)) after the resolution, later than \(window)")
    case .late(nil, let days):
      (.notDone, "\(Wording.days(days)) after the resolution, later than \(window)")
    case nil:
      incident.milestones[.reviewed] == nil
        ? (.notRecorded, "no review date is given")
        : (.notRecorded, "the end of the incident is not recorded")
    }
  }

  static func actionItems(of incident: Incident) -> (State, String) {
    let items = incident.actionItems.filter { $0.state != .dropped }
    if items.isEmpty { return (.notRecorded, "the review has no action items") }
    let open = items.filter { $0.link == nil }.count
    if open == 0 { return (.done, "\(items.count) of \(items.count) have a link") }
    return (.notDone, "\(items.count - open) of \(items.count) have a link")
  }

  static func customers(of incident: Incident, _ process: Runbook?) -> (State, String) {
    let told = incident.communications.first {
      $0.audience == .customers || $0.audience == .statusPage
    }
    if let told {
      let time = told.moment.map { " at \($0.timeOfDay)" } ?? ""
      return (
        .done, "told \(told.audience == .statusPage ? "on the status page" : "in a notice")\(time)"
      )
    }
    let duties = [Communication.Audience.customers, .statusPage].map {
      CommunicationDuty(to: $0, in: incident, by: process)
    }
    if incident.customerImpact?.isAffected != true, case .notAsked(let reason) = duties[0] {
      return (.done, "not needed: \(reason)")
    }
    return (.notRecorded, "the timeline has no notice")
  }

  /// Done when one of the items is done; open items are not enough.
  static func work(_ items: [ActionItem], _ subject: String) -> (State, String) {
    if let item = items.first(where: \.isDone) { return (.done, "'\(item.title)'") }
    if let item = items.first(where: { $0.state == .open }) {
      return (.notDone, "'\(item.title)' is open")
    }
    return (.notRecorded, "the review does not have \(subject)")
  }

  static func debriefing(of incident: Incident) -> (State, String) {
    guard let reviewed = incident.milestones[.reviewed]?.moment else {
      return (.notRecorded, "no date of a team review is given")
    }
    return (.done, "in the review of \(reviewed.day?.description ?? reviewed.written)")
  }
}

extension ActionItem {
  /// Whether it improves how the next incident is noticed.
  var isAboutMonitoring: Bool {
    if kind?.lowercased() == "detect" { return true }
    let words = Words(title)
    return ["alert", "alerts", "monitor", "monitoring", "dashboard", "probe", "metric", "metrics"]
      .contains { words.contains($0) }
  }

  /// Whether it improves what the next responder reads.
  package var isAboutRunbook: Bool {
    let words = Words(title)
    return ["runbook", "runbooks", "playbook", "playbooks"].contains { words.contains($0) }
  }
}
