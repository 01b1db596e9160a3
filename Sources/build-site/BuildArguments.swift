internal import Arguments
internal import Checklist
internal import Content
internal import Diagnostics
internal import Files
internal import Pipeline

extension Build {
  /// A check of what the operands name.
  init(checking arguments: ParsedArguments, files: FileSource = .disk) throws {
    if arguments[.baseline] != nil, arguments[.writeBaseline] != nil {
      throw UsageError("'--baseline' and '--write-baseline' cannot be used together")
    }
    let isPiped = arguments.operands.contains("-")
    if arguments.has(.stdinPath), !isPiped {
      throw UsageError("'--stdin-path' needs '-' among the paths")
    }
    var settings = try Settings(arguments, isWriting: false, files: files)
    if arguments[.online] { settings.online = OnlineCheck(folder: Surroundings.cache) }
    if arguments[.withShellcheck] { settings.checks.insert(.shellcheck) }
    if arguments[.withAnsible] { settings.checks.insert(.ansible) }
    let unsaved = contentPath(arguments[.stdinPath])
    settings.selection = try FindingSelection(arguments)
    settings.paths = arguments.operands.map { $0 == "-" ? unsaved : $0 }
    try self.init(
      settings, files: isPiped ? files.replacing([unsaved: try readStandardInput()]) : files)
  }
}

extension Build.Settings {
  /// What the options say that `build` and `check` share.
  init(_ arguments: ParsedArguments, isWriting: Bool, files: FileSource) throws {
    try self.init(arguments, isWriting: isWriting)
    baseline = try arguments[.baseline].map { try Baseline(at: $0, in: files) }
  }

  /// What the options say, without the baseline, which is a file.
  fileprivate init(_ arguments: ParsedArguments, isWriting: Bool) throws {
    self.init()
    content = arguments[.content]
    // Where `site.yml` is above it, a file outside the folders of pages is the team's too.
    isContentGiven = arguments.has(.content) || content == "."
    templates = arguments[.templates]
    areTemplatesGiven = arguments.has(.templates)
    exclude = arguments[.exclude]
    today = try arguments[.now] ?? Surroundings.sourceDay()
    self.isWriting = isWriting
    let isDry = isWriting && arguments.has(.dryRun)
    if !arguments[.noCache], !isDry, let programIdentity {
      memory = Memory(program: programIdentity, cache: Surroundings.cache)
    }
    guard isWriting else { return }
    site = arguments[.site]
    withDrafts = arguments[.drafts]
  }

  /// - Throws: `UsageError` when nothing may be written to the site folder.
  static func checkSite(_ arguments: ParsedArguments) throws {
    var settings = Build.Settings()
    settings.content = arguments[.content]
    settings.templates = arguments[.templates]
    settings.site = arguments[.site]
    if let fault = try settings.siteFault(home: Surroundings.variable("HOME")) {
      throw UsageError("'--site \(settings.site)' \(fault); give the site a folder of its own")
    }
  }
}

extension LastRun {
  /// `nil` when nothing is remembered: with `--no-cache`, and with `--dry-run`, which writes nothing.
  init?(_ arguments: ParsedArguments) {
    if arguments[.noCache] || arguments[.dryRun] { return nil }
    self.init(in: arguments[.site], question: Surroundings.question)
  }

  /// `nil` when nothing is remembered: with `--no-cache`, for a check that changes files or writes a baseline, and for
  /// one of single files or of standard input.
  init?(checking arguments: ParsedArguments) throws {
    let isPlain =
      arguments[.fix] == nil && !arguments[.fixOnly] && arguments[.addAllow] == nil
      && !arguments[.diff] && arguments[.writeBaseline] == nil
      && !arguments.operands.contains("-")
      // What other programs and the network say changes without a file that changes.
      && !arguments[.online] && !arguments[.withAnsible] && !arguments[.withShellcheck]
    if arguments[.noCache] || !isPlain { return nil }
    var settings = try Build.Settings(arguments, isWriting: false)
    settings.paths = arguments.operands
    self.init(of: try Build(settings, files: .disk), question: Surroundings.question)
  }
}

extension Baseline {
  /// Reads a baseline from the disk.
  ///
  /// - Throws: A diagnostic about a line of it, or ``ContentError/unreadable(_:)``.
  fileprivate init(at path: String, in files: FileSource) throws {
    let file: SourceFile
    do {
      file = try files.file(path)
    } catch {
      throw ContentError.unreadable([error])
    }
    try self.init(parsing: file)
  }
}
