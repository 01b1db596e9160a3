internal import Diagnostics

/// The pages of one folder below `incidents/`.
struct ContentFolder {
  let path: String
  var review: String?
  var timeline: String?
  var others: [String] = []

  init(path: String) { self.path = path }

  /// Whether it is the folder of one incident.
  var isOwn: Bool { review != nil || timeline != nil }

  /// Of two documents of one role, such as `review.md` and `Review.md`, the later is an extra file.
  mutating func add(_ role: DocumentName.Role, at path: String) {
    switch role {
    case .review where review == nil: review = path
    case .timeline where timeline == nil: timeline = path
    case .review, .timeline: others.append(path)
    }
  }
}
