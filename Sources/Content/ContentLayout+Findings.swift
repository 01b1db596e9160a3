internal import Diagnostics
internal import Files

extension ContentLayout {
  /// An `.mdx` file beside an `.md` file of the same name.
  static func twinFinding(_ path: String) -> Diagnostic {
    let name = fileName(of: path)
    return Diagnostic(
      code: "BS061", level: .error, path: path,
      message: "'\(name)' and '\(name.dropLast())' would be one page, so only the latter is read",
      help: "keep one of the two, or rename one")
  }

  /// Of two files whose paths differ only in how characters such as 'é' are put together, the second.
  static func spellingFinding(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "BS061", level: .error, path: path,
      message:
        "'\(fileName(of: path))' is here twice, with accents put together in two ways, so only one is read",
      help: "keep one of the two, or rename one")
  }

  static func irregularFinding(_ path: String, _ kind: String) -> Diagnostic {
    Diagnostic(
      code: "BS067", level: .error, path: path,
      message: "'\(fileName(of: path))' is \(kind), not a regular file, so it is not read",
      help: "put a file in its place, or give it another name or place")
  }

  static func linkFinding(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "BS009", level: .warning, path: path, message: "symbolic link is not followed",
      help: "replace it with the file itself")
  }

  static func depthFinding(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "BS009", level: .warning, path: path,
      message: "folder is more than \(deepestFolder) levels deep, so it is not read",
      help: "move it up")
  }
}
