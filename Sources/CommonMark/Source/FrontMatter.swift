internal import Bytes
internal import Diagnostics
internal import YAML

/// The metadata between two `---` lines (YAML) or two `+++` lines (TOML) at the top of a file, and where
/// the body begins.
struct FrontMatter {
  /// A mapping, or `nil`.
  private(set) var mapping: YAMLNode?
  private(set) var bodyLine = 1
  private(set) var diagnostics: [Diagnostic] = []

  /// Unless it `isRead`, only the start of the body is found.
  init(of file: SourceFile, isRead: Bool = true) {
    let first = file.bytes[file.textOffsets(ofLine: 1)]
    if first.starts(with: "---".utf8) {
      let rest = first.dropFirst(3)
      if rest.isBlank {
        if isRead { read(file) } else { _ = closingLine(of: file, marks: Self.yamlEnds) }
      } else if rest.first != 0x2D {
        refuseLanguage(of: file, line: first)
      }
    } else if first.starts(with: "+++".utf8), first.dropFirst(3).isBlank {
      if isRead { readTOML(file) } else { _ = closingLine(of: file, marks: Self.tomlEnds) }
    }
  }

  private static let yamlEnds = ["---", "..."]
  private static let tomlEnds = ["+++"]

  private mutating func read(_ file: SourceFile) {
    guard let end = closingLine(of: file, marks: Self.yamlEnds) else { return }
    if file.bytes[file.offsets(ofLine: end)].first == UInt8(ascii: ".") {
      let level: Level = Self.hasFields(in: file, after: end) ? .error : .warning
      diagnostics.append(
        Diagnostic(
          code: "BS066", level: level, path: file.path, range: file.range(ofLine: end),
          message: "'...' ends the front matter, so what follows is text",
          help: "end the front matter with '---', and remove the dots"
        ).quoting(file))
    }
    guard end > 2 else { return }
    let reading = readYAML(in: file, lines: 2...end - 1, form: .strict)
    diagnostics += reading.diagnostics
    guard let root = reading.root else { return }
    if root.pairs != nil {
      mapping = root
    } else if !root.isNull {
      diagnostics.append(
        Diagnostic(
          code: "BS015", level: .error, path: file.path, range: root.range,
          message: "front matter is not a list of 'key: value' lines",
          help: "write each field as 'key: value', or start the file with text instead of '---'"
        ).quoting(file))
    }
  }

  /// Whether the lines directly below a line are fields that end with a line `---`: a second document, whose
  /// fields its author takes for metadata.
  private static func hasFields(in file: SourceFile, after line: Int) -> Bool {
    var next = line + 1
    while next <= file.lineCount {
      let text = file.bytes[file.offsets(ofLine: next)]
      if text.starts(with: "---".utf8), text.dropFirst(3).isBlank { return next > line + 1 }
      let key = text.prefix { $0.isAlphanumeric || $0 == .underscore || $0 == .hyphen }
      guard !key.isEmpty, text.dropFirst(key.count).first == .colon else { return false }
      next += 1
    }
    return false
  }

  private mutating func readTOML(_ file: SourceFile) {
    guard let end = closingLine(of: file, marks: Self.tomlEnds), end > 2 else { return }
    let reading = TOMLReader.read(file, lines: 2...end - 1)
    mapping = reading.mapping
    if let problem = reading.problem { diagnostics.append(problem) }
  }

  /// The line that ends the metadata, from 2; the body begins after it. `nil` and a finding when there is
  /// none.
  private mutating func closingLine(of file: SourceFile, marks: [String]) -> Int? {
    let index = (1..<file.lineCount).first { index in
      let line = file.bytes[file.offsets(ofLine: index + 1)]
      return marks.contains { line.starts(with: $0.utf8) } && line.dropFirst(3).isBlank
    }
    guard let index else {
      diagnostics.append(
        Diagnostic(
          code: "BS013", level: .error, path: file.path, range: file.range(ofLine: 1),
          message: "front matter is not closed", help: "add a line '\(marks[0])' after the metadata"
        ).quoting(file))
      return nil
    }
    bodyLine = index + 2
    return index + 1
  }

  /// Generators run the code in such front matter; here it is text and is never evaluated.
  private mutating func refuseLanguage(of file: SourceFile, line: ArraySlice<UInt8>) {
    diagnostics.append(
      Diagnostic(
        code: "BS014", level: .error, path: file.path, range: file.range(ofLine: 1),
        message:
          "'\(String(decoding: line.prefix(20), as: UTF8.self))' starts front matter that is not YAML",
        help: "start the file with a line '---' and write the metadata as YAML"
      ).quoting(file))
  }
}
