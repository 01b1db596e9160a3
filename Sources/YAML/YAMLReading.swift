package import Diagnostics

/// How much of YAML is welcome.
package enum YAMLForm: Sendable {
  /// For front matter and our own files: no aliases, anchors, tags, duplicate keys or second document.
  case strict
  /// For playbooks and inventories: aliases and `<<` are expanded, tags are kept.
  case permissive
}

/// What could be read, and what is wrong.
package struct YAMLReading: Sendable {
  /// `nil` when there is nothing but white space and comments, and after a syntax error.
  package var root: YAMLNode?
  package var diagnostics: [Diagnostic]

  package init(root: YAMLNode?, diagnostics: [Diagnostic]) {
    self.root = root
    self.diagnostics = diagnostics
  }
}

/// Reads the first YAML document of a file.
///
/// - Parameters:
///   - file: The file, whose byte order mark is skipped.
///   - lines: The lines to read, as those between the two `---` of front matter; `nil` is all.
///     Lines the file does not have are left out.
///   - form: How much of YAML is welcome.
/// - Returns: Positions are those of the file, whatever `lines` is. In the strict form, an alias,
///   an anchor, a tag or a second document is `BS011`, a key that is there twice `BS012`, and both
///   are errors; the permissive form warns of a duplicate key only. Text that is not YAML, or is
///   nested more than 64 levels deep, is `BS010` in either form.
package func readYAML(
  in file: SourceFile, lines: ClosedRange<Int>? = nil, form: YAMLForm
) -> YAMLReading {
  let composition = compose(file, lines: lines, form: form, onlyFirst: true)
  return YAMLReading(root: composition.documents.first, diagnostics: composition.diagnostics)
}

/// Reads all YAML documents of a file in the permissive form; see ``readYAML(in:lines:form:)``.
package func readYAMLDocuments(
  in file: SourceFile
) -> (documents: [YAMLNode], diagnostics: [Diagnostic]) {
  let composition = compose(file, lines: nil, form: .permissive, onlyFirst: false)
  return (composition.documents, composition.diagnostics)
}

private func compose(
  _ file: SourceFile, lines: ClosedRange<Int>?, form: YAMLForm, onlyFirst: Bool
) -> Composer {
  var composer = Composer(file: file, form: form, onlyFirst: onlyFirst)
  let offsets = offsets(of: lines, in: file)
  guard !offsets.isEmpty else { return composer }
  unsafe file.bytes.withUnsafeBufferPointer { bytes in
    let text = unsafe UnsafeBufferPointer(rebasing: bytes[offsets])
    var events = unsafe EventStream(reading: text, startingAt: offsets.lowerBound)
    composer.run(&events)
  }
  return composer
}

/// The bytes to parse: a byte order mark at the start of the file is not part of them.
private func offsets(of lines: ClosedRange<Int>?, in file: SourceFile) -> Range<Int> {
  var start = 0
  var end = file.bytes.count
  if let lines {
    guard lines.lowerBound >= 1, lines.lowerBound <= file.lineCount else { return 0..<0 }
    start = file.lineStarts[lines.lowerBound - 1]
    if lines.upperBound < file.lineCount { end = file.lineStarts[lines.upperBound] }
  }
  if start == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
  return start..<end
}
