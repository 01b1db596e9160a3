/// The options and operands of one call, in the types the options declare.
package struct ParsedArguments: Sendable {
  /// The operands, in the order of the command line.
  package let operands: [String]
  private let values: [String: any Sendable]
  private let declared: Set<String>

  init(operands: [String], values: [String: any Sendable], of command: Command) {
    self.operands = operands
    self.values = values
    declared = Set(command.options.map(\.name))
  }

  /// The value of an option, or its default when it is not given.
  ///
  /// - Precondition: The command declares the option.
  package subscript<Value>(option: Option<Value>) -> Value {
    let name = option.declaration.name
    precondition(declared.contains(name), "the command does not declare --\(name)")
    return values[name] as? Value ?? option.fallback
  }

  /// Whether an option is given, whatever its value.
  package func has<Value>(_ option: Option<Value>) -> Bool {
    values[option.declaration.name] != nil
  }
}
