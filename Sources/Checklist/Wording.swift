internal import Runbooks

enum Wording {
  /// What to do about something that was done after its window.
  static let late = "say in the review what would have made it faster, or correct the time"
  /// What to do about somebody who was not told.
  static let untold = "add the entry with its time, or say in the review why there is none"

  /// "45 minutes", "2 hours", "2 h 5 min".
  static func length(_ minutes: Int) -> String {
    if minutes == 1 { return "1 minute" }
    if minutes < 120 { return "\(minutes) minutes" }
    if minutes % 60 == 0 { return "\(minutes / 60) hours" }
    return "\(minutes / 60) h \(minutes % 60) min"
  }

  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  /// "started", "started and detected", "started, detected and declared"; with "or" as the joiner too.
  static func list(_ words: [String], _ joiner: String = "and") -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(joiner) \(last)"
  }

  /// A text cut between words, for a message.
  static func shortened(_ text: String, to limit: Int = 60) -> String {
    let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    if line.count <= limit { return line }
    let cut = line.prefix(limit)
    return "\(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)])…"
  }
}

extension ResponsePolicy.Statement {
  /// What the policy says and where: "the runbook allows 5 minutes (content/runbooks/process.md:16)".
  func asks(_ verb: String) -> String {
    switch source {
    case .standard: "the default \(verb) \(Wording.length(minutes))"
    case .stated(let path, let line):
      "the runbook \(verb) \(Wording.length(minutes)) (\(path):\(line))"
    }
  }
}
