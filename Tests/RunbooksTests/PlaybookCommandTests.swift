import Diagnostics
import Runbooks
import TestSupport
import Testing

struct PlaybookCommandTests {
  private func command(_ line: String) throws -> PlaybookCommand {
    let commands = runbook("```bash\n\(line)\n```\n").commands
    #expect(commands.count == 1)
    return try #require(commands.first)
  }

  @Test(arguments: [
    "ansible-playbook play.yml -i hosts -e \"app=api size=3\"",
    "$ ansible-playbook play.yml \\\n    -i hosts \\\n    -e \"app=api size=3\"",
    "ansible-playbook -ihosts -eapp=api -e size=3 play.yml",
    "ansible-playbook --inventory=hosts --extra-vars='app=api size=3' play.yml",
    "ansible-playbook --inventory hosts --extra-vars \"{app: api, size: 3}\" play.yml",
    "ansible-playbook -i hosts -e '{\"app\": \"api\", \"size\": 3}' play.yml",
    "cd infra && sudo -u me A=1 ansible-playbook play.yml -i hosts -e 'app=api size=3'",
    "ansible-playbook play.yml -i hosts -e \"app='api' size=\\\"3\\\"\" > log 2>&1; echo done",
  ])
  func oneCommandInManyShapes(line: String) throws {
    let command = try command(line)
    #expect(command.program == "ansible-playbook")
    #expect(command.playbook == "play.yml")
    #expect(command.inventory == "hosts")
    #expect(command.extraVariables.map(\.name) == ["app", "size"])
    #expect(command.extraVariables.map(\.value) == ["api", "3"])
    #expect(command.flags == [])
  }

  @Test func theOtherOptionsAreFlags() throws {
    let command = try command(
      "ansible-playbook a.yml b.yml -i one -i two --check -vvv -l web --tags=fast -e @vars.yml -bK")
    #expect(command.playbooks.map(\.text) == ["a.yml", "b.yml"])
    #expect(command.inventories.map(\.text) == ["one", "two"])
    #expect(command.variableFiles.map(\.text) == ["vars.yml"])
    #expect(command.flags.map(\.name) == ["--check", "-vvv", "-l", "--tags", "-bK"])
    #expect(command.flags.map(\.value) == [nil, nil, "web", "fast", nil])
  }

  @Test(arguments: [
    ("message='two words' x=1", ["message", "x"], ["two words", "1"]),
    ("url=http://a/?b=1&c=2;d", ["url"], ["http://a/?b=1&c=2;d"]),
    ("empty=", ["empty"], [""]),
    ("host=$(hostname -s)", ["host"], ["$(hostname -s)"]),
    ("a=1\n  b=2", ["a", "b"], ["1", "2"]),
  ])
  func values(variables: String, names: [String], values: [String]) throws {
    let command = try command("ansible-playbook play.yml -e \"\(variables)\"")
    #expect(command.extraVariables.map(\.name) == names)
    #expect(command.extraVariables.map(\.value) == values)
  }

  @Test func placesAreThoseOfTheFile() throws {
    let marked = MarkedText(
      """
      1. Turn it on:

         ```bash
         ansible-playbook ⟦on.yml⟧ \\
           -e "⟦app⟧=api ⟦mode⟧=x" \\
           -i ⟦"my hosts"⟧
         ```
      """)
    let command = try #require(runbook(marked.text).commands.first)
    let places =
      command.playbooks.map(\.range) + command.extraVariables.map(\.range)
      + command.inventories.map(\.range)
    #expect(places == marked.ranges)
    #expect(command.line == 4)
    #expect(command.inventory == "my hosts")
    #expect(command.text == "ansible-playbook on.yml -e \"app=api mode=x\" -i \"my hosts\"")
  }

  @Test func oneLineMayHoldTwoCommands() {
    let text = "```bash\nansible-playbook a.yml; ansible-playbook b.yml | tee log\n```"
    #expect(runbook(text).commands.map(\.playbook) == ["a.yml", "b.yml"])
  }

  @Test(arguments: [
    "which ansible-playbook", "apt-get install ansible-playbook", "# ansible-playbook x.yml",
    "echo \"ansible-playbook x.yml\"", "ansible all -m ping", "ansible-playbook-lint x.yml",
  ])
  func otherCommandsAreNone(line: String) {
    #expect(runbook("```bash\n\(line)\n```\n").commands == [])
  }

  @Test(arguments: [
    ("ansible-playbook x.yml -e ⟦lonely⟧", "extra variable 'lonely' has no value"),
    ("ansible-playbook x.yml -e \"a=1 ⟦b⟧ c\"", "extra variable 'b' has no value"),
    (
      "ansible-playbook x.yml -e ⟦'{a: '⟧",
      "extra variables are neither 'name=value' nor a YAML mapping"
    ),
    ("ansible-playbook x.yml ⟦-i⟧", "'-i' has no value"),
    ("ansible-playbook x.yml -e ⟦\"⟧a=1", "quote is not closed"),
  ])
  func findings(line: String, message: String) throws {
    let marked = MarkedText("```bash\n\(line)\n```\n")
    let finding = try #require(runbook(marked.text).diagnostics.first)
    #expect(finding.code == "PM087")
    #expect(finding.message == message)
    #expect(finding.range?.lowerBound == marked.ranges.first?.lowerBound)
  }
}
