internal import Checklist
internal import Diagnostics
package import Files
internal import Incidents
internal import Learning
internal import Runbooks
package import Vocabulary

/// Why there is no content.
package enum ContentError: Error {
  /// Each names a path and what the system said.
  case unreadable([FileError])
  /// A folder without a review or a runbook in it.
  case nothing(root: String)
}

/// The load, read and collect stages: from a folder to a library, and to what is found on the way.
package struct ContentLoader: Sendable {
  /// Units a task reads: enough to make a task worth its start, few enough to keep memory flat.
  private static let chunk = 32

  let root: String
  private let today: CalendarDay?
  let isWhole: Bool
  let pages: Set<String>?
  let source: FileSource
  /// Patterns of files that are left out, besides those in `site.yml`.
  let exclude: [String]
  /// Used where the folder has no settings or no policy of its own.
  private let guide: ContentGuide?
  private let progress: Progress.Listener
  /// Where the records of units are kept; `nil` to read every unit.
  private let records: RecordFolder?
  /// The programs that are asked about the runbooks.
  private let checks: Set<ProgramCheck>
  /// Whether the addresses of links are asked.
  let online: OnlineCheck?

  /// - Parameters:
  ///   - root: the content folder as the user wrote it.
  ///   - today: overrides the newest day in the content.
  ///   - isWhole: whether the folder is all there is. In a part of a larger tree a link that leads out
  ///     of it is not wrong, only unknown.
  ///   - pages: the only documents that are asked about, when it is not all of them. Others are read as
  ///     far as these need them: the other document of an incident, what they link to, the policy. What
  ///     is found in those others says nothing.
  ///   - source: where the files are.
  ///   - exclude: patterns of files that are left out, besides those in `site.yml`.
  ///   - guide: the settings and the policy for documents outside the content folder.
  ///   - records: where the records of units are kept; `nil` to read every unit.
  ///   - checks: the programs that are asked about the runbooks.
  ///   - online: whether the addresses of links are asked.
  ///   - progress: is told how many documents have been read.
  package init(
    root: String, today: CalendarDay?, isWhole: Bool = true, pages: Set<String>? = nil,
    source: FileSource = .disk, exclude: [String] = [], guide: ContentGuide? = nil,
    records: RecordFolder? = nil, checks: Set<ProgramCheck> = [],
    online: OnlineCheck? = nil,
    progress: @escaping Progress.Listener = { _ in }
  ) {
    self.records = records
    self.checks = checks
    self.online = online
    self.progress = progress
    self.guide = guide
    self.root = root
    self.today = today
    self.isWhole = isWhole
    self.pages = pages
    self.source = source
    self.exclude = exclude
  }

  /// - Throws: ``ContentError``.
  package func load() async throws -> Content {
    let (layout, site) = try asked()
    let settings = try settings(of: layout, site)
    var configuration =
      (layout.site == nil ? guide?.configuration : nil) ?? settings.configuration
    var session = session(settings: (layout.site == nil ? guide?.settings : nil) ?? settings.hash)
    defer { session?.discard() }
    var read = try await readUnits(of: layout, configuration, &session)
    session?.finish()
    let pages = read.pages
    let levelFindings = configuration.levels.resolve(
      by: Library.scale(configuration, Library.process(among: read.runbooks) ?? guide?.process),
      path: layout.site ?? "")
    let (operations, operationsFindings) = operations(
      of: layout, configuration, read.runbooks)
    let reports = await ProgramReports.all(
      checks, of: read.runbooks, operations, run: source.run)
    let library = Library(
      configuration: configuration, incidents: read.takeIncidents(),
      runbooks: read.runbooks, pages: pages, words: read.words,
      assets: layout.assets.union(try linkedFiles(of: pages, configuration)),
      withheld: read.withheld,
      root: folderPrefix(root), isWhole: isWhole,
      process: guide?.process, today: today, operations: operations)
    // What single documents link to is no part of the question about them.
    let assets = await AssetRecord.all(
      linkedFrom: self.pages == nil ? pages : [], in: library, source, below: root)
    var suppressions = settings.suppressions
    suppressions.add(read.suppressions)
    return Content(
      library: library,
      findings: layout.diagnostics + LeftOutFile.findings(layout.leftOut) + settings.findings
        + levelFindings + read.findings + assets.findings + operationsFindings
        + reports.findings + linkFindings(of: library),
      suppressions: suppressions, hashes: read.hashes.merging(assets.hashes) { first, _ in first },
      isComplete: isWhole && self.pages == nil, settings: layout.settings,
      settingsHash: settings.hash,
      leftOut: layout.leftOut, runs: reports.runs, source: source,
      masks: settings.masks.merging(read.masks) { first, _ in first }
        .merging(assets.masks) { first, _ in first },
      quotes: read.quotes)
  }

  private func settings(
    of layout: ContentLayout, _ site: SourceFile?
  ) throws -> SettingsRecord {
    do {
      return try SettingsRecord(of: layout, site: site, in: source, root: root)
    } catch {
      throw ContentError.unreadable([error])
    }
  }

  /// `settings` is the hash of the settings files.
  private func session(settings: ContentHash) -> RecordSession? {
    records.map { RecordSession(in: $0, settings: settings, keeps: pages == nil) }
  }

  /// The runbooks first, since the incidents are held to the policy that one of them states.
  private func readUnits(
    of layout: ContentLayout, _ configuration: SiteConfiguration, _ session: inout RecordSession?
  ) async throws -> UnitRecord {
    var reader = reader(of: layout, configuration)
    var read = try await records(of: layout.runbooks + policyUnits(of: layout), reader, &session)
    let process = Library.process(among: read.runbooks) ?? guide?.process
    reader.incidents.scale = Library.scale(configuration, process)
    reader.process = process?.graded(by: reader.incidents.scale)
    read += try await records(of: layout.incidents, reader, &session)
    read += try await records(of: neighbours(of: read.pages, in: layout), reader, &session)
    return read
  }

  private func reader(
    of layout: ContentLayout, _ configuration: SiteConfiguration
  ) -> UnitReader {
    var configuration = configuration
    // Only what looks at all units needs them, so they are no part of what a record depends on.
    configuration.redirects = Redirects()
    return UnitReader(
      incidents: IncidentReader(
        vocabulary: HeadingVocabulary(adding: configuration.headings), clock: configuration.clock),
      runbooks: layout.runbookFolders, process: nil,
      configuration: configuration)
  }

  /// The settings and the policy of the folder, and nothing else of it.
  ///
  /// - Throws: ``ContentError/unreadable(_:)``.
  package func guide() async throws -> ContentGuide {
    let (listed, site) = try listed()
    let settings = try settings(of: listed, site)
    var layout = listed
    layout.keep([])
    var session: RecordSession?
    let read = try await records(
      of: policyUnits(of: layout), reader(of: layout, settings.configuration), &session)
    return ContentGuide(
      configuration: settings.configuration, settings: settings.hash,
      process: Library.process(among: read.runbooks))
  }

  /// A file that was asked for by its name may be a link; one that was found in the folder is none.
  func file(_ path: String) throws(FileError) -> SourceFile {
    pages?.contains(path) == true
      ? try source.file(path) : try source.file(path, below: root)
  }

  /// What all units come to, in their order; they are read in parallel.
  ///
  /// - Throws: ``ContentError/unreadable(_:)`` with every file that could not be read.
  private func records(
    of units: [ContentUnit], _ reader: UnitReader, _ session: inout RecordSession?
  ) async throws -> UnitRecord {
    let starts = Array(stride(from: 0, to: units.count, by: Self.chunk))
    let memory = session?.memory(of: reader)
    return try await withThrowingTaskGroup(of: (Int, UnitBatch).self) { group in
      for start in starts {
        let some = units[start..<min(start + Self.chunk, units.count)]
        group.addTask { (start, UnitBatch(of: some, by: reader, memory, in: source, file: file)) }
      }
      var all = UnitRecord()
      all.reserve(units.count)
      var waiting: [Int: UnitRecord] = [:]
      var next = 0
      var read = 0
      var failures: [FileError] = []
      for try await (start, batch) in group {
        failures += batch.failures
        session?.take(batch)
        read += min(Self.chunk, units.count - start)
        progress(Progress(.reading, files: (read, units.count)))
        waiting[start] = batch.record
        // Each chunk is taken in as soon as those before it are, and does not wait for the end.
        while let record = waiting.removeValue(forKey: next) {
          all += record
          next += Self.chunk
        }
      }
      if !failures.isEmpty {
        throw ContentError.unreadable(failures.sorted { bytesPrecede($0.path, $1.path) })
      }
      return all
    }
  }
}
