import Files
import Foundation
import Pipeline
import Publishing

/// A folder of texts, with the project's own templates in `templates/`.
struct Texts {
  let files: FileSource

  /// - Parameter texts: by their paths.
  /// - Throws: what reading the templates threw.
  init(_ texts: [String: String]) throws {
    let root = URL(filePath: #filePath).appending(path: "../../../templates/archive").standardized
      .path()
    var files = texts.mapValues { Array($0.utf8) }
    for found in try FileSource.disk.list(root, true) {
      files["templates/archive/\(found.path)"] = try readFile(joinedPath(root, found.path))
    }
    self.files = .memory(files)
  }

  /// The site has no pages for rules: the help on them is found by running their examples.
  func checked(
    _ content: String = "content", isWriting: Bool = false,
    _ change: (inout Build.Settings) -> Void = { _ in }
  ) async throws -> CheckedContent {
    var settings = Build.Settings()
    settings.content = content
    settings.isWriting = isWriting
    change(&settings)
    return try await Build(settings, files: files).checked(rules: [])
  }

  /// A file of the site as text.
  func text(_ path: String, of checked: CheckedContent) throws -> String? {
    try checked.plan.files.first { $0.path == path }.map {
      String(decoding: try $0.render(from: files), as: UTF8.self)
    }
  }
}

/// A review that has nothing wrong except what a test adds to its front matter.
func review(_ lines: String = "") -> String {
  """
  ---
  date: 2026-01-10
  severity: P3
  \(lines)
  ---
  # Pool full

  ## Impact

  All carts were slow for an hour.
  """
}
