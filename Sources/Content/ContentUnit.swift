/// The files that become one incident or one runbook together.
package enum ContentUnit: Hashable, Sendable {
  /// - folder: the name of the incident's own folder; `nil` for a review without a folder.
  case incident(review: String?, timeline: String?, folder: String?)
  case runbook(String)

  /// The paths of its documents.
  package var paths: [String] {
    switch self {
    case .incident(let review, let timeline, _): [review, timeline].compactMap { $0 }
    case .runbook(let path): [path]
    }
  }
}
