package import Checklist
package import Content
package import Diagnostics
package import Files
package import Vocabulary

/// The whole pipeline as one value: load, read, collect, judge, plan and write.
package struct Build: Sendable {
  package let settings: Settings
  /// Where the content and the templates are read from.
  package let files: FileSource
  /// The parts of the content that were asked for.
  let scopes: [Scope]
  /// Is told how far the work is.
  package var progress: Progress.Listener = { _ in }

  /// What to build or check, and from where.
  package struct Settings: Sendable {
    /// The content folder.
    package var content = "content"
    /// Whether the content folder was named: files outside it are then judged by its policy and settings.
    package var isContentGiven = false
    /// The Docusaurus project to write into.
    package var site = "site"
    /// The folder of the team's own templates, which take the place of those that the program brings.
    package var templates = "templates"
    /// Whether that folder was named, so that it must be there.
    package var areTemplatesGiven = false
    /// Whether a site is written, which needs the whole content.
    package var isWriting = false
    /// Whether the files beside the archive, which are for Docusaurus, stay as an earlier build left them.
    package var isArchiveOnly = false
    /// Whether the site contains drafts, marked as such.
    package var withDrafts = false
    /// Patterns of files that are left out, besides those in `site.yml`.
    package var exclude: [String] = []
    /// "Today" for everything that ages; `nil` for the newest day in the content.
    package var today: CalendarDay?
    /// Which of the findings are reported.
    package var selection = FindingSelection()
    /// The findings that the team has accepted.
    package var baseline: Baseline?
    /// Where what earlier runs found out is looked up and kept; `nil` to find out everything again.
    package var memory: Memory?
    /// The programs that are asked about the runbooks, besides what the build reads itself.
    package var checks: Set<ProgramCheck> = [.bash]
    /// Whether the addresses that documents link to are asked, and where their answers are kept.
    package var online: OnlineCheck?
    /// The files and folders to look at; empty for the whole content folder.
    package var paths: [String] = []

    package init() {}
  }

  /// Paths take the form that paths of the content have: relative to the working directory if they are
  /// inside it.
  ///
  /// - Throws: ``ContentError/unreadable(_:)`` with every path that does not exist.
  package init(_ settings: Settings, files: FileSource = .disk) throws {
    var settings = settings
    settings.content = contentPath(settings.content)
    settings.paths = settings.paths.map(contentPath)
    self.settings = settings
    self.files = files
    scopes =
      settings.paths.isEmpty
      ? [.whole(settings.content)] : try Scope.scopes(of: settings, in: files)
  }

  /// A check of a content folder, or of some paths in it or elsewhere.
  ///
  /// - Throws: ``ContentError/unreadable(_:)`` with every path that does not exist.
  package init(content: String, paths: [String] = [], files: FileSource = .disk) throws {
    var settings = Settings()
    settings.content = content
    settings.paths = paths
    try self.init(settings, files: files)
  }

  /// Loads, reads, collects, plans and judges everything that is to be checked. `rules` are those that the
  /// archive has a page for.
  ///
  /// - Throws: ``ContentError``, or `FileError` when the team's own templates cannot be read.
  package func checked(rules: [RuleDescription]) async throws -> CheckedContent {
    let outputs = try Outputs(for: self, rules: rules)
    let loaded = try await load(asking: settings.checks)
    progress(Progress(.judging))
    var folders: [PlannedContent] = []
    for (scope, content) in loaded {
      folders.append(
        await PlannedContent(
          scope: scope, content: content, outputs: outputs.all(for: scope), templates: outputs.hash)
      )
    }
    return try CheckedContent(of: folders, by: self)
  }

  /// Applies fixes to the documents that were asked for and returns only those that change.
  ///
  /// - Throws: ``ContentError``.
  package func fixed(by fixes: [Fix]) async throws -> [FixedDocument] {
    try await load().flatMap { scope, content in
      try content.fixed(by: fixes, source: files, covering: scope.covers)
    }
  }

  func loader(
    of scope: Scope, guide: ContentGuide? = nil, asking checks: Set<ProgramCheck> = []
  ) -> ContentLoader {
    ContentLoader(
      root: scope.root, today: settings.today, isWhole: scope.isContent, pages: scope.pages,
      source: files, exclude: settings.exclude, guide: guide,
      records: settings.recordFolder(of: scope), checks: checks, online: settings.online,
      progress: progress)
  }

  /// The content of each scope; the programs of `checks` are asked about its runbooks.
  ///
  /// - Throws: ``ContentError``; ``ContentError/nothing(root:)`` when none of the paths is a review, a
  ///   runbook or a settings file.
  func load(
    asking checks: Set<ProgramCheck> = []
  ) async throws -> [(scope: Scope, content: Content)] {
    var loaded: [(scope: Scope, content: Content)] = []
    var nothing: ContentError?
    let guide =
      try settings.isContentGiven && scopes.contains { !$0.isContent }
      && files.kind(settings.content) == .folder
      ? try await ContentLoader(
        root: settings.content, today: nil, pages: [], source: files, exclude: settings.exclude
      ).guide()
      : nil
    for scope in scopes {
      let loader = loader(of: scope, guide: scope.isContent ? nil : guide, asking: checks)
      do {
        loaded.append((scope, try await loader.load()))
      } catch ContentError.nothing(let root) {
        nothing = nothing ?? .nothing(root: scope.pages?.min() ?? root)
      }
    }
    if loaded.isEmpty, let nothing { throw nothing }
    let paths = scopes.flatMap(\.paths)
    if paths.allSatisfy({ path in !loaded.contains { $0.content.holds(path) } }) {
      throw ContentError.nothing(root: paths.first ?? "")
    }
    return loaded
  }
}

/// A path in the form that paths of the content have: relative to the working directory, without `.`,
/// doubled `/` or a trailing `/`. A path outside the working directory stays as it is.
package func contentPath(_ path: String) -> String {
  let here = workingFolder()
  if path == here || path == here + "/" { return "." }
  let isInside = here != "/" && path.hasPrefix(here + "/")
  let inner = isInside ? String(path.dropFirst(here.utf8.count + 1)) : path
  if let folded = foldedPath(inner) { return folded.isEmpty ? "." : folded }
  return inner.utf8.count > 1 && inner.utf8.last == 0x2F ? String(inner.dropLast()) : inner
}
