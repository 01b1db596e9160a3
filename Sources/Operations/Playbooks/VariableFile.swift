package import Diagnostics
internal import YAML

/// The names of the variables that a file of YAML sets.
package struct VariableFile: Sendable {
  package private(set) var names: Set<String> = []
  /// Whether there may be more: the file is encrypted or no YAML.
  package var isHidden = false

  package init() {}

  package init(_ file: SourceFile) {
    let reading = readYAML(in: file, lines: nil, form: .permissive)
    if let pairs = reading.root?.pairs {
      names = Set(pairs.compactMap(\.key.text))
    } else {
      isHidden = reading.root != nil || !reading.diagnostics.isEmpty
    }
  }

  package mutating func add(_ other: VariableFile) {
    names.formUnion(other.names)
    isHidden = isHidden || other.isHidden
  }
}

extension Playbook {
  package mutating func define(_ names: Set<String>) { defined.formUnion(names) }

  /// Some of its variables may be set where nobody can look.
  package mutating func hidesVariables() { isWhole = false }
}
