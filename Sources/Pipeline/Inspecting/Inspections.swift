internal import Content
internal import Diagnostics
package import Files
internal import Incidents
internal import Learning

/// What is understood of the reviews in some files, and which lines are not understood.
package struct Inspections: Sendable {
  /// How many files one task reads.
  private static let chunk = 32

  private let paths: [String]
  private let reader: IncidentReader
  private let files: FileSource

  /// The operands that are files, as given, and the Markdown files in those that are folders. With a
  /// content folder, the team's own headings are known.
  ///
  /// - Throws: ``ContentError/unreadable(_:)`` with every operand that does not exist.
  package init(of operands: [String], content: String, files: FileSource = .disk) throws {
    var paths: [String] = []
    var failures: [FileError] = []
    for operand in operands {
      do throws(FileError) {
        switch try files.kind(operand) {
        case nil: throw FileError(path: operand, code: missingFile)
        case .folder?:
          paths += try files.list(operand, true).filter {
            $0.kind == .file && ContentLayout.isMarkdown($0.path)
          }
          .map { joinedPath(operand, $0.path) }
        default: paths.append(operand)
        }
      } catch {
        failures.append(error)
      }
    }
    if !failures.isEmpty { throw ContentError.unreadable(failures) }
    self.paths = paths
    self.files = files
    let site = joinedPath(content, "site.yml")
    guard try files.kind(site) != nil else {
      reader = IncidentReader()
      return
    }
    var settings = SiteConfigurationReader()
    settings.readSite(try files.file(site))
    reader = IncidentReader(vocabulary: HeadingVocabulary(adding: settings.configuration.headings))
  }

  /// All inspections, in the order of the files.
  package func text(as format: InspectionFormat) async throws -> [UInt8] {
    let starts = Array(stride(from: 0, to: paths.count, by: Self.chunk))
    return try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for start in starts {
        group.addTask {
          var text: [UInt8] = []
          for path in paths[start..<min(start + Self.chunk, paths.count)] {
            text += try self.text(of: path, as: format)
          }
          return (start, text)
        }
      }
      var chunks: [(start: Int, text: [UInt8])] = []
      for try await chunk in group { chunks.append((chunk.0, chunk.1)) }
      return chunks.sorted { $0.start < $1.start }.flatMap(\.text)
    }
  }

  private func text(of path: String, as format: InspectionFormat) throws -> [UInt8] {
    let isTimeline = DocumentName(path)?.role == .timeline
    let document = DocumentReading(parsing: try files.file(path))
    return reader.inspect(document, isTimeline: isTimeline).flatMap(format.text)
  }
}
