internal import Bytes

/// Who does an item, according to its sentence.
extension ActionItemMarks {
  /// "Ana to raise the limit", "Alerts: Ana to add one for the pool": a name, "to" and a verb.
  mutating func takeSentenceName() -> Bool {
    let start = firstRange(of: ": ")?.upperBound ?? title.startIndex
    for from in start == title.startIndex ? [start] : [start, title.startIndex] {
      let rest = title[from...]
      guard let to = firstRange(of: " to ", from: from),
        title.utf8.distance(from: from, to: to.lowerBound) <= 32
      else { continue }
      let name = rest[..<to.lowerBound]
      let verb = rest[to.upperBound...].prefix { $0.isLetter }.lowercased()
      guard Self.isName(name), Self.verbs.contains(verb),
        name.split(separator: " ").allSatisfy({ !Self.verbs.contains($0.lowercased()) })
      else { continue }
      setOwner(String(name))
      title.removeSubrange(from..<to.upperBound)
      return true
    }
    return false
  }

  private static let verbs: Set<String> = [
    "add", "adjust", "alert", "ask", "audit", "automate", "build", "change", "check", "clean",
    "configure", "confirm", "contact", "create", "define", "deploy", "discuss", "document",
    "enable",
    "ensure", "evaluate", "extend", "fix", "follow", "implement", "improve", "increase",
    "investigate", "look", "lower", "make", "migrate", "monitor", "move", "open", "own", "plan",
    "prepare", "raise", "reach", "remove", "replace", "report", "review", "rotate", "run",
    "schedule", "see", "send", "set", "share", "test", "train", "try", "update", "upgrade",
    "verify", "work", "write", "need", "agree", "continue", "respond", "switch", "return",
  ]
}
