internal import Diagnostics

extension Rule {
  /// Rules about suppressions and baselines; they cannot be suppressed themselves.
  static let suppressionRules: [Rule] = [
    Rule(
      code: "BS070", name: "incomplete suppressions", level: .warning,
      rationale: """
        Without a reason, the next reader cannot tell a decision from a shortcut. Until the suppression has one, \
        the finding is still reported.
        """,
      bad: "⟦<!-- build-site allow PM001 -->⟧\n# Checkout down\n",
      good: "<!-- build-site allow PM001: the vendor sends no times -->\n# Checkout down\n",
      check: .elsewhere),
    Rule(
      code: "BS071", name: "unused suppressions", level: .warning,
      rationale: """
        A suppression that matches nothing hides the next finding of its kind. It is left over, or on the wrong \
        line: a comment covers the next line with text, or its own line when that has other text.
        """,
      bad:
        "# Checkout down\n\n⟦<!-- build-site allow PM004: the scale of the vendor -->⟧\nThe pool was full.\n",
      good: "# Checkout down\n\nThe pool was full.\n", check: .elsewhere),
    Rule(
      code: "BS072", name: "suppressions of unknown rules", level: .warning,
      rationale:
        "A code with a typo suppresses nothing, and the finding that was meant is still reported.",
      bad: "⟦<!-- build-site allow PM0O1: the vendor sends no times -->⟧\n# Checkout down\n",
      good: "<!-- build-site allow PM001: the vendor sends no times -->\n# Checkout down\n",
      remedies: ["write a code that 'build-site explain' lists"], check: .elsewhere),
    Rule(
      code: "BS073", name: "damaged baselines", level: .error,
      rationale: """
        Without its baseline a check cannot tell new findings from known ones, so it does not run. A baseline is \
        written by 'build-site check --write-baseline FILE'; only remove lines from it by hand.
        """,
      bad: "", good: "",
      remedies: ["rewrite the file with 'build-site check --write-baseline'"], check: .elsewhere),
  ]
}
