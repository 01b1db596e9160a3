internal import Diagnostics

extension RunbookFinding {
  static let unknownOption = RunbookFinding(
    code: "PM105", name: "options that a program does not have", level: .warning,
    rationale: """
      A program stops at an option that it does not know, and whoever pasted the command at night has to find out \
      which was meant. The tables hold all options of ansible-playbook and psql; of kubectl and terraform only \
      options that look like a known one are reported.
      """,
    bad: """
      # Roll back

      ```bash
      ansible-playbook rollback.yml -i inventory/production ⟦--limits⟧ api
      ```
      """,
    good: """
      # Roll back

      ```bash
      ansible-playbook rollback.yml -i inventory/production --limit api
      ```
      """)

  static let malformedAddress = RunbookFinding(
    code: "PM109", name: "addresses in commands that cannot be asked", level: .warning,
    rationale: """
      A command with a slip in its address fails when it is needed, with a message about the network. Only the form is \
      looked at: the scheme, the host, its brackets and its port. What the reader fills in, such as '$HOST' and \
      '<host>', may be anything.
      """,
    bad: """
      # Check the gateway

      ```bash
      curl ⟦https//gateway.example.com/health⟧
      ```
      """,
    good: """
      # Check the gateway

      ```bash
      curl https://gateway.example.com/health
      ```
      """)
}
