internal import Diagnostics

extension Rule {
  /// What the network says of links.
  static let networkRules: [Rule] = [
    elsewhere(
      "BS089", "links to other sites that are not there", .warning,
      """
      A dashboard that has moved is found to be gone at the worst time. 'build-site check --online' asks each address, \
      ten at once, by HEAD and, if that is refused, by GET. Nothing else goes to the network. Pages that ask for a \
      password are left alone, and a redirect is a note.
      """,
      remedy: "link to where the page is now, or remove the link")
  ]

  /// What programs say that were asked about runbooks.
  static let programRules: [Rule] = [
    elsewhere(
      "PM106", "commands that a shell cannot read", .warning,
      """
      A quote that is not closed, or a loop without its end, leaves whoever pasted it at a prompt that waits. Blocks \
      of shell text are read by 'bash -n', where there is a bash, which runs nothing of them. What a reader fills in, such \
      as '<pod>', counts as a word.
      """,
      remedy: "correct the command"),
    elsewhere(
      "PM107", "commands that shellcheck warns of", .warning,
      "'build-site check --with-shellcheck' asks shellcheck about blocks of shell text. Its warnings mostly are mistakes.",
      remedy: "correct the command as the page of the warning says"),
    elsewhere(
      "PM108", "playbooks that Ansible refuses", .error,
      """
      'build-site check --with-ansible' runs 'ansible-playbook --syntax-check' on the playbooks that runbooks name. It \
      reads them and runs no task. Playbooks with lookups, with names of files in templates or with plugins beside them \
      are left out, because Ansible would run those.
      """,
      remedy: "correct the playbook"),
  ]

  /// Findings about rule files, where they are read.
  static let alertRules: [Rule] = [
    elsewhere(
      "PM134", "rule files that cannot be read", .warning,
      """
      Alerts in a file that is no YAML, or that is too large to be written by people, are not compared with the \
      runbooks.
      """,
      remedy: "correct the file, or list it under 'exclude:' in site.yml if it is no rule file")
  ]
}
