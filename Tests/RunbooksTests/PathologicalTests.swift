import Runbooks
import TestSupport
import Testing

/// Input that nobody writes by hand takes time in proportion to its length, and all of it is read.
struct PathologicalTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("", "# a\n", "", 20_000, "sections 19999"),
      (
        "", "## Is it?\n\nA? -> Yes -> X\n-> No -> Y\n\n", "", 4_000,
        "sections 4000, trees 4000, questions 4000, findings 3999"
      ),
      ("```bash\n", "it's \"x\n", "```\n", 20_000, ""),
      // A command is 200 lines at most.
      ("```bash\n", "ansible-playbook x.yml \\\n", "```\n", 20_000, "commands 100"),
      (
        "```bash\nansible-playbook x.yml -e \"", "a ", "\n```\n", 5_000, "commands 1, findings 2"
      ),
      ("## Tools\n\n", "Logs: [a](http://b)\n", "", 5_000, "sections 1, tools 5000"),
      ("", "- Is it?\n  ", "", 2_000, ""),
      (
        "## Decision trees\n\n", "a", "? -> Yes -> x\n", 200_000,
        "sections 1, trees 1, questions 1, findings 1"
      ),
    ])
  func staysQuick(opening: String, piece: String, closing: String, count: Int, found: String) {
    func text(_ count: Int) -> String {
      opening + String(repeating: piece, count: count) + closing
    }
    let runbook = runbook(text(count))
    #expect(Self.counts(in: runbook) == found)
    #expect(runbook.decisionTrees.allSatisfy { !$0.rows.isEmpty })
    #expect(growth(from: count / 8, input: text, work: { _ = RunbooksTests.runbook($0) }) < 8)
  }

  @Test(.timeLimit(.minutes(1))) func aWideMatrix() {
    let text =
      "## Communication matrix\n\n|S|" + String(repeating: "|", count: 2000) + "\n|-|"
      + String(repeating: "-|", count: 2000) + "\n|P0|\n"
    #expect(runbook(text).communicationMatrix?.columns.count == 2000)
  }

  /// Those that are not 0.
  private static func counts(in runbook: Runbook) -> String {
    let questions = runbook.decisionTrees.reduce(0) { $0 + $1.questions.count }
    let counts: [(name: String, count: Int)] = [
      ("sections", runbook.sections.count), ("trees", runbook.decisionTrees.count),
      ("questions", questions), ("commands", runbook.commands.count),
      ("tools", runbook.tools.count), ("findings", runbook.diagnostics.count),
    ]
    return counts.filter { $0.count > 0 }.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
  }
}
