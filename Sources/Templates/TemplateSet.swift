package import Diagnostics

/// Templates that may include each other, each compiled once.
package struct TemplateSet: Sendable {
  /// How strict a set is about what the Mustache specification allows.
  package enum Form: Sendable {
    /// As the specification asks: an unknown partial is empty, and `{{{name}}}` writes text unescaped.
    case specification
    /// An unknown partial is an error, and so is a tag that would write text without escaping it.
    case strict
  }

  /// The findings in the templates, sorted; a template with an error is not in the set.
  package let diagnostics: [Diagnostic]
  private let names: [String: Int]
  private let compiled: [CompiledTemplate]

  /// Compiles templates, each under the name that `{{> name}}` uses. With `fields`, a name that is none of them is an
  /// error.
  package init(
    parsing sources: [(name: String, file: SourceFile)], form: Form = .strict,
    fields: Set<String> = []
  ) {
    var diagnostics: [Diagnostic] = []
    var names: [String: Int] = [:]
    var compiled: [CompiledTemplate] = []
    var files: [SourceFile] = []
    for (name, file) in sources {
      var parser = TemplateParser(file: file, form: form, fields: fields)
      let template = parser.parse()
      diagnostics += parser.diagnostics
      names[name] = compiled.count
      compiled.append(template)
      files.append(file)
    }
    for index in compiled.indices {
      diagnostics += Self.link(&compiled[index], names, file: form == .strict ? files[index] : nil)
    }
    self.diagnostics = diagnostics.sorted()
    self.names = names
    self.compiled = compiled
  }

  /// - Returns: `nil` when the set has no template of this name.
  package func template(_ name: String) -> Template? {
    names[name].map { Template(set: compiled, index: $0, name: name) }
  }

  /// Replaces the numbers of partials, which count within a template, by indices into the set.
  private static func link(
    _ template: inout CompiledTemplate, _ names: [String: Int], file: SourceFile?
  ) -> [Diagnostic] {
    let targets = template.partials.map { names[$0.name] }
    template.instructions = template.instructions.map { instruction in
      guard case .partial(let use, let indent) = instruction else { return instruction }
      guard let target = targets[Int(use)] else { return .literal(0..<0) }
      return .partial(Int32(target), indent: indent)
    }
    guard let file else { return [] }
    return zip(template.partials, targets).filter { $0.1 == nil }.map { use, _ in
      Diagnostic.template(
        file, use.offsets, "partial '\(use.name)' does not exist",
        help: "use one of \(names.keys.sorted().map { "'\($0)'" }.joined(separator: ", "))")
    }
  }
}

/// A template of a set, ready to render.
package struct Template: Sendable {
  let set: [CompiledTemplate]
  let index: Int
  package let name: String

  /// Appends the template, filled with `value`, to `output`.
  ///
  /// - Throws: `BS030` when partials include each other without end.
  package func render(_ value: TemplateValue, into output: inout [UInt8]) throws(Diagnostic) {
    var renderer = Renderer(set: set, root: value, name: name)
    try renderer.run(index, into: &output)
  }

  /// The template filled with `value`.
  ///
  /// - Throws: `BS030` when partials include each other without end.
  package func html(_ value: TemplateValue) throws(Diagnostic) -> HTML {
    var output: [UInt8] = []
    try render(value, into: &output)
    return HTML(trusted: output)
  }
}

extension Diagnostic {
  static func template(
    _ file: SourceFile, _ offsets: Range<Int>, _ message: String, help: String
  ) -> Diagnostic {
    Diagnostic(
      code: "BS030", level: .error, path: file.path, range: file.range(of: offsets),
      message: message, help: help
    ).quoting(file)
  }
}
