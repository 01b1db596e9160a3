internal import Checklist
package import Diagnostics

extension Build {
  /// Loads, reads, collects, plans and judges everything that is to be checked.
  ///
  /// - Throws: ``ContentError``, or `FileError` when a site is to be written and its templates cannot be
  ///   read.
  package func checked() async throws -> CheckedContent {
    // The help of a rule is found by running its examples, and only the rule's page shows it.
    try await checked(
      rules: settings.isWriting ? await Rule.allDescribed() : Rule.all.map(\.description))
  }
}

extension Judgement {
  /// The rules behind the findings, by their codes.
  package func rules() async -> [RuleDescription] {
    var rules: [RuleDescription] = []
    for code in Set(findings.map(\.code)).sorted() {
      if let rule = Rule.named(code) { rules.append(await rule.described()) }
    }
    return rules
  }
}
