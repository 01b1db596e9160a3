internal import Checklist
package import Diagnostics
package import Files
package import Incidents
package import Learning
internal import Runbooks

/// Everything that was read, and the verdict on it.
package struct Content: Sendable {
  package var library: Library
  /// Sorted; of every file and of what connects them.
  package var diagnostics: [Diagnostic]

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

  private let root: String
  private let today: CalendarDay?
  private let isWhole: Bool

  /// - Parameters:
  ///   - root: the content folder as the user wrote it.
  ///   - today: overrides the newest day in the content.
  ///   - isWhole: whether the folder is all there is. In a part of a larger tree a link that leads out
  ///     of it is not wrong, only unknown.
  package init(root: String, today: CalendarDay?, isWhole: Bool = true) {
    self.root = root
    self.today = today
    self.isWhole = isWhole
  }

  /// - Throws: ``ContentError``.
  package func load() async throws -> Content {
    let layout = ContentLayout(try Self.found(in: root), root: root)
    if !layout.failures.isEmpty { throw ContentError.unreadable(layout.failures) }
    if layout.isEmpty { throw ContentError.nothing(root: root) }
    var settings = SiteConfigurationReader(codes: Rule.configurable)
    let settingsFindings = try read(layout, into: &settings)

    let reader = IncidentReader(
      vocabulary: HeadingVocabulary(adding: settings.configuration.headings))
    let folder = layout.hasPlaces ? joinedPath(root, "runbooks") : nil
    let runbookItems = try await Self.items(
      layout.runbooks,
      UnitReader(
        incidents: reader, runbooks: folder, process: nil, configuration: settings.configuration))
    let runbooks = runbookItems.compactMap(\.runbook)
    let incidentItems = try await Self.items(
      layout.incidents,
      UnitReader(
        incidents: reader, runbooks: folder, process: Library.process(among: runbooks),
        configuration: settings.configuration))

    let items = runbookItems + incidentItems
    var library = Library(
      configuration: settings.configuration, incidents: incidentItems.compactMap(\.incident),
      runbooks: runbooks, pages: items.flatMap(\.pages), assets: layout.assets,
      root: root == "." ? "" : root + "/", isWhole: isWhole, today: today)
    var diagnostics = layout.diagnostics + settingsFindings + items.flatMap(\.diagnostics)
    diagnostics += Self.quoted(Rule.all.flatMap { $0.diagnostics(in: library) })
    diagnostics = library.configuration.levels.applied(
      to: diagnostics, severities: library.severities)
    library.errorCounts = diagnostics.reduce(into: [:]) { counts, finding in
      if finding.level == .error { counts[finding.path, default: 0] += 1 }
    }
    return Content(library: library, diagnostics: diagnostics.sorted())
  }

  private static func found(in root: String) throws -> [FoundFile] {
    do {
      return try walk(root)
    } catch {
      throw ContentError.unreadable([error])
    }
  }

  private func read(
    _ layout: ContentLayout, into settings: inout SiteConfigurationReader
  ) throws -> [Diagnostic] {
    var files: [SourceFile] = []
    do {
      for (path, role) in [(layout.site, 0), (layout.authors, 1), (layout.tags, 2)] {
        guard let path else { continue }
        let file = SourceFile(path: path, bytes: try readFile(path))
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

  /// The items of all units in their order, read in parallel.
  ///
  /// - Throws: ``ContentError/unreadable(_:)`` with every file that could not be read.
  private static func items(_ units: [ContentUnit], _ reader: UnitReader) async throws
    -> [ContentItem]
  {
    let starts = Array(stride(from: 0, to: units.count, by: chunk))
    return try await withThrowingTaskGroup(of: (Int, [ContentItem], [FileError]).self) { group in
      for start in starts {
        group.addTask {
          var items: [ContentItem] = []
          var failures: [FileError] = []
          for unit in units[start..<min(start + chunk, units.count)] {
            do throws(FileError) {
              items.append(try reader.item(unit))
            } catch {
              failures.append(error)
            }
          }
          return (start, items, failures)
        }
      }
      var chunks: [(start: Int, items: [ContentItem])] = []
      var failures: [FileError] = []
      for try await (start, items, failed) in group {
        chunks.append((start, items))
        failures += failed
      }
      if !failures.isEmpty {
        throw ContentError.unreadable(failures.sorted { bytesPrecede($0.path, $1.path) })
      }
      return chunks.sorted { $0.start < $1.start }.flatMap(\.items)
    }
  }

  /// Findings between pages come without the text of their lines: few files are read again for them. An
  /// empty range stands for its whole line.
  private static func quoted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    // In the order of the files, so that each is read once and none is kept.
    var file: SourceFile?
    return diagnostics.sorted().map { finding in
      guard finding.range != nil, finding.excerpt == nil else { return finding }
      if file?.path != finding.path {
        file = (try? readFile(finding.path)).map { SourceFile(path: finding.path, bytes: $0) }
      }
      return file.map { finding.onWholeLine(of: $0).quoting($0) } ?? finding
    }
  }
}

extension Diagnostic {
  fileprivate func onWholeLine(of file: SourceFile) -> Diagnostic {
    guard let range, range.isEmpty, (1...file.lineCount).contains(range.lowerBound.line) else {
      return self
    }
    var copy = self
    copy.range = file.range(ofLine: range.lowerBound.line)
    return copy
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
