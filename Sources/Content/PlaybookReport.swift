internal import Diagnostics
internal import Files
internal import Operations
internal import Runbooks

/// What `ansible-playbook --syntax-check` says of the playbooks that runbooks name.
enum PlaybookReport {
  static func all(
    of runbooks: [Runbook], _ operations: Operations, run: FileSource.Running
  ) -> [Diagnostic] {
    guard let folder = operations.folder, let own = try? makeTemporaryFolder() else { return [] }
    defer { _ = try? removeAll(own) }
    let settings = joinedPath(own, "ansible.cfg")
    guard (try? writeFile([], to: settings)) != nil else { return [] }
    var seen: Set<String> = []
    var findings: [Diagnostic] = []
    for runbook in runbooks {
      for argument in runbook.commands.flatMap(\.playbooks) {
        guard let path = operations.path(of: argument.text), seen.insert(path).inserted,
          let playbook = operations.playbooks[path]
        else { continue }
        func report(_ level: Level, _ message: String, help: String) {
          findings.append(
            Diagnostic(
              code: "PM108", level: level, path: runbook.path, range: argument.range,
              message: message, help: help))
        }
        guard !playbook.evaluatesNames else {
          report(
            .note,
            "Ansible is not asked about '\(argument.text)': it names files by templates, which Ansible would run",
            help: "check it yourself, with ansible-playbook --syntax-check")
          continue
        }
        guard let answer = run(syntaxCheck(of: joinedPath(folder, path), in: own)) else {
          report(
            .note, "there is no ansible-playbook to ask",
            help: "install ansible-core, or leave out --with-ansible")
          return findings
        }
        if answer.status == 0 { continue }
        let text = String(decoding: answer.output, as: UTF8.self)
        let line = text.split(separator: "\n").first {
          $0.hasPrefix("ERROR!") || $0.hasPrefix("[ERROR]")
        }
        report(
          .error,
          "Ansible refuses '\(argument.text)': \(line.map(String.init)?.afterMark ?? "status \(answer.status)")",
          help: "run ansible-playbook --syntax-check \(argument.text)")
      }
    }
    return findings
  }

  /// The inventory is a list, so that no script of an inventory is run, and settings are empty, so that no plugin is
  /// named. What Ansible writes goes to a folder of its own.
  private static func syntaxCheck(of path: String, in own: String) -> ProgramRun {
    var program = ProgramRun(
      "ansible-playbook", ["--syntax-check", "--inventory", "localhost,", "--", path])
    program.environment = [
      "PATH=\(searchPath)", "HOME=\(own)", "LC_ALL=C.UTF-8", "ANSIBLE_CONFIG=\(own)/ansible.cfg",
      "ANSIBLE_INVENTORY_ENABLED=host_list", "ANSIBLE_NOCOLOR=1", "ANSIBLE_LOCALHOST_WARNING=0",
      "ANSIBLE_HOME=\(own)", "ANSIBLE_LOCAL_TEMP=\(own)", "ANSIBLE_RETRY_FILES_ENABLED=0",
    ]
    program.takesErrors = true
    program.limit = 60
    return program
  }
}

extension String {
  /// The message of Ansible after its mark.
  fileprivate var afterMark: String {
    let words = split(separator: " ", maxSplits: 1)
    return words.count > 1 ? String(words[1]) : self
  }
}
