/// The options of `ansible-playbook` 2.9 to 2.20.
enum PlaybookOption {
  static let takesValue: Set<String> = [
    "-i", "--inventory", "--inventory-file", "-e", "--extra-vars", "-l", "--limit", "-t", "--tags",
    "--skip-tags", "-u", "--user", "-f", "--forks", "-M", "--module-path", "-c", "--connection",
    "-T", "--timeout", "--start-at-task", "--private-key", "--key-file", "--vault-id",
    "--vault-password-file", "--vault-pass-file", "--become-method", "--become-user",
    "--become-password-file", "--become-pass-file", "--connection-password-file",
    "--conn-pass-file", "--ssh-common-args", "--sftp-extra-args", "--scp-extra-args",
    "--ssh-extra-args",
  ]

  static let switches: Set<String> = [
    "-b", "-C", "-D", "-h", "-J", "-K", "-k", "-v", "--ask-become-pass", "--ask-pass",
    "--ask-vault-pass", "--ask-vault-password", "--become", "--check", "--diff", "--flush-cache",
    "--force-handlers", "--help", "--list-hosts", "--list-tags", "--list-tasks", "--step",
    "--syntax-check", "--verbose", "--version",
  ]

  /// Whether a name is no option, and was probably meant for one that takes a value.
  static func isMisspeltWithValue(_ name: String) -> Bool {
    name.hasPrefix("--")
      && ProgramOptions.playbook.nearestOption(to: name).map(takesValue.contains) ?? false
  }
}
