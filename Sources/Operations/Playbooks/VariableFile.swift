package import Diagnostics
internal import YAML

/// The names of the variables that a file of YAML sets.
package struct VariableFile: Sendable {
  package private(set) var names: Set<String> = []
  /// Whether a template in it asks a lookup.
  package private(set) var mayLookUp = false
  /// Whether there may be more: the file is encrypted or no YAML.
  package var isHidden = false

  package init() {}

  package init(_ file: SourceFile) {
    let reading = readYAML(in: file, lines: nil, form: .permissive)
    mayLookUp = reading.root?.mayLookUp ?? false
    if let root = reading.root, root.pairs != nil {
      names = Set(root.keys)
    } else {
      isHidden = reading.root != nil || !reading.diagnostics.isEmpty
    }
  }

  package mutating func add(_ other: VariableFile) {
    names.formUnion(other.names)
    isHidden = isHidden || other.isHidden
    mayLookUp = mayLookUp || other.mayLookUp
  }
}

extension Playbook {
  /// Takes in the variables that are set beside the playbook.
  package mutating func add(_ variables: VariableFile) {
    defined.formUnion(variables.names)
    if variables.isHidden { isWhole = false }
    if variables.mayLookUp { evaluatesNames = true }
  }
}

extension YAMLNode {
  /// Whether a text in it, at any depth, has a template that may ask a lookup, by whatever spelling.
  var mayLookUp: Bool {
    if let text {
      return text.contains("{")
        && ["lookup", "query", "q(", "q ("].contains { text.contains($0) }
    }
    return (items ?? []).contains(where: \.mayLookUp)
      || (pairs ?? []).contains { $0.key.mayLookUp || $0.value.mayLookUp }
  }
}
