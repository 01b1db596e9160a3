internal import Arguments
internal import Checklist
internal import Diagnostics
internal import Files
internal import Pipeline
internal import Publishing
internal import Serving

/// What `serve` tells of a build on standard error: one line, and the errors that keep it from being shown.
struct Rebuilt {
  private let isQuiet: Bool
  private let usesColor: Bool
  private let changed: [String]
  private let isFirst: Bool
  private let start = ContinuousClock.now
  private var outcome: [String] = []
  private var state = LiveState()
  private var failure: String?

  init(_ arguments: ParsedArguments, after changed: [String], isFirst: Bool) {
    isQuiet = arguments[.quiet]
    usesColor = Surroundings.usesColor(arguments[.color])
    self.changed = changed
    self.isFirst = isFirst
  }

  mutating func note(summary: WriteSummary) {
    outcome.append("\(Judgement.counted(summary.written + summary.removed, "file")) changed")
  }

  mutating func note(_ judgement: Judgement, _ state: LiveState) {
    outcome.append(judgement.summary.plainLine)
    self.state = state
  }

  mutating func note(failure: String) { self.failure = failure }

  /// The most errors that are printed; the pages show more.
  private static let most = 10

  func tell() {
    var text = ""
    if let failure {
      text = "\(line): not rebuilt: \(failure.plainLine)\n"
    } else if let problem = state.problem {
      let report = Report(
        findings: Array(state.firstErrors.prefix(Self.most)), rules: [], summary: "",
        failingLevel: .error)
      text += Reporter.text.text(
        report, Reporter.Style(usesColor: usesColor, program: Surroundings.program))
      if state.errors > Self.most { text += "and \(state.errors - Self.most) more errors\n" }
      text += "\(line): not rebuilt: \(problem)\n"
    } else if !isQuiet {
      let time = (ContinuousClock.now - start) / .milliseconds(1)
      text = "\(line): \(outcome.joined(separator: "; ")) in \(Int(time)) ms\n"
    }
    StandardStream.error.tell(text)
  }

  /// When, and why.
  private var line: String {
    isFirst ? "\(Surroundings.clock) built" : changeLine(changed, otherwise: "something changed")
  }
}
