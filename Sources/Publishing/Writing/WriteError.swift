package import Diagnostics
package import Files

/// Why nothing was written. The site is unchanged.
package enum WriteError: Error, Sendable {
  /// Mistakes of the author, or files in the way: sorted findings to report.
  case refused([Diagnostic])
  /// Another build holds the lock.
  case held(FileError)
  /// A file of the content or the site changed while the build was at work, so that what was checked is not
  /// what would be published.
  case changed(FileError)
  /// The disk failed.
  case disk(FileError)
  /// A page could not be rendered, and the reason is not a finding.
  case rendering(path: String, reason: any Error)
  /// The task was cancelled, or a signal came, before anything was published.
  case cancelled

  init(_ error: any Error) {
    switch error {
    case let error as WriteError: self = error
    case let error as FileError:
      switch error.reason {
      case .held: self = .held(error)
      case .changed: self = .changed(error)
      default: self = .disk(error)
      }
    // Task groups and sleeping tasks throw nothing else.
    default: self = .cancelled
    }
  }
}

extension WriteError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .refused(let findings): "\(findings.count) findings prevent the site from being written"
    case .held(let error), .disk(let error): error.description
    case .changed(let error): "\(error); nothing was written, so build again"
    case .rendering(let path, let reason): "cannot render \(path): \(reason)"
    case .cancelled: "stopped before anything was written"
    }
  }
}
