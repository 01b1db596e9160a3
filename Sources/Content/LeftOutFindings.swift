internal import Diagnostics

extension LeftOutFile {
  /// `BS046`: one note for each reason that the team did not give itself, at the first file.
  static func findings(_ files: [LeftOutFile]) -> [Diagnostic] {
    Reason.allCases.compactMap { reason in
      let paths = files.filter { $0.reason == reason }.map(\.path)
      guard let first = paths.first, let help = reason.help else { return nil }
      let names = paths.prefix(shown).map { "'\($0)'" }.joined(separator: ", ")
      let more = paths.count > shown ? " and \(paths.count - shown) more" : ""
      let message =
        paths.count == 1
        ? "this file is not read: it is \(reason.rawValue)"
        : "\(paths.count) files are not read, because they are \(reason.rawValue): \(names)\(more)"
      return Diagnostic(code: "BS046", level: .note, path: first, message: message, help: help)
    }
  }

  private static let shown = 10
}

extension LeftOutFile.Reason {
  /// What to do; `nil` when it is as the team wants it.
  fileprivate var help: String? {
    switch self {
    case .aboutFolder:
      "give a review another name, or list the file under 'exclude:' in site.yml"
    case .attachment:
      "move a review out of the folder, or list the file under 'exclude:' in site.yml"
    case .elsewhere:
      "move it to incidents/ or runbooks/, or list its folder under 'exclude:' in site.yml"
    case .secondFolderPage: "keep one of the two"
    case .template: "rename it if it is to be published"
    case .excluded, .ignored, .vendored, .output: nil
    }
  }
}
