internal import Checklist
package import Diagnostics

extension Build {
  /// Loads, reads, collects, plans and judges what is to be checked.
  ///
  /// - Throws: ``ContentError``, or `FileError` when the templates of a site to write cannot be read.
  package func checked() async throws -> CheckedContent {
    // What a rule tells the author to do is found by running its examples, and only its page shows it.
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
