internal import Diagnostics
internal import Files

extension FileError {
  /// The finding about a file or folder of the content that the build may not read; `nil` for any other failure.
  var closedFinding: Diagnostic? {
    guard isDenied else { return nil }
    return Diagnostic(
      code: "BS068", level: .error, path: path, message: "\(reason): it cannot be read",
      help: "give the user who runs the build the right to read it, as 'chmod a+r' does")
  }
}
