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
    let source = ContentSource.memory(exampleFiles(holding: text))
    let content = try? await ContentLoader(root: "content", today: nil, source: source).load()
    for finding in content?.diagnostics ?? [] where finding.code == code {
      guard let help = finding.help, !description.remedies.contains(help) else { continue }
      description.remedies.append(help)
    }
    return description
  }

  /// A content folder that holds just this example, and what it is held to.
  package func exampleFiles(holding text: String) -> [String: [UInt8]] {
    var files = ["content/\(examplePath)": Array(text.utf8)]
    if examplePath.hasPrefix("runbooks/") { return files }
    for (path, text) in ExamplePolicy.files { files["content/\(path)"] = Array(text.utf8) }
    return files
  }
}
