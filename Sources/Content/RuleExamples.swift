package import Checklist
package import Diagnostics

extension Rule {
  /// The rule with what to do: the help of the findings in its bad example, each once.
  ///
  /// The example is judged as a file of the content is, so the page of a rule cannot say anything else
  /// than the check does.
  package func described() async -> RuleDescription {
    var description = description
    let text = bad.filter { $0 != "⟦" && $0 != "⟧" }
    guard !text.isEmpty else { return description }
    for finding in (try? await findings(inExample: text)) ?? [] {
      guard let help = finding.help, !description.remedies.contains(help) else { continue }
      description.remedies.append(help)
    }
    return description
  }

  /// All rules by their codes, each as ``described()`` gives it, from one content with every bad
  /// example in it: a build shows them all and must not load ninety contents for that.
  package static func allDescribed() async -> [RuleDescription] {
    var files = ExampleSetting.files
    for rule in all { files[rule.ownExamplePath] = rule.bad.filter { $0 != "⟦" && $0 != "⟧" } }
    let findings = (try? await load(files))?.diagnostics ?? []
    var remedies: [String: [String]] = [:]
    let owners = Dictionary(all.map { ("content/\($0.ownExamplePath)", $0.code) }) { first, _ in
      first
    }
    for finding in findings where owners[finding.path] == finding.code {
      guard let help = finding.help, remedies[finding.code]?.contains(help) != true else {
        continue
      }
      remedies[finding.code, default: []].append(help)
    }
    return all.sorted { $0.code < $1.code }.map { rule in
      var description = rule.description
      description.remedies = remedies[rule.code] ?? []
      return description
    }
  }

  /// A file for its bad example alone.
  private var ownExamplePath: String {
    examplePath.prefix { $0 != "." } + "-\(code.lowercased()).md"
  }

  private static func load(_ files: [String: String]) async throws -> Content {
    let bytes = files.filter { !$0.value.isEmpty }.map { ("content/\($0)", Array($1.utf8)) }
    let source = ContentSource.memory(Dictionary(bytes) { first, _ in first })
    return try await ContentLoader(root: "content", today: nil, source: source).load()
  }

  /// What this rule finds in one of its examples, as a file of a content that has a process, tags,
  /// authors and services. The examples of the rules about runbooks stand alone.
  ///
  /// - Throws: ``ContentError``.
  package func findings(inExample text: String) async throws -> [Diagnostic] {
    var files = examplePath.hasPrefix("runbooks/") ? [:] : ExampleSetting.files
    files[examplePath] = text
    return try await Self.load(files).diagnostics.filter { $0.code == code }
  }
}
