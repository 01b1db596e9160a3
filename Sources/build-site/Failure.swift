internal import Arguments
internal import Content
internal import Diagnostics
internal import Files
internal import Pipeline
internal import Publishing
internal import Serving
internal import Starting

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What is printed, and how the process ends, when the check did not run.
enum Failure {
  static func report(_ error: any Error) -> ExitCode {
    // A reader of standard output that has seen enough, such as `head`, needs no message.
    if let failure = error as? FileError, failure.code == EPIPE { return .io }
    let (lines, code) = verdict(on: error)
    StandardStream.error.tell(lines.map { "build-site: \($0.plainLine)\n" }.joined())
    return code
  }

  /// What is printed, without the name of the program.
  static func lines(on error: any Error) -> [String] { verdict(on: error).lines }

  /// A missing content folder mostly means that the command was given in another folder.
  private static func advice(on failure: FileError) -> String {
    let isMissingContent = failure.code == ENOENT && !failure.path.contains("/")
    return isMissingContent
      ? "\(failure); run this in the folder of your site.yml, name the content with --content, or begin with 'build-site init'"
      : failure.description
  }

  private static func verdict(on error: any Error) -> (lines: [String], code: ExitCode) {
    switch error {
    case ContentError.unreadable(let failures):
      return (failures.map(advice), .unreadable)
    case ContentError.nothing(let root):
      return (
        [
          fileName(of: root).contains(".")
            ? "'\(root)' is neither a review nor a runbook; nothing to check"
            : "no reviews or runbooks in '\(root)'; put Markdown files in \(root)/incidents or \(root)/runbooks"
        ], .unreadable
      )
    case MovesError.noRepository(let folder):
      return (
        ["'\(folder)' is not in a git repository, so earlier addresses are not known"], .unreadable
      )
    case MovesError.noCommit(let revision):
      return (["git knows no commit '\(revision)'"], .unreadable)
    case let error as RespondingError: return ([error.description], .unreadable)
    case let error as NewDocumentError: return ([error.description], .unreadable)
    case let error as UsageError: return ([error.message], .usage)
    case let error as ListenError: return ([error.description], .io)
    case let error as WriteError: return ([error.description], error.code)
    case let error as FileError: return ([error.description], .io)
    case let finding as Diagnostic:
      let place = finding.range.map { ":\($0.lowerBound.line):\($0.lowerBound.column)" } ?? ""
      return (["\(finding.path)\(place): \(finding.message)"], .unreadable)
    default: return (["\(error)"], .bug)
    }
  }
}

extension WriteError {
  fileprivate var code: ExitCode {
    switch self {
    case .refused: .findings
    case .held, .changed: .tryAgain
    case .disk: .io
    case .rendering(_, let reason): reason is FileError ? .io : .bug
    case .cancelled: .io
    }
  }
}
