import Runbooks
import Testing

/// Input that nobody writes by hand takes time in proportion to its length.
struct PathologicalTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "# a\n", count: 20_000),
      String(repeating: "## Is it?\n\nA? -> Yes -> X\n-> No -> Y\n\n", count: 4000),
      "```bash\n" + String(repeating: "it's \"x\n", count: 20_000) + "```\n",
      "```bash\n" + String(repeating: "ansible-playbook x.yml \\\n", count: 20_000) + "```\n",
      "```bash\nansible-playbook x.yml -e \"" + String(repeating: "a ", count: 5000) + "\n```\n",
      "## Tools\n\n" + String(repeating: "Logs: [a](http://b)\n", count: 5000),
      "## Communication matrix\n\n|S|" + String(repeating: "|", count: 2000) + "\n|-|"
        + String(repeating: "-|", count: 2000) + "\n|P0|\n",
      String(repeating: "- Is it?\n  ", count: 2000),
      "## Decision trees\n\n" + String(repeating: "a", count: 200_000) + "? -> Yes -> x\n",
    ])
  func staysQuick(text: String) {
    let runbook = runbook(text)
    #expect(runbook.decisionTrees.allSatisfy { !$0.steps.isEmpty && !$0.mermaid().isEmpty })
  }
}
