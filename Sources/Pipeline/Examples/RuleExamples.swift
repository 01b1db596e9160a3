package import Checklist
package import Diagnostics
internal import Files
internal import Vocabulary

extension Rule {
  /// The rule with its remedies: those it states, or otherwise the help of the findings in its bad example,
  /// each once.
  ///
  /// The example is checked like any file of the content, so that both give the same help.
  package func described() async -> RuleDescription {
    let text = badText
    return described(by: text.isEmpty ? [] : (try? await findings(inExample: text)) ?? [])
  }

  /// All rules in the order of their codes, each as ``described()`` gives it. One content holds all bad
  /// examples, because loading one for each rule would slow down every build.
  package static func allDescribed() async -> [RuleDescription] {
    var files = ExampleSetting.files
    for rule in all { files[rule.ownExamplePath] = rule.badText }
    let findings = Dictionary(grouping: (try? await findings(in: files)) ?? [], by: \.path)
    return all.sorted { $0.code < $1.code }.map { rule in
      rule.described(by: findings["content/\(rule.ownExamplePath)"] ?? [])
    }
  }

  private func described(by findings: [Diagnostic]) -> RuleDescription {
    var description = description
    guard description.remedies.isEmpty else { return description }
    for finding in findings where finding.code == code {
      guard let help = finding.help, !description.remedies.contains(help) else { continue }
      description.remedies.append(help)
    }
    return description
  }

  /// The bad example without its marks.
  private var badText: String { bad.filter { $0 != "⟦" && $0 != "⟧" } }

  /// The path of a file that holds only the bad example.
  private var ownExamplePath: String {
    examplePath.replacing(".", with: "-\(code.lowercased()).")
  }

  private static func findings(
    in files: [String: String], today: CalendarDay? = nil
  ) async throws -> [Diagnostic] {
    let bytes = files.filter { !$0.value.isEmpty }.map { ("content/\($0)", Array($1.utf8)) }
    let source = FileSource.memory(Dictionary(bytes) { first, _ in first })
    var settings = Build.Settings()
    settings.today = today
    let build = try Build(settings, files: source)
    return try await build.checked(rules: all.map(\.description)).judgement.findings
  }

  /// What this rule finds in one of its examples, checked as a file of a content folder with a process,
  /// tags, authors and services. Examples of rules about runbooks are the only pages
  /// of their folder.
  ///
  /// - Throws: ``ContentError``.
  package func findings(inExample text: String) async throws -> [Diagnostic] {
    var files =
      examplePath.hasPrefix("runbooks/") ? ExampleSetting.operations : ExampleSetting.files
    files[examplePath] = text
    // Runbooks alone have no day.
    let today = examplePath.hasPrefix("runbooks/") ? CalendarDay("2026-01-10") : nil
    return try await Self.findings(in: files, today: today).filter { $0.code == code }
  }
}
