internal import Arguments
internal import Content
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Option<InspectionFormat> {
  static let inspectionFormat = Option(
    "format", among: InspectionFormat.all, named: \.name, default: .json,
    help: "json: one object per line; text: one fact per line, with its line number")
}

extension Command {
  static let inspect = Command(
    name: "inspect", summary: "show how reviews are understood, and which lines are not",
    operands: [Operand("PATH", .several, help: "files, or folders with Markdown files")],
    options: [Option.inspectionFormat, Option.content]
  ) { arguments in
    let reader = try Inspecting.reader(content: arguments[.content])
    let format = arguments[.inspectionFormat]
    let paths = try Inspecting.files(at: arguments.operands)
    try StandardStream.output.write(try await Inspecting.text(of: paths, reader, as: format))
    return .clean
  }
}

/// The steps of the command `inspect`.
private enum Inspecting {
  /// Files a task reads.
  private static let chunk = 32

  /// A reader with the team's own headings, when there is a content folder.
  static func reader(content: String) throws -> IncidentReader {
    let path = joinedPath(content, "site.yml")
    guard try fileStatus(of: path) != nil else { return IncidentReader() }
    var settings = SiteConfigurationReader()
    settings.readSite(SourceFile(path: path, bytes: try readFile(path)))
    return IncidentReader(vocabulary: HeadingVocabulary(adding: settings.configuration.headings))
  }

  /// The operands that are files, as given, and the Markdown files of those that are folders.
  ///
  /// - Throws: ``ContentError/unreadable(_:)`` with every operand that is not there.
  static func files(at operands: [String]) throws -> [String] {
    var paths: [String] = []
    var failures: [FileError] = []
    for operand in operands {
      do throws(FileError) {
        switch try fileStatus(of: operand)?.kind {
        case nil: throw FileError(path: operand, code: ENOENT)
        case .folder?:
          paths += try walk(operand).filter {
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
    return paths
  }

  static func text(
    of paths: [String], _ reader: IncidentReader, as format: InspectionFormat
  ) async throws -> [UInt8] {
    let starts = Array(stride(from: 0, to: paths.count, by: chunk))
    return try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for start in starts {
        group.addTask {
          var text: [UInt8] = []
          for path in paths[start..<min(start + chunk, paths.count)] {
            let file = SourceFile(path: path, bytes: try readFile(path))
            let isTimeline = ["timeline.md", "timeline.mdx"].contains(fileName(of: path))
            for inspection in reader.inspect(
              DocumentReading(parsing: file), isTimeline: isTimeline)
            {
              text += format.text(inspection)
            }
          }
          return (start, text)
        }
      }
      var chunks: [(start: Int, text: [UInt8])] = []
      for try await chunk in group { chunks.append((chunk.0, chunk.1)) }
      return chunks.sorted { $0.start < $1.start }.flatMap(\.text)
    }
  }
}
