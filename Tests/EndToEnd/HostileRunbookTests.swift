import Foundation
import TestSupport
import Testing

/// Nothing that a runbook, a playbook or a rule file says is ever run.
struct HostileRunbookTests {
  private static let hasTracer = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

  private static func runbook(_ mark: String) -> String {
    """
    # Restart

    ```bash
    ansible-playbook "$(touch \(mark)).yml" -i 'inventory;touch \(mark)' -e "x=$(touch \(mark))"
    ansible-playbook playbooks/`touch \(mark)`.yml --limit '|touch \(mark)'
    ansible-playbook 'playbooks/a
    b.yml' -i "$(touch \(mark))"
    ansible-playbook --syntax-check -- '-i/bin/sh' '--extra-vars=@/etc/passwd'
    ansible-playbook ../../../../etc/passwd -i /etc/passwd -e @/etc/passwd
    ```

    ```bash
    touch \(mark)
    : ${X:=$(touch \(mark))}
    trap 'touch \(mark)' EXIT
    cat <<EOF
    $(touch \(mark))
    EOF
    exit 0
    ```

    ```console
    $ $(touch \(mark)); `touch \(mark)`
    ```

    [link](https://example.com/$(touch%20\(mark)))
    """
  }

  @Test(.enabled(if: hasTracer)) func nothingOfThemIsRun() async throws {
    try await withTemporaryFolder { folder in
      let mark = folder.appending(path: "ran").path()
      let content = folder.appending(path: "content")
      func write(_ text: String, _ path: String) throws {
        let file = content.appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
      }
      try write(Self.runbook(mark), "runbooks/restart.md")
      try write(
        "# Run\n\n```bash\nansible-playbook playbooks/a.yml -i inventory/script\n```\n",
        "runbooks/run.md")
      try write(
        "- hosts: \"{{ lookup('pipe', 'touch \(mark)') }}\"\n  tasks:\n    - shell: touch \(mark)\n    - include_tasks: \"{{ lookup('pipe', 'touch \(mark)') }}\"\n",
        "infrastructure/playbooks/a.yml")
      for (name, text) in [
        "b": "- hosts: \"{{ (lookup)('pipe', 'touch \(mark)') }}\"\n",
        "c": "- hosts: web\n  vars_prompt:\n    - {name: \"{{ q ('pipe', 'touch \(mark)') }}\"}\n",
        "d":
          "- hosts: web\n  roles: [r]\n  environment: {X: \"{{ \\x6cookup('pipe', 'touch \(mark)') }}\"}\n",
      ] {
        try write(text, "infrastructure/playbooks/\(name).yml")
        try write(
          "# \(name)\n\n```bash\nansible-playbook playbooks/\(name).yml\n```\n",
          "runbooks/\(name).md")
      }
      try write("#!/bin/sh\ntouch \(mark)\n", "infrastructure/inventory/script")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: content.appending(path: "infrastructure/inventory/script").path())
      try write("[defaults]\ninventory = inventory/script\n", "infrastructure/ansible.cfg")
      try write(
        "- alert: \"$(touch \(mark))\"\n  expr: x\n  annotations: {runbook_url: \"file:///$(touch \(mark))\"}\n",
        "infrastructure/rules.yml")
      let rule = "- alert: Down\n  expr: up == 0\n"
      try write(
        String(repeating: rule, count: (50 << 20) / rule.utf8.count), "infrastructure/giant.yml")
      try write(
        (1..<12).reduce("a0: &a0 [alert: x, expr: y]\n") { text, level in
          text
            + "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1), *a\(level - 1), *a\(level - 1), *a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
        }, "infrastructure/bomb.yml")
      try Repository(in: folder).commit()
      let started = try Program.started(
        by: ["check", "--no-cache", "--with-ansible", "--with-shellcheck"], in: folder)
      #expect(!FileManager.default.fileExists(atPath: mark))
      // The program itself, git, and a shell that only reads. Ansible is not asked about this playbook.
      let others = started.filter { call in
        !call.contains("/build-site\", ") && !call.contains("\"git\", \"-C\"")
          && !call.contains("[\"bash\", \"--noprofile\", \"--norc\", \"-n\"]")
          && !call.contains("[\"shellcheck\", \"--norc\"")
      }
      #expect(others == [])
      #expect(started.contains { $0.contains("\"--norc\", \"-n\"") })
    }
  }
}

/// What git says of the playbooks that runbooks name.
struct PlaybookHistoryTests {
  private func project(in folder: URL, verified: String) throws -> Repository {
    let content = folder.appending(path: "content")
    for path in ["runbooks", "infrastructure/playbooks"] {
      try FileManager.default.createDirectory(
        at: content.appending(path: path), withIntermediateDirectories: true)
    }
    try """
    ---
    last_verified: \(verified)
    ---
    # Restart

    ```bash
    ansible-playbook playbooks/a.yml
    ```
    """.write(
      to: content.appending(path: "runbooks/restart.md"), atomically: true, encoding: .utf8)
    try "- hosts: web\n".write(
      to: content.appending(path: "infrastructure/playbooks/a.yml"), atomically: true,
      encoding: .utf8)
    let repository = try Repository(in: folder)
    try repository.commit()
    return repository
  }

  @Test(arguments: [("2020-01-01", true), ("2199-01-01", false)])
  func changesAfterTheVerificationAreTold(verified: String, isTold: Bool) async throws {
    try await withTemporaryFolder { folder in
      let repository = try project(in: folder, verified: verified)
      func codes() throws -> [String] {
        let run = try Program.run(["check", "--no-cache"], in: folder)
        return ["PM124", "PM125"].filter(run.output.contains)
      }
      // A commit that adds the file says nothing.
      #expect(try codes() == [])
      try "- hosts: db\n".write(
        to: folder.appending(path: "content/infrastructure/playbooks/a.yml"), atomically: true,
        encoding: .utf8)
      #expect(try codes() == [])
      try repository.commit()
      #expect(try codes() == (isTold ? ["PM124"] : []))
    }
  }

  @Test func aShallowCloneIsSaid() async throws {
    try await withTemporaryFolder { folder in
      let origin = folder.appending(path: "origin")
      try FileManager.default.createDirectory(at: origin, withIntermediateDirectories: true)
      let repository = try project(in: origin, verified: "2020-01-01")
      try repository.commit()
      try Repository(in: folder).git([
        "clone", "-q", "--depth", "1", "file://\(origin.path())", "clone",
      ])
      let run = try Program.run(["check", "--no-cache"], in: folder.appending(path: "clone"))
      #expect(run.output.contains("PM125"))
    }
  }
}
