/// What a run reports: the findings and the rules behind them.
package struct Report: Sendable {
  /// Sorted; without those that are suppressed or in the baseline.
  package var findings: [Diagnostic]
  /// The rules of the codes in ``findings``; others may be among them.
  package var rules: [RuleDescription]
  /// The line that sums up the run.
  package var summary: String
  /// Findings of this level and above make the run fail.
  package var failingLevel: Level

  package init(
    findings: [Diagnostic], rules: [RuleDescription] = [], summary: String = "",
    failingLevel: Level = .error
  ) {
    self.findings = findings
    self.rules = rules
    self.summary = summary
    self.failingLevel = failingLevel
  }

  package var fails: Bool { findings.contains { $0.level >= failingLevel } }

  /// The description of a rule, when there is one.
  func rule(_ code: String) -> RuleDescription? { rules.first { $0.code == code } }
}

extension Sequence {
  /// The errors, then the warnings, then the notes, each in their order.
  func mostSerious(_ level: (Element) -> Level) -> [Element] {
    enumerated().sorted { left, right in
      let levels = (level(left.element), level(right.element))
      return levels.0 != levels.1 ? levels.0 > levels.1 : left.offset < right.offset
    }.map(\.element)
  }
}

/// A rule as it is shown to people: on the terminal, on its page and in reports of other tools.
package struct RuleDescription: Hashable, Sendable {
  package var code: String
  /// The thing that is wrong, as a noun phrase: "missing timelines".
  package var name: String
  package var level: Level
  /// Why the rule matters, with the source of any number.
  package var rationale: String
  /// A text that breaks the rule, with `⟦ ⟧` around what is reported; empty when no text can show it.
  package var bad: String
  /// The same text, corrected; empty when `bad` is.
  package var good: String
  /// What to do, each once.
  package var remedies: [String]

  package init(
    code: String, name: String, level: Level, rationale: String, bad: String = "",
    good: String = "", remedies: [String] = []
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.rationale = rationale
    self.bad = bad
    self.good = good
    self.remedies = remedies
  }
}
