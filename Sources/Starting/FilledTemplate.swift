internal import Diagnostics
internal import Files
internal import Supplies
internal import Templates
internal import Vocabulary

/// A document made from a template of the program, or from the team's own of the same name.
struct FilledTemplate {
  let text: String

  /// - Parameters:
  ///   - name: its path below the templates, as `new/review.md`.
  ///   - values: what it is filled with.
  ///   - folder: the folder of the team's own templates.
  ///   - source: where that is read from.
  /// - Throws: What reading threw, or a diagnostic about the template.
  init(
    _ name: String, with values: TemplateRecord, own folder: String, in source: FileSource
  ) throws {
    let own = joinedPath(folder, name)
    let file: SourceFile
    if try source.kind(own) == .file {
      file = try source.file(own)
    } else {
      let supply = Supplies.file("templates/\(name)")
      file = SourceFile(path: name, bytes: supply?.bytes ?? [])
    }
    let set = TemplateSet(parsing: [(name, file)], form: .specification)
    if let finding = set.diagnostics.first { throw finding }
    var bytes: [UInt8] = []
    try set.template(name)?.render(.record(values), into: &bytes)
    text = String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The text on one line, for a value in double quotes of YAML.
  var quotable: String {
    oneLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// A value of YAML, in quotes where it would mean something else without.
  var yamlValue: String {
    let isPlain =
      !isEmpty && first?.isLetter == true && last != " "
      && allSatisfy { $0.isLetter || $0.isNumber || " -_./".contains($0) }
      && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(lowercased())
    return isPlain ? self : "\"\(quotable)\""
  }
}
