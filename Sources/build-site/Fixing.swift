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

/// The steps of `check --fix`, `check --add-allow` and `check --diff`.
enum Fixing {
  /// Does what the options ask for.
  ///
  /// - Returns: how the command ends; `nil` when the check comes next.
  static func run(_ build: Build, _ arguments: ParsedArguments) async throws -> ExitCode? {
    if let reason = arguments[.addAllow] { return try await allow(reason, build, arguments) }
    guard arguments[.fix] != nil || arguments[.fixOnly] || arguments[.diff] else { return nil }
    let documents = try await build.fixed(by: (arguments[.fix] ?? .safe).fixes)
    if arguments[.diff] { return try show(documents, .fix) }
    if arguments.operands.contains("-") {
      return try print(contentPath(arguments[.stdinPath]), documents, build.files)
    }
    try write(documents)
    return arguments[.fixOnly] ? .clean : nil
  }

  /// Writes suppressions at the findings that the check would report.
  ///
  /// - Returns: `.findings` when some cannot be suppressed where they are, or when something would change.
  private static func allow(
    _ reason: String, _ build: Build, _ arguments: ParsedArguments
  ) async throws -> ExitCode {
    guard SuppressionWriter.canSay(reason) else {
      throw UsageError(
        "'--add-allow' takes a reason, in words and without '--' or '>', but '\(reason.plainLine)' is not"
      )
    }
    if arguments[.fix] != nil || arguments[.fixOnly] || arguments[.writeBaseline] != nil {
      throw UsageError("'--add-allow' cannot be used with '--fix' or '--write-baseline'")
    }
    if arguments.operands.contains("-") {
      throw UsageError("'--add-allow' writes into files, so it cannot read standard input")
    }
    let allowed = try await build.allowed(because: reason)
    for finding in allowed.left {
      let place = finding.range.map { ":\($0.lowerBound.line)" } ?? ""
      StandardStream.error.tell(
        "\(finding.path.plainLine)\(place): \(finding.code) is not allowed: it needs your own words where it is\n"
      )
    }
    if arguments[.diff] { return try show(allowed.documents, .allow) }
    for document in allowed.documents { try rewriteFile(document.after, at: document.path) }
    StandardStream.error.tell(told(of: allowed.documents, .allow))
    return allowed.left.isEmpty ? .clean : .findings
  }

  /// Prints what would change, and writes nothing.
  ///
  /// - Returns: `.findings` when something would change.
  private static func show(_ documents: [FixedDocument], _ change: Change) throws -> ExitCode {
    for document in documents {
      try StandardStream.output.write(
        SecretMask(ofSecretsIn: document.before.bytes).masked(
          UnifiedDiff.bytes(from: document.before, to: document.after)))
    }
    StandardStream.error.tell(told(of: documents, change, isDone: false))
    return documents.isEmpty ? .clean : .findings
  }

  /// Prints the text of standard input as it should be, for an editor to take.
  private static func print(
    _ path: String, _ documents: [FixedDocument], _ files: FileSource
  ) throws -> ExitCode {
    let fixed = documents.first { $0.path == path }
    try StandardStream.output.write(try fixed?.after ?? files.read(path))
    StandardStream.error.tell(told(of: fixed.map { [$0] } ?? [], .fix))
    return .clean
  }

  /// Writes the files, each as a whole.
  private static func write(_ documents: [FixedDocument]) throws {
    for document in documents { try rewriteFile(document.after, at: document.path) }
    guard !documents.isEmpty else { return }
    StandardStream.error.tell(told(of: documents, .fix))
  }

  /// What is done to places of documents.
  private enum Change: String {
    case fix
    case allow

    var done: String { rawValue + "ed" }
  }

  private static func told(
    of documents: [FixedDocument], _ change: Change, isDone: Bool = true
  ) -> String {
    let places = documents.map(\.edits).reduce(0, +)
    guard places > 0 else { return "nothing to \(change.rawValue)\n" }
    let files = Judgement.counted(documents.count, "file")
    let what = isDone ? change.done : "would be \(change.done)"
    return "\(Judgement.counted(places, "place")) in \(files) \(what)\n"
  }
}
