/// One step of a compiled template. Ranges point into the pools of its ``Template``.
enum Instruction: Sendable {
  /// Writes a piece of the template.
  case literal(Range<Int32>)
  /// Writes a value, escaped when it is text.
  case value(Path)
  /// Writes a value as it is.
  case rawValue(Path)
  /// Runs the instructions up to `end` for each item of the value, or once.
  case section(Path, end: Int32)
  /// Runs the instructions up to `end` when the value is nothing.
  case inverted(Path, end: Int32)
  /// Runs another template of the set; `indent` goes before each of its lines.
  case partial(Int32, indent: Range<Int32>)

  /// Names joined by dots, as a range of the name pool. Empty stands for `.`, the current value.
  typealias Path = Range<Int32>
}

/// A template made into a flat list of instructions.
struct CompiledTemplate: Sendable {
  var instructions: [Instruction] = []
  /// The text around the tags, and the indentation of partials.
  var literals: [UInt8] = []
  var names: [FieldName] = []
  /// The partials it names, in the order of their first use, and where.
  var partials: [PartialUse] = []

  struct PartialUse: Sendable {
    let name: String
    let offsets: Range<Int>
  }
}
