package import Diagnostics
internal import Screening

extension Rule {
  /// The rule as it is shown to people; the remedies are only those that the rule states.
  package var description: RuleDescription {
    let lesser =
      lesserLevel == level
      ? ""
      : " Below the two worst severities, and for an unknown one, this is a \(lesserLevel.rawValue)."
    return RuleDescription(
      code: code, name: name, level: level, rationale: rationale + lesser, bad: Self.shown(bad),
      good: good,
      remedies: remedies)
  }

  /// An example as a terminal or a page can show it.
  private static func shown(_ text: String) -> String {
    let bytes = FormatCharacters.shown(ControlCharacters.shown(Array(text.utf8)))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path of the rule's bad example in an example content folder.
  package var examplePath: String {
    if ["PM130", "PM132", "PM133"].contains(code) { return "infrastructure/rules.yml" }
    if code.hasPrefix("PM08") || code.hasPrefix("PM1") { return "runbooks/HostDown.md" }
    return code == "BS024" ? "incidents/checkout.mdx" : "incidents/checkout.md"
  }
}
