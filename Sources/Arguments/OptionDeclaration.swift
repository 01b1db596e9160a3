/// An option of any type, so that a command can list its options.
package protocol DeclaredOption: Sendable {
  var declaration: OptionDeclaration { get }
}

/// What is known of an option apart from its type.
package struct OptionDeclaration: Sendable {
  package let name: String
  /// What the value is, in capitals; `nil` for a flag.
  package let valueName: String?
  package let help: String
  /// The default as the help shows it.
  package let shown: String?
  package let choices: [String]
  package let isRepeated: Bool
  /// The value of the option when it is given without one; `nil` when it needs a value. A value comes after "=" then.
  package let bare: String?
  /// Makes the value from the texts that were given, of which there is at least one.
  let read: @Sendable (_ texts: [String]) throws(UsageError) -> any Sendable

  init(
    name: String, valueName: String?, help: String, shown: String? = nil, choices: [String] = [],
    isRepeated: Bool = false, bare: String? = nil,
    read: @escaping @Sendable (_ texts: [String]) throws(UsageError) -> any Sendable
  ) {
    self.name = name
    self.valueName = valueName
    self.help = help
    self.shown = shown
    self.choices = choices
    self.isRepeated = isRepeated
    self.bare = bare
    self.read = read
  }

  /// The name as it is typed.
  var spelling: String { "--\(name)" }

  /// The option with its value, as the help shows it: `--format FORMAT`, `--fix[=FIX]`, `--strict`.
  var usage: String {
    guard let valueName else { return spelling }
    return bare == nil ? "\(spelling) \(valueName)" : "\(spelling)[=\(valueName)]"
  }
}
