internal import Arguments
internal import Checklist
internal import Content
internal import Diagnostics
internal import Files
internal import Pipeline
internal import Screening

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
  /// Does what the options ask for.
  ///
  /// - Returns: how the command ends; `nil` when the check comes next.
  static func run(_ build: Build, _ arguments: ParsedArguments) async throws -> ExitCode? {
    guard arguments[.fix] != nil || arguments[.diff] else { return nil }
    let documents = try await build.fixed(by: (arguments[.fix] ?? .safe).fixes)
    if arguments[.diff] { return try show(documents) }
    if arguments.operands.contains("-") {
      return try print(contentPath(arguments[.stdinPath]), documents, build.files)
    }
    try write(documents)
    return nil
  }

  /// Prints what would change, and writes nothing.
  ///
  /// - Returns: `.findings` when something would change.
  private static func show(_ documents: [FixedDocument]) throws -> ExitCode {
    for document in documents {
      try StandardStream.output.write(
        SecretMask(ofSecretsIn: document.before.bytes).masked(
          UnifiedDiff.bytes(from: document.before, to: document.after)))
    }
    StandardStream.error.tell(count(of: documents, "would be fixed"))
    return documents.isEmpty ? .clean : .findings
  }

  /// Prints the text of standard input as it should be, for an editor to take.
  private static func print(
    _ path: String, _ documents: [FixedDocument], _ files: FileSource
  ) throws -> ExitCode {
    let fixed = documents.first { $0.path == path }
    try StandardStream.output.write(try fixed?.after ?? files.read(path))
    StandardStream.error.tell(count(of: fixed.map { [$0] } ?? [], "fixed"))
    return .clean
  }

  /// Writes the files, each as a whole.
  private static func write(_ documents: [FixedDocument]) throws {
    for document in documents { try rewriteFile(document.after, at: document.path) }
    guard !documents.isEmpty else { return }
    StandardStream.error.tell(count(of: documents, "fixed"))
  }

  private static func count(of documents: [FixedDocument], _ what: String) -> String {
    let places = documents.map(\.edits).reduce(0, +)
    guard places > 0 else { return "nothing to fix\n" }
    let files = Judgement.counted(documents.count, "file")
    return "\(Judgement.counted(places, "place")) in \(files) \(what)\n"
  }
}
