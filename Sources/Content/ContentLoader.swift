internal import Checklist
package import Diagnostics
package import Files
package import Incidents
package import Learning
internal import Runbooks

/// Everything that was read, and the verdict on it.
package struct Content: Sendable {
  package var library: Library
  /// Sorted; of every file and of what connects them, without what is suppressed.
  package var diagnostics: [Diagnostic]
  /// What the authors allow.
  package var suppressed: [Diagnostic]
  /// The settings files among what was read.
  package var settings: [String]

  package var errorCount: Int { diagnostics.count { $0.level == .error } }
}

/// Why there is no content to speak of.
package enum ContentError: Error {
  /// Each names a path and what the system said.
  case unreadable([FileError])
  /// A folder without a review or a runbook in it.
  case nothing(root: String)
}

/// The load, read, collect and check stages: from a folder to a library and its findings.
package struct ContentLoader: Sendable {
  /// Units a task reads: enough to make a task worth its start, few enough to keep memory flat.
  private static let chunk = 32

  let root: String
  private let today: CalendarDay?
  let isWhole: Bool
  let pages: Set<String>?
  let source: ContentSource

  /// - Parameters:
  ///   - root: the content folder as the user wrote it.
  ///   - today: overrides the newest day in the content.
  ///   - isWhole: whether the folder is all there is. In a part of a larger tree a link that leads out
  ///     of it is not wrong, only unknown.
  ///   - pages: the only documents that are asked about, when it is not all of them. Others are read as
  ///     far as these need them: the other document of an incident, what they link to, the policy. What
  ///     is found in those others says nothing.
  ///   - source: where the files are.
  package init(
    root: String, today: CalendarDay?, isWhole: Bool = true, pages: Set<String>? = nil,
    source: ContentSource = .disk
  ) {
    self.root = root
    self.today = today
    self.isWhole = isWhole
    self.pages = pages
    self.source = source
  }

  /// - Throws: ``ContentError``.
  package func load() async throws -> Content {
    let layout = try layout()
    var settings = SiteConfigurationReader()
    let settingsFindings = try read(layout, into: &settings)

    let reader = IncidentReader(
      vocabulary: HeadingVocabulary(adding: settings.configuration.headings))
    let folder = layout.hasPlaces ? joinedPath(root, "runbooks") : nil
    let runbookReadings = try await Self.readings(
      of: layout.runbooks + policyUnits(of: layout),
      UnitReader(source: source, incidents: reader, runbooks: folder, policy: ResponsePolicy()))
    let runbooks = runbookReadings.compactMap(\.item.runbook)
    let policy = Library.process(among: runbooks)?.policy ?? ResponsePolicy()
    let unitReader = UnitReader(
      source: source, incidents: reader, runbooks: folder, policy: policy)
    var readings =
      try await runbookReadings + Self.readings(of: layout.incidents, unitReader)
    readings += try await Self.readings(
      of: neighbours(of: readings, in: layout), unitReader)
    let pages = readings.flatMap(\.item.pages)
    var library = Library(
      configuration: settings.configuration,
      incidents: readings.compactMap(\.item.incident),
      runbooks: readings.compactMap(\.item.runbook), pages: pages,
      assets: layout.assets.union(try linkedFiles(of: pages)),
      root: root == "." ? "" : root + "/", isWhole: isWhole, today: today)
    let diagnostics =
      layout.diagnostics + settingsFindings + readings.flatMap(\.item.diagnostics)
      + Rule.all.flatMap { $0.diagnostics(in: library) }
    let suppressions = readings.reduce(into: SuppressionReading()) { $0.add($1.suppressions) }
    let (kept, suppressed) = suppressions.applied(
      to: diagnostics, isWhole: isWhole && self.pages == nil)
    library.errorCounts = kept.reduce(into: [:]) { counts, finding in
      if finding.level == .error { counts[finding.path, default: 0] += 1 }
    }
    return Content(
      library: library, diagnostics: quoted(kept).sorted(), suppressed: suppressed,
      settings: [layout.site, layout.authors, layout.tags].compactMap(\.self))
  }

  private func read(
    _ layout: ContentLayout, into settings: inout SiteConfigurationReader
  ) throws -> [Diagnostic] {
    var files: [SourceFile] = []
    do {
      for (path, role) in [(layout.site, 0), (layout.authors, 1), (layout.tags, 2)] {
        guard let path else { continue }
        let file = SourceFile(path: path, bytes: try source.read(path))
        files.append(file)
        switch role {
        case 0: settings.readSite(file)
        case 1: settings.readAuthors(file)
        default: settings.readTags(file)
        }
      }
    } catch {
      throw ContentError.unreadable([error])
    }
    return settings.diagnostics.map { finding in
      files.first { $0.path == finding.path }.map { finding.quoting($0) } ?? finding
    }
  }

  /// The readings of all units in their order, made in parallel.
  ///
  /// - Throws: ``ContentError/unreadable(_:)`` with every file that could not be read.
  private static func readings(of units: [ContentUnit], _ reader: UnitReader) async throws
    -> [UnitReading]
  {
    let starts = Array(stride(from: 0, to: units.count, by: chunk))
    return try await withThrowingTaskGroup(of: (Int, [UnitReading], [FileError]).self) { group in
      for start in starts {
        group.addTask {
          var readings: [UnitReading] = []
          var failures: [FileError] = []
          for unit in units[start..<min(start + chunk, units.count)] {
            do throws(FileError) {
              readings.append(try reader.read(unit))
            } catch {
              failures.append(error)
            }
          }
          return (start, readings, failures)
        }
      }
      var chunks: [(start: Int, readings: [UnitReading])] = []
      var failures: [FileError] = []
      for try await (start, readings, failed) in group {
        chunks.append((start, readings))
        failures += failed
      }
      if !failures.isEmpty {
        throw ContentError.unreadable(failures.sorted { bytesPrecede($0.path, $1.path) })
      }
      return chunks.sorted { $0.start < $1.start }.flatMap(\.readings)
    }
  }

  /// Findings between pages come without their lines: few files are read again for them.
  private func quoted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var files: [String: SourceFile] = [:]
    return diagnostics.map { finding in
      guard finding.range != nil, finding.excerpt == nil else { return finding }
      if files[finding.path] == nil, let bytes = try? source.read(finding.path) {
        files[finding.path] = SourceFile(path: finding.path, bytes: bytes)
      }
      return files[finding.path].map { finding.quoting($0) } ?? finding
    }
  }
}

extension ContentItem {
  fileprivate var incident: Incident? {
    if case .incident(let incident) = subject { incident } else { nil }
  }

  fileprivate var runbook: Runbook? {
    if case .runbook(let runbook) = subject { runbook } else { nil }
  }
}
