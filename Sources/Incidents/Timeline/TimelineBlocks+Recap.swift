internal import Vocabulary

/// The timeline within a timeline: chat blocks that sum up what came before.
extension TimelineBlocks {
  /// Whether a time inside a "RESOLVED" block repeats an earlier one; a later time continues the record.
  func isRetold(_ reading: ClockReading) -> Bool {
    guard let recap, case .entry(let owner) = steps[recap] else { return false }
    guard let end = owner.reading.second, let second = reading.second, reading.date == nil else {
      return true
    }
    return second <= end
  }

  /// The lines below a "RESOLVED" line: a timeline that repeats what the entries told, then the cause, the
  /// fix and the next steps.
  mutating func readRecap(_ text: String) -> Bool {
    guard isOpen, text.utf8.count < 400, case .entry(let last)? = steps.last else { return false }
    let words = Words(text)
    let position: Int
    if let recap {
      position = recap
    } else if words == Words("timeline"), last.text.contains("RESOLVED") {
      recap = steps.count - 1
      return true
    } else {
      return false
    }
    guard Self.recapLabels.contains(where: words.begins), case .entry(var owner) = steps[position]
    else { return false }
    owner.append(text)
    steps[position] = .entry(owner)
    return true
  }

  private static let recapLabels = [
    "root cause", "cause", "fix", "monitoring", "next steps", "impact", "status",
  ]
}
