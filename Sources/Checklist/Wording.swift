internal import Runbooks
internal import Vocabulary

extension Wording {
  /// What to do about something that was done after its window.
  static let late = "say in the review what would have made it faster, or correct the time"
  /// What to do about somebody who was not told.
  static let untold = "add the entry with its time, or say in the review why there is none"
}

extension ResponsePolicy.Statement {
  /// What the policy says and where: "the runbook allows 5 min (content/runbooks/process.md:16)".
  func asks(_ verb: String) -> String {
    switch source {
    case .standard: "the default \(verb) \(Wording.length(minutes))"
    case .stated(let path, let line):
      "the runbook \(verb) \(Wording.length(minutes)) (\(path):\(line))"
    }
  }
}
