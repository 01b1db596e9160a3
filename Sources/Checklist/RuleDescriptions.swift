package import Diagnostics

extension Rule {
  /// The rule for people, without what its findings tell the author to do.
  package var description: RuleDescription {
    let lesser =
      lesserLevel == level
      ? "" : " In a P2, a P3 and where the severity is unknown it is a \(lesserLevel.rawValue)."
    return RuleDescription(
      code: code, name: name, level: level, rationale: rationale + lesser, bad: bad, good: good)
  }

  /// Where the bad example of the rule would be a file of the content.
  package var examplePath: String {
    if code.hasPrefix("PM08") { return "runbooks/HostDown.md" }
    return code == "BS024" ? "incidents/checkout.mdx" : "incidents/checkout.md"
  }
}
