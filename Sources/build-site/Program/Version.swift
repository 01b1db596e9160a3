internal import CVersion
internal import CommonMark

/// Which program this is.
enum Version {
  /// By semver.org; CHANGELOG.md says what is new in each. What `make dist` writes is named after it.
  static let number = "0.1.0"

  /// The number, the commit where it is known, and what parses the Markdown.
  static var text: String {
    let commit = BUILD_SITE_COMMIT.isEmpty ? "" : "commit \(BUILD_SITE_COMMIT), "
    return "\(number) (\(commit)cmark \(MarkdownDocument.libraryVersion))"
  }
}
