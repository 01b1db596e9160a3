internal import Diagnostics

extension Rule {
  /// Rules about suppressions and baselines; they cannot be suppressed themselves.
  static let suppressionRules: [Rule] = [
    Rule(
      code: "BS070", name: "incomplete suppressions", level: .warning,
      rationale: """
        A finding that is allowed needs a reason, or the next reader cannot tell a decision from a shortcut. Without \
        one the finding is reported as before.
        """,
      bad: "⟦<!-- build-site allow PM001 -->⟧\n# Checkout down\n",
      good: "<!-- build-site allow PM001: the vendor sends no times -->\n# Checkout down\n",
      check: .elsewhere),
    Rule(
      code: "BS071", name: "unused suppressions", level: .warning,
      rationale: """
        A suppression that suppresses nothing hides the next finding of its kind. It is left over, or on the wrong \
        line: a comment covers the next line with text, or its own line when it stands in one.
        """,
      bad:
        "# Checkout down\n\n⟦<!-- build-site allow PM004: the scale of the vendor -->⟧\nThe pool was full.\n",
      good: "# Checkout down\n\nThe pool was full.\n", check: .elsewhere),
    Rule(
      code: "BS072", name: "suppressions of unknown rules", level: .warning,
      rationale:
        "A code with a typing error allows nothing, and the finding that was meant is reported.",
      bad: "⟦<!-- build-site allow PM0O1: the vendor sends no times -->⟧\n# Checkout down\n",
      good: "<!-- build-site allow PM001: the vendor sends no times -->\n# Checkout down\n",
      check: .elsewhere),
    Rule(
      code: "BS073", name: "broken baselines", level: .error,
      rationale: """
        Without its baseline a run cannot tell new findings from old ones, so there is no verdict. A baseline is \
        written by 'build-site check --write-baseline FILE', and lines may be removed from it by hand.
        """,
      bad: "", good: "", check: .elsewhere),
  ]
}
