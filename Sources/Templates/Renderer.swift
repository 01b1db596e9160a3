internal import Diagnostics

/// Runs the instructions of a template.
struct Renderer {
  private let set: [CompiledTemplate]
  private let name: String
  /// The values around the current place, the innermost last.
  private var stack: [TemplateValue]
  /// The text before each line of the template: the indentation of the partials around it.
  private var indent: [UInt8] = []
  /// Whether the next byte of the template begins a line; kept only while there is an `indent`.
  private var isAtLineStart = false
  private var depth = 0

  /// How deep partials may include each other; nobody reads a page nested deeper.
  private static let deepest = 100

  init(set: [CompiledTemplate], root: TemplateValue, name: String) {
    self.set = set
    self.name = name
    stack = [root]
  }

  mutating func run(_ index: Int, into output: inout [UInt8]) throws(Diagnostic) {
    try run(set[index], 0..<set[index].instructions.count, &output)
  }

  private mutating func run(
    _ template: CompiledTemplate, _ range: Range<Int>, _ output: inout [UInt8]
  ) throws(Diagnostic) {
    var next = range.lowerBound
    while next < range.upperBound {
      let instruction = template.instructions[next]
      next += 1
      switch instruction {
      case .literal(let piece): write(template, piece, &output)
      case .value(let path): write(value(path, template), escaped: true, &output)
      case .rawValue(let path): write(value(path, template), escaped: false, &output)
      case .inverted(let path, let end):
        if value(path, template).isTruthy { next = Int(end) }
      case .section(let path, let end):
        try runSection(template, value(path, template), next..<Int(end), &output)
        next = Int(end)
      case .partial(let index, let indent):
        try runPartial(Int(index), template.literals[indent.asInts], &output)
      }
    }
  }

  private mutating func runSection(
    _ template: CompiledTemplate, _ value: TemplateValue, _ body: Range<Int>,
    _ output: inout [UInt8]
  ) throws(Diagnostic) {
    guard value.isTruthy else { return }
    switch value {
    case .list(let items):
      for item in items {
        stack.append(item)
        try run(template, body, &output)
        stack.removeLast()
      }
    case .flag, .nothing:
      try run(template, body, &output)
    case .text, .html, .number, .record:
      stack.append(value)
      try run(template, body, &output)
      stack.removeLast()
    }
  }

  private mutating func runPartial(
    _ index: Int, _ added: ArraySlice<UInt8>, _ output: inout [UInt8]
  ) throws(Diagnostic) {
    guard depth < Self.deepest else {
      throw Diagnostic(
        code: "BS030", level: .error, path: name,
        message: "partials include each other more than \(Self.deepest) deep",
        help: "put the inner '{{> …}}' in a section that ends")
    }
    depth += 1
    let outer = indent.count
    if !added.isEmpty {
      indent += added
      isAtLineStart = true
    }
    try run(set[index], 0..<set[index].instructions.count, &output)
    indent.removeLast(indent.count - outer)
    depth -= 1
  }
}

// MARK: - Values

extension Renderer {
  /// What a path means here: its first name is sought from the innermost record outwards, the
  /// others only in what the first one named.
  private func value(_ path: Instruction.Path, _ template: CompiledTemplate) -> TemplateValue {
    guard let first = path.first else { return stack.last ?? .nothing }
    var value = look(up: template.names[Int(first)])
    for index in path.dropFirst() {
      guard case .record(let record) = value else { return .nothing }
      value = record[template.names[Int(index)]] ?? .nothing
    }
    return value
  }

  private func look(up name: FieldName) -> TemplateValue {
    var index = stack.count
    while index > 0 {
      index -= 1
      if case .record(let record) = stack[index], let value = record[name] { return value }
    }
    return .nothing
  }
}

// MARK: - Writing

extension Renderer {
  private mutating func write(
    _ value: TemplateValue, escaped: Bool, _ output: inout [UInt8]
  ) {
    writeIndent(&output)
    switch value {
    case .text(let text):
      if escaped { output.appendEscaped(text) } else { output.append(contentsOf: text.utf8) }
    case .html(let html): output.append(contentsOf: html.bytes)
    case .number(let number): output.append(contentsOf: String(number).utf8)
    case .flag(let flag): output.append(contentsOf: (flag ? "true" : "false").utf8)
    case .list, .record, .nothing: break
    }
  }

  private mutating func write(
    _ template: CompiledTemplate, _ piece: Range<Int32>, _ output: inout [UInt8]
  ) {
    guard !indent.isEmpty else {
      output.append(contentsOf: template.literals[piece.asInts])
      return
    }
    for byte in template.literals[piece.asInts] {
      writeIndent(&output)
      output.append(byte)
      isAtLineStart = byte == 0x0A
    }
  }

  private mutating func writeIndent(_ output: inout [UInt8]) {
    guard isAtLineStart, !indent.isEmpty else { return }
    output.append(contentsOf: indent)
    isAtLineStart = false
  }
}

extension Range<Int32> {
  fileprivate var asInts: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
