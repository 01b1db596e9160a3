/// The options and operands of one call, in the types the options declare.
package struct ParsedArguments: Sendable {
  /// The operands, in the order of the command line.
  package var operands: [String]
  private var values: [String: any Sendable]
  /// What takes the place of the defaults.
  private var settled: [String: any Sendable] = [:]
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
    return (values[name] ?? settled[name]) as? Value ?? option.fallback
  }

  /// Whether the command has an option.
  package func declares<Value>(_ option: Option<Value>) -> Bool {
    declared.contains(option.declaration.name)
  }

  /// Changes the value of an option that is given.
  package mutating func change<Value>(_ option: Option<Value>, _ change: (Value) -> Value) {
    guard let value = values[option.declaration.name] as? Value else { return }
    values[option.declaration.name] = change(value)
  }

  /// Gives an option a value as if it were on the command line, unless it is there.
  package mutating func give<Value>(_ option: Option<Value>, _ value: Value) {
    if !has(option) { values[option.declaration.name] = value }
  }

  /// Gives an option another default. Nothing happens when the command does not have it.
  package mutating func settle<Value>(_ option: Option<Value>, as value: Value) {
    settled[option.declaration.name] = value
  }

  /// Whether an option is given, whatever its value.
  package func has<Value>(_ option: Option<Value>) -> Bool {
    values[option.declaration.name] != nil
  }
}
