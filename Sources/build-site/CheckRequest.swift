internal import Arguments
internal import Checklist
internal import Content
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning
internal import Vocabulary

/// What a call of `check` asks for: which files, from where, and what is known of them.
struct CheckRequest {
  let scopes: [CheckScope]
  let source: FileSource
  let today: CalendarDay?
  let baseline: Baseline?
  /// The path of the text on standard input; `nil` when there is none.
  let unsaved: String?

  init(_ arguments: ParsedArguments) throws {
    if arguments[.baseline] != nil, arguments[.writeBaseline] != nil {
      throw UsageError("'--baseline' and '--write-baseline' exclude each other")
    }
    let content = Self.relative(arguments[.content])
    let isPiped = arguments.operands.contains("-")
    if arguments.has(.stdinPath), !isPiped {
      throw UsageError("'--stdin-path' names the text of '-', which is not among the paths")
    }
    let unsaved = isPiped ? Self.relative(arguments[.stdinPath]) : nil
    self.unsaved = unsaved
    today = arguments[.now] ?? Surroundings.sourceDay
    let paths = arguments.operands.map { $0 == "-" ? unsaved ?? $0 : Self.relative($0) }
    scopes =
      paths.isEmpty
      ? [.whole(content)]
      : try CheckScope.scopes(of: paths, content: content, unsaved: unsaved)
    baseline = try arguments[.baseline].map { try Baseline(at: $0) }
    source = try unsaved.map { .disk.replacing([$0: try readStandardInput()]) } ?? .disk
  }

  func covers(_ path: String) -> Bool { scopes.contains { $0.covers(path) } }

  /// - Throws: ``ContentError``; ``ContentError/nothing(root:)`` when no path is one of a review, a runbook
  ///   or a file of settings.
  func load() async throws -> [(scope: CheckScope, content: Content)] {
    var loaded: [(scope: CheckScope, content: Content)] = []
    var nothing: ContentError?
    for scope in scopes {
      let loader = ContentLoader(
        root: scope.root, today: today, isWhole: scope.isContent, pages: scope.pages,
        source: source)
      do {
        loaded.append((scope, try await loader.load()))
      } catch ContentError.nothing(let root) {
        nothing = nothing ?? .nothing(root: scope.pages?.min() ?? root)
      }
    }
    if loaded.isEmpty, let nothing { throw nothing }
    let paths = scopes.flatMap(\.paths)
    if passedBy(loaded).count == paths.count {
      throw ContentError.nothing(root: paths.first ?? "")
    }
    return loaded
  }

  /// The paths that are asked about and are no documents, in the order of the command line.
  func passedBy(_ loaded: [(scope: CheckScope, content: Content)]) -> [String] {
    scopes.flatMap(\.paths).filter { path in !loaded.contains { $0.content.holds(path) } }
  }

  /// As the paths of the content are: relative to the working directory, without `.` and doubled `/`.
  private static func relative(_ path: String) -> String {
    let here = workingFolder()
    let isInside = here != "/" && path.hasPrefix(here + "/")
    let inner = isInside ? String(path.dropFirst(here.utf8.count + 1)) : path
    if let folded = foldedPath(inner) { return folded.isEmpty ? "." : folded }
    return inner.utf8.count > 1 && inner.utf8.last == 0x2F ? String(inner.dropLast()) : inner
  }
}

extension Content {
  /// Whether a path is one of its documents or settings, or a folder with one in it.
  fileprivate func holds(_ path: String) -> Bool {
    let read = library.pages.keys + settings + diagnostics.map(\.path)
    return path == "." || read.contains { $0 == path || $0.hasPrefix(path + "/") }
  }
}

extension Baseline {
  /// Reads a baseline from the disk.
  ///
  /// - Throws: A diagnostic about a line of it, or ``ContentError/unreadable(_:)``.
  init(at path: String) throws {
    let bytes: [UInt8]
    do {
      bytes = try readFile(path)
    } catch {
      throw ContentError.unreadable([error])
    }
    try self.init(parsing: SourceFile(path: path, bytes: bytes))
  }
}
