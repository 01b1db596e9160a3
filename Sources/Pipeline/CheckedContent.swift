internal import Checklist
internal import Content
internal import Diagnostics
internal import Files
package import Learning
package import Publishing

/// A folder's content with the plan of all its pages, limited to what was asked for.
struct PlannedContent: Sendable {
  let scope: Scope
  let content: Content
  let outputs: [Output]
  /// The bytes of all templates; `nil` when no site is written.
  let templates: ContentHash?
  let plan: OutputPlan
  /// What the rules that look at the library and the checks of the outputs find, in no order.
  let found: [Diagnostic]

  /// Plans all pages while the rules look at the library.
  init(scope: Scope, content: Content, outputs: [Output], templates: ContentHash? = nil) async {
    self.scope = scope
    self.content = content
    self.outputs = outputs
    self.templates = templates
    async let found = Self.findings(in: content.library, outputs)
    plan = OutputPlan(outputs.flatMap { $0.plan(content.library) })
    self.found = await found
  }

  private static func findings(in library: Library, _ outputs: [Output]) async -> [Diagnostic] {
    Rule.all.flatMap { $0.diagnostics(in: library) } + outputs.flatMap { $0.check(library) }
  }
}

extension PlannedContent {
  /// The hash of each file that the plan copies, as it is now.
  ///
  /// - Throws: ``ContentError/unreadable(_:)``.
  fileprivate func copies(from files: FileSource) throws(ContentError) -> [String: ContentHash] {
    var hashes: [String: ContentHash] = [:]
    var failures: [FileError] = []
    for path in plan.files.compactMap(\.copied) where hashes[path] == nil {
      // Those that were looked through are copied as they were then.
      if let known = content.hashes[path] {
        hashes[path] = known
        continue
      }
      do throws(FileError) {
        hashes[path] = ContentHash(of: try files.readBelow(path, scope.root))
      } catch {
        failures.append(error)
      }
    }
    if !failures.isEmpty { throw .unreadable(failures) }
    return hashes
  }
}

/// The result of a build before anything is written.
package struct CheckedContent: Sendable {
  package let judgement: Judgement
  /// The paths that were asked for but are neither documents nor settings, in the order given.
  package let passedBy: [String]
  /// The programs that were run because somebody asked for it, as a phrase each.
  package var runs: [String] { folders.flatMap(\.content.runs) }
  private let folders: [PlannedContent]
  private let build: Build
  /// The bytes of the files that are copied into the site; empty for a check.
  private let copies: [String: ContentHash]

  var settings: Build.Settings { build.settings }
  /// The settings files that were read.
  var settingsFiles: [String] { folders.flatMap(\.content.settings) }
  /// Where what earlier runs found out is kept; `nil` when nothing is.
  var recordsPath: String? { settings.recordFolder(of: folders[0].scope)?.path }

  /// How many incidents and runbooks the site leaves out as drafts.
  package var draftsLeftOut: Int { build.settings.withDrafts ? 0 : library.draftCount }

  /// The collected library; with several folders, that of the first.
  package var library: Library { folders[0].content.library }

  /// - Precondition: There is at least one folder.
  /// - Throws: ``ContentError/unreadable(_:)`` with every file that is to be copied but cannot be read.
  init(of folders: [PlannedContent], by build: Build) throws(ContentError) {
    self.folders = folders
    self.build = build
    copies = build.settings.isWriting ? try folders[0].copies(from: build.files) : [:]
    judgement = Judgement(of: folders, baseline: build.settings.baseline)
      .reporting(build.settings.selection)
    passedBy = build.scopes.flatMap(\.paths).filter { path in
      !folders.contains { $0.content.holds(path) }
    }
  }

  /// Every file of the site, except those that cannot be written and that the team does without.
  package var plan: OutputPlan {
    let plan = sitePlan
    return judgement.isWaiving ? plan.leavingOut(judgement.isWaived) : plan
  }

  /// The judged plan has a page for every document; that of the site has none for a draft.
  private var sitePlan: OutputPlan {
    guard library.hasHiddenPages else { return folders[0].plan }
    let published = library.published(withDrafts: build.settings.withDrafts)
    return OutputPlan(folders[0].outputs.flatMap { $0.plan(published) })
  }

  /// - Throws: ``WriteError``; the site is then unchanged.
  package func write() async throws(WriteError) -> WriteSummary {
    let records = build.settings.recordFolder(of: folders[0].scope)
    let summary = try await writer.write(plan)
    build.settings.settleRecords(from: records)
    return summary
  }

  /// What ``write()`` would do, with the bytes before and after if it shows changes.
  package func preview(showingChanges: Bool = false) async throws(WriteError) -> WritePreview {
    try await writer.preview(plan, showingChanges: showingChanges)
  }

  /// What is rendered is what was checked, byte for byte.
  private var writer: SiteWriter {
    let hashes = folders[0].content.hashes.merging(copies) { first, _ in first }
    return SiteWriter(
      root: build.settings.site,
      documents: build.files.expecting(hashes, below: build.settings.content),
      errors: judgement.errors, inputs: folders[0].inputs(sources: hashes),
      isArchiveOnly: build.settings.isArchiveOnly,
      progress: build.progress)
  }
}

extension Content {
  /// Whether a path is one of its documents or settings files, or a folder that contains one.
  func holds(_ path: String) -> Bool {
    let aside = Set(leftOut.map(\.path))
    let read = library.pages.keys + settings + findings.map(\.path).filter { !aside.contains($0) }
    return path == "." || read.contains { $0 == path || $0.hasPrefix(path + "/") }
  }
}
