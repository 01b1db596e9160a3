package import Incidents
package import Runbooks

/// The nine points that the runbook requires after every incident, decided from what is recorded.
package struct PostIncidentChecklist: Hashable, Sendable {
  package enum Point: String, CaseIterable, Sendable {
    case resolved
    case timeline
    case rootCause
    case review
    case actionItems
    case customers
    case monitoring
    case runbook
    case debriefing

    /// The name used when the runbook does not have this point.
    package var standardTitle: String {
      switch self {
      case .resolved: "Incident marked as resolved"
      case .timeline: "Timeline documented"
      case .rootCause: "Root cause identified"
      case .review: "Post-incident review held in time"
      case .actionItems: "Action items created in the tracker"
      case .customers: "Customers notified (if applicable)"
      case .monitoring: "Monitoring and alerts updated"
      case .runbook: "Runbook updated if needed"
      case .debriefing: "Team debriefed"
      }
    }

    /// A word that identifies the point in the runbook's own list.
    private var sign: String {
      switch self {
      case .resolved: "resolved"
      case .timeline: "timeline"
      case .rootCause: "cause"
      case .review: "review"
      case .actionItems: "action item"
      case .customers: "customer"
      case .monitoring: "monitoring"
      case .runbook: "runbook"
      case .debriefing: "debrief"
      }
    }

    fileprivate func title(in process: Runbook?) -> String {
      process?.postIncidentChecklist.first { $0.text.lowercased().contains(sign) }?.text
        ?? standardTitle
    }
  }

  /// Not recorded, which says nothing about whether it was done.
  package enum State: String, Sendable {
    case done
    case notDone
    case notRecorded

    package var words: String {
      switch self {
      case .done: "Done"
      case .notDone: "Not done"
      case .notRecorded: "Not recorded"
      }
    }
  }

  package struct Entry: Hashable, Sendable {
    package let point: Point
    /// The point in the runbook's own words.
    package let title: String
    package let state: State
    /// A lower-case phrase without a full stop.
    package let reason: String
  }

  /// In the order of ``Point``.
  package let entries: [Entry]

  package init(of incident: Incident, policy: ResponsePolicy, process: Runbook?) {
    entries = Point.allCases.map { point in
      let (state, reason) = Self.decide(point, incident, policy, process)
      return Entry(point: point, title: point.title(in: process), state: state, reason: reason)
    }
  }

  private static func decide(
    _ point: Point, _ incident: Incident, _ policy: ResponsePolicy, _ process: Runbook?
  ) -> (State, String) {
    switch point {
    case .resolved: resolution(of: incident)
    case .timeline: timeline(of: incident)
    case .rootCause: rootCause(of: incident)
    case .review: review(of: incident, policy)
    case .actionItems: actionItems(of: incident)
    case .customers: customers(of: incident, process)
    case .monitoring:
      work(
        incident.actionItems.filter { $0.isAboutMonitoring }, "an action item about monitoring")
    case .runbook:
      work(incident.actionItems.filter { $0.isAboutRunbook }, "an action item about a runbook")
    case .debriefing: debriefing(of: incident)
    }
  }
}
