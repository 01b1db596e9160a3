internal import Checklist
package import Diagnostics
package import Files
internal import Incidents
package import Learning
internal import Runbooks
package import Vocabulary

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
  let source: FileSource

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
    source: FileSource = .disk
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
    var settings = SiteConfigurationReader(codes: Rule.configurable)
    let settingsFindings = try read(layout, into: &settings)
    let configuration = settings.configuration
    var read = try await readUnits(of: layout, configuration)
    let pages = read.pages
    let library = Library(
      configuration: configuration, incidents: read.takeIncidents(), runbooks: read.runbooks,
      pages: pages, assets: layout.assets.union(try linkedFiles(of: pages)),
      root: root == "." ? "" : root + "/", isWhole: isWhole, today: today)
    var diagnostics = layout.diagnostics + settingsFindings + read.diagnostics
    diagnostics += Rule.all.flatMap { $0.diagnostics(in: library) }
    diagnostics = configuration.levels.applied(
      to: diagnostics, severities: library.severities, document: library.document)
    let (kept, suppressed) = read.suppressions.applied(
      to: diagnostics, isWhole: isWhole && self.pages == nil)
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
        let file = try source.file(path)
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

  /// The runbooks first, since the incidents are held to the policy that one of them states.
  private func readUnits(
    of layout: ContentLayout, _ configuration: SiteConfiguration
  ) async throws -> ReadContent {
    var reader = UnitReader(
      source: source,
      incidents: IncidentReader(vocabulary: HeadingVocabulary(adding: configuration.headings)),
      runbooks: layout.hasPlaces ? joinedPath(root, "runbooks") : nil, process: nil,
      configuration: configuration)
    var read = try await Self.read(layout.runbooks + policyUnits(of: layout), reader)
    reader.process = Library.process(among: read.runbooks)
    read += try await Self.read(layout.incidents, reader)
    read += try await Self.read(neighbours(of: read.pages, in: layout), reader)
    return read
  }

  /// What all units come to, in their order; they are read in parallel.
  ///
  /// - Throws: ``ContentError/unreadable(_:)`` with every file that could not be read.
  private static func read(
    _ units: [ContentUnit], _ reader: UnitReader
  ) async throws -> ReadContent {
    let starts = Array(stride(from: 0, to: units.count, by: chunk))
    return try await withThrowingTaskGroup(of: (Int, ReadContent, [FileError]).self) { group in
      for start in starts {
        group.addTask {
          var content = ReadContent()
          var failures: [FileError] = []
          for unit in units[start..<min(start + chunk, units.count)] {
            do throws(FileError) {
              try reader.read(unit, into: &content)
            } catch {
              failures.append(error)
            }
          }
          return (start, content, failures)
        }
      }
      var all = ReadContent()
      var waiting: [Int: ReadContent] = [:]
      var next = 0
      var failures: [FileError] = []
      for try await (start, content, failed) in group {
        failures += failed
        waiting[start] = content
        // Each chunk is taken in as soon as those before it are, and does not wait for the end.
        while let content = waiting.removeValue(forKey: next) {
          all += content
          next += chunk
        }
      }
      if !failures.isEmpty {
        throw ContentError.unreadable(failures.sorted { bytesPrecede($0.path, $1.path) })
      }
      return all
    }
  }

  /// Findings between pages come without the text of their lines: few files are read again for them. An
  /// empty range stands for its whole line.
  private func quoted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    // In the order of the files, so that each is read once and none is kept.
    var file: SourceFile?
    return diagnostics.sorted().map { finding in
      guard finding.range != nil, finding.excerpt == nil else { return finding }
      if file?.path != finding.path {
        file = (try? source.read(finding.path)).map { SourceFile(path: finding.path, bytes: $0) }
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
