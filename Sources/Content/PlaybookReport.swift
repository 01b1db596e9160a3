internal import Diagnostics
internal import Files
internal import Operations
internal import Runbooks

/// What `ansible-playbook --syntax-check` says of the playbooks that runbooks name.
struct PlaybookReport {
  private(set) var findings: [Diagnostic] = []
  /// How many playbooks Ansible was asked about.
  private(set) var count = 0

  init(
    of runbooks: [Runbook], _ operations: Operations, run: FileSource.Running
  ) {
    guard let folder = operations.folder, let own = try? makeTemporaryFolder() else { return }
    defer { _ = try? removeAll(own) }
    let settings = joinedPath(own, "ansible.cfg")
    guard (try? writeFile([], to: settings)) != nil else { return }
    let hasPlugins = operations.files.contains(where: Self.isPlugin)
    var seen: Set<String> = []
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
        guard !playbook.evaluatesNames, !hasPlugins else {
          report(
            .note,
            "Ansible is not asked about '\(argument.text)': it would run \(hasPlugins ? "plugins of the folder" : "templates of it")",
            help: "check it yourself, with ansible-playbook --syntax-check")
          continue
        }
        guard let answer = run(Self.syntaxCheck(of: joinedPath(folder, path), in: own)) else {
          report(
            .note, "there is no ansible-playbook to ask",
            help: "install ansible-core, or leave out --with-ansible")
          return
        }
        count += 1
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
  }

  /// Whether a file is a program that Ansible loads while it reads playbooks beside it.
  private static func isPlugin(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains { folder in
      folder.hasSuffix("_plugins") || ["library", "module_utils", "collections"].contains(folder)
    }
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
