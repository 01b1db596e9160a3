internal import Runbooks

enum Wording {
  /// "45 minutes", "2 hours", "2 h 5 min".
  static func length(_ minutes: Int) -> String {
    if minutes == 1 { return "1 minute" }
    if minutes < 120 { return "\(minutes) minutes" }
    if minutes % 60 == 0 { return "\(minutes / 60) hours" }
    return "\(minutes / 60) h \(minutes % 60) min"
  }

  static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }

  /// "started", "started and detected", "started, detected and declared".
  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) and \(last)"
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
  /// Where it is stated: "(content/runbooks/incident-response.md:16)", or that it is the standard.
  var place: String {
    switch source {
    case .standard: "(the standard, since the runbook is silent)"
    case .stated(let path, let line): "(\(path):\(line))"
    }
  }
}
