/// The parts of a review that the checklist and the pages know, whatever their headings say.
package enum SectionKind: String, CaseIterable, Sendable {
  case summary
  case impact
  case timeline
  case rootCause = "root_cause"
  case contributingFactors = "contributing_factors"
  case detection
  case response
  case resolution
  case lessons
  case wentWell = "went_well"
  case wentWrong = "went_wrong"
  case lucky
  case actionItems = "action_items"
  case communication
  case supporting
  case metadata

  /// The heading that a new review gets and that pages show.
  package var title: String {
    switch self {
    case .summary: "Summary"
    case .impact: "Impact"
    case .timeline: "Timeline"
    case .rootCause: "Root cause"
    case .contributingFactors: "Contributing factors"
    case .detection: "Detection"
    case .response: "Response"
    case .resolution: "Resolution"
    case .lessons: "Lessons learned"
    case .wentWell: "What went well"
    case .wentWrong: "What went wrong"
    case .lucky: "Where we got lucky"
    case .actionItems: "Action items"
    case .communication: "Communication"
    case .supporting: "Supporting information"
    case .metadata: "Incident details"
    }
  }
}
