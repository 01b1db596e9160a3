internal import Checklist
internal import Diagnostics
internal import Pipeline

extension Baseline.Fixed {
  /// What is said of an entry that can go.
  var line: String {
    let times = count == 1 ? "" : " (\(count) times)"
    return "fixed: \(path.plainLine): \(code)\(times) is in the baseline but no longer found\n"
  }
}

extension Verdict.TimedText {
  /// A text for the page of a CI run, in which the line that sums up the run, the third, ends in the time it took.
  init(_ text: String, summaryEndingIn seconds: String) {
    let lines = text.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false)
    let end = seconds + " s"
    guard lines.count == 4, lines[2].hasSuffix(end) else {
      self.init(text)
      return
    }
    self.init(
      lines[..<2].joined(separator: "\n") + "\n" + lines[2].dropLast(end.count),
      " s\n" + lines[3])
  }
}
