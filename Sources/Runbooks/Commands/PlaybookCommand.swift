package import Diagnostics

/// One `ansible-playbook` command of a code block, taken apart but never run.
package struct PlaybookCommand: Hashable, Sendable {
  /// A word of the command and where it is, without the quotes around it.
  package struct Argument: Hashable, Sendable {
    package var text: String
    package var range: SourceRange
  }

  /// One `key=value` of `-e`.
  package struct Variable: Hashable, Sendable {
    package var name: String
    package var value: String
    /// The range of the name alone.
    package var range: SourceRange
    package var valueRange: SourceRange
  }

  /// Any other option, such as `--limit web`; the value is `nil` for a switch.
  package struct Flag: Hashable, Sendable {
    package var name: String
    package var value: String?
    /// The range of the option with its value.
    package var range: SourceRange
    package var valueRange: SourceRange?
  }

  /// The first line of the command.
  package var line: Int
  /// As written, possibly with a path: `ansible-playbook`.
  package var program: String
  /// In the order of the command; ansible accepts more than one.
  package var playbooks: [Argument] = []
  package var inventories: [Argument] = []
  /// The values of `-e`, whether `key=value` or a YAML mapping.
  package var extraVariables: [Variable] = []
  /// The files of `-e @file`, without the `@`.
  package var variableFiles: [Argument] = []
  package var flags: [Flag] = []
  /// The command on one line, without prompts and continuation marks.
  package var text: String

  package var playbook: String? { playbooks.first?.text }
  package var inventory: String? { inventories.first?.text }
}
