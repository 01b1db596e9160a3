internal import Diagnostics
internal import Files

/// The findings about the site folder itself.
extension SiteFolder {
  func wasChangedByHand(_ file: OutputFile) -> Diagnostic {
    Diagnostic(
      code: "BS042", level: .error, path: path(file.path),
      message: "'\(file.path)' was edited by hand after the build wrote it",
      help: "make the change in '\(file.origin)', and delete the file so that it is written again")
  }

  func isForeign(_ file: OutputFile) -> Diagnostic {
    Diagnostic(
      code: "BS043", level: .error, path: path(file.path),
      message: "'\(file.path)' was not written by the build, but is where it would write a page",
      help: file.source == nil
        ? "move the file away"
        : "move the file away, or give the page of '\(file.origin)' another path")
  }

  /// The obstacle is at the path of a page, or at that of a folder the page lies in.
  func isInTheWay(_ obstacle: String, _ kind: FileStatus.Kind) -> Diagnostic {
    let name =
      switch kind {
      case .file: "a file"
      case .folder: "a folder"
      case .link: "a symbolic link"
      case .other: "a device or pipe"
      }
    return Diagnostic(
      code: "BS043", level: .error, path: path(obstacle),
      message: "'\(obstacle)' is \(name) where the build would write",
      help: "move it away; the build never writes through it")
  }

  var hasForeignState: Diagnostic {
    Diagnostic(
      code: "BS043", level: .error, path: state,
      message: "'.build-site' holds files, but none of them is from a build",
      help: "give that folder another name; the build keeps its own state in '.build-site'")
  }

  var hasBrokenManifest: Diagnostic {
    Diagnostic(
      code: "BS044", level: .warning, path: manifest,
      message: "the manifest is damaged, so no file counts as the build's own",
      help:
        "delete the files that are in the way, or everything that the build wrote, and build again")
  }
}
