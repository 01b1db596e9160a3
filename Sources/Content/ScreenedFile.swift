internal import CommonMark
package import Diagnostics
package import Screening

/// A file with what must not be published of it, found when it is read.
struct ScreenedFile: Sendable {
  /// The file; reports do not quote its secrets.
  let file: SourceFile
  let secrets: [Secret]

  init(_ original: SourceFile) {
    secrets = SecretScanner.secrets(in: original.bytes)
    file = original.hiding(secrets.hidden)
  }

  /// What takes the secrets out of a message; `nil` when there are none.
  var mask: SecretMask? { secrets.isEmpty ? nil : SecretMask(secrets, in: file.bytes) }

  /// What makes a file unreadable: the marks of a merge conflict, in Markdown outside code, or another
  /// encoding. Nothing is read from it then, so that no finding follows from it.
  func obstacles(isMarkdown: Bool) -> [Diagnostic] {
    if let encoding = UTF16.finding(in: file) { return [encoding] }
    let markers = isMarkdown ? conflictMarkers(in: file) : ConflictMarkers(in: file)
    return markers.findings(in: file)
  }

  /// What is wrong with it. `isMarkdown` tells how an author allows it.
  func findings(isMarkdown: Bool) -> [Diagnostic] {
    secrets.enumerated().map { index, secret in
      let finding = secret.finding(in: file, isMarkdown: isMarkdown)
      // Most of more than that are only counted; what is told of them is quoted then.
      return index < [Diagnostic].mostAlike ? finding.quoting(file) : finding
    } + ControlCharacters.findings(in: file)
  }
}

/// The marks of merge conflicts in a document, except those in code.
package func conflictMarkers(in file: SourceFile) -> ConflictMarkers {
  var code: [LineRange]?
  return ConflictMarkers(in: file) { line in
    let lines =
      code
      ?? MarkdownDocument(parsing: file).blocks.compactMap { block in
        if case .code = block.kind { block.lines } else { nil }
      }
    code = lines
    return lines.contains { $0.contains(line) }
  }
}
