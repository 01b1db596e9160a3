internal import Arguments
internal import Checklist
internal import Content
internal import Diagnostics
internal import Files

/// What `--fix` makes by itself.
enum FixSet: String, CaseIterable {
  /// The same words, spelt as usual.
  case safe
  /// Headings for missing parts too.
  case scaffold

  var fixes: [Fix] {
    switch self {
    case .safe: Fix.safe
    case .scaffold: Fix.all
    }
  }
}

/// The steps of `check --fix` and `check --diff`.
enum Fixing {
  /// The documents that would change.
  static func documents(
    _ request: CheckRequest, _ arguments: ParsedArguments
  ) async throws -> [FixedDocument] {
    let fixes = (arguments[.fix] ?? .safe).fixes
    return try await request.load().flatMap { scope, content in
      try content.fixed(by: fixes, source: request.source, covering: scope.covers)
    }
  }

  /// Prints what would change, and writes nothing.
  ///
  /// - Returns: `.findings` when something would change.
  static func show(_ documents: [FixedDocument], _ request: CheckRequest) throws -> ExitCode {
    for document in documents {
      try StandardStream.output.write(
        UnifiedDiff.bytes(from: document.before, to: document.after))
    }
    StandardStream.error.tell(count(of: documents, "would be fixed"))
    return documents.isEmpty ? .clean : .findings
  }

  /// Prints the text of standard input as it should be, for an editor to take.
  static func print(_ documents: [FixedDocument], _ request: CheckRequest) throws -> ExitCode {
    let path = request.unsaved ?? ""
    let fixed = documents.first { $0.path == path }
    try StandardStream.output.write(try fixed?.after ?? request.source.read(path))
    StandardStream.error.tell(count(of: fixed.map { [$0] } ?? [], "fixed"))
    return .clean
  }

  /// Writes the files, each as a whole.
  static func write(_ documents: [FixedDocument]) throws {
    for document in documents { try rewriteFile(document.after, at: document.path) }
    guard !documents.isEmpty else { return }
    StandardStream.error.tell(count(of: documents, "fixed"))
  }

  private static func count(of documents: [FixedDocument], _ what: String) -> String {
    let places = documents.map(\.edits).reduce(0, +)
    guard places > 0 else { return "nothing to fix\n" }
    let files = Verdict.counted(documents.count, "file")
    return "\(Verdict.counted(places, "place")) in \(files) \(what)\n"
  }
}
