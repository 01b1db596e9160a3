/// An option of a command: a value that parsing, `--help`, completion and lookup all read.
///
/// ```swift
/// extension Option<Bool> {
///   static let strict = Option(flag: "strict", help: "exit with 1 on warnings too")
/// }
/// ```
///
/// A value called `FILE`, `FOLDER` or `PATH` is completed as a path.
package struct Option<Value: Sendable>: DeclaredOption {
  package let declaration: OptionDeclaration
  /// What ``ParsedArguments`` holds when the option is not given.
  let fallback: Value

  /// An option with a value of any type.
  ///
  /// - Parameters:
  ///   - name: The name without the two hyphens.
  ///   - value: What the value is, in capitals.
  ///   - fallback: The value when the option is not given.
  ///   - shown: How the help shows `fallback`; `nil` leaves it out.
  ///   - help: What the option does, as a phrase without a full stop.
  ///   - read: Makes the value from its text; `nil` is a usage error.
  package init(
    _ name: String, value: String, default fallback: Value, shown: String? = nil, help: String,
    read: @escaping @Sendable (_ text: String) -> Value?
  ) {
    declaration = OptionDeclaration(
      name: name, valueName: value, help: help, shown: shown
    ) { texts throws(UsageError) in
      guard let text = texts.last, let value = read(text) else {
        throw .wrongValue(texts.last ?? "", of: name, expected: value)
      }
      return value
    }
    self.fallback = fallback
  }

  /// An option whose value is one of a few choices.
  ///
  /// - Parameters:
  ///   - name: The name without the two hyphens.
  ///   - values: The choices.
  ///   - valueName: What the value is, in capitals; the name of the option when `nil`.
  ///   - title: The name of a value on the command line.
  ///   - fallback: The value when the option is not given.
  ///   - help: What the option does, as a phrase without a full stop.
  package init(
    _ name: String, among values: [Value], value valueName: String? = nil,
    named title: (Value) -> String, default fallback: Value, help: String
  ) {
    let table = values.map { (title: title($0), value: $0) }
    declaration = OptionDeclaration(
      name: name, valueName: valueName ?? name.uppercased(), help: help, shown: title(fallback),
      choices: table.map(\.title), read: chosen(from: table, of: name))
    self.fallback = fallback
  }
}

extension Option<Bool> {
  /// An option without a value, which is given or not.
  package init(flag name: String, help: String) {
    declaration = OptionDeclaration(name: name, valueName: nil, help: help) { _ in true }
    fallback = false
  }
}

extension Option<String> {
  /// An option with a text and a default.
  package init(_ name: String, value: String, default fallback: String, help: String) {
    self.init(name, value: value, default: fallback, shown: fallback, help: help) { $0 }
  }
}

extension Option<String?> {
  /// An option with a text and no default.
  package init(_ name: String, value: String, help: String) {
    self.init(name, value: value, default: nil, help: help) { .some($0) }
  }
}

extension Option<[String]> {
  /// An option that may be given several times; the value has the texts in order.
  package init(repeated name: String, value: String, help: String) {
    declaration = OptionDeclaration(
      name: name, valueName: value, help: help, isRepeated: true
    ) { $0 }
    fallback = []
  }
}

extension Option<Int> {
  /// An option with a number.
  package init(
    _ name: String, value: String = "NUMBER", in range: ClosedRange<Int>, default fallback: Int,
    help: String
  ) {
    self.init(name, value: value, default: fallback, shown: "\(fallback)", help: help) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }
}

extension Option {
  /// An option whose value is one of a few choices, without a default.
  package init<Wrapped: Sendable>(
    _ name: String, among values: [Wrapped], value valueName: String? = nil,
    named title: (Wrapped) -> String, help: String
  ) where Value == Wrapped? {
    let table = values.map { (title: title($0), value: Wrapped?.some($0)) }
    declaration = OptionDeclaration(
      name: name, valueName: valueName ?? name.uppercased(), help: help,
      choices: table.map(\.title), read: chosen(from: table, of: name))
    fallback = nil
  }
}

extension Option {
  /// An option that may be given alone, or with one of a few choices after "=".
  package init<Wrapped: Sendable>(
    _ name: String, among values: [Wrapped], bare: Wrapped, value valueName: String? = nil,
    named title: (Wrapped) -> String, help: String
  ) where Value == Wrapped? {
    let table = values.map { (title: title($0), value: Wrapped?.some($0)) }
    declaration = OptionDeclaration(
      name: name, valueName: valueName ?? name.uppercased(), help: help,
      choices: table.map(\.title), bare: title(bare), read: chosen(from: table, of: name))
    fallback = nil
  }
}

private func chosen<Value: Sendable>(
  from table: [(title: String, value: Value)], of name: String
) -> @Sendable ([String]) throws(UsageError) -> any Sendable {
  { texts throws(UsageError) in
    let text = texts.last ?? ""
    guard let entry = table.first(where: { $0.title == text }) else {
      throw .unknownChoice(text, of: name, among: table.map(\.title))
    }
    return entry.value
  }
}
