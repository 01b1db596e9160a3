internal import Files

/// Which files are left out before anything is read: what patterns exclude, what git ignores, and in a folder that
/// is not the content of a site, the files of other projects.
struct Exclusion: Sendable {
  private let patterns: [PathPattern]
  private let ignored: Set<String>
  private let isProject: Bool

  init(_ patterns: [String], ignored: Set<String>, isProject: Bool) {
    self.patterns = patterns.compactMap(PathPattern.init)
    self.ignored = ignored
    self.isProject = isProject
  }

  func reason(for path: String) -> LeftOutFile.Reason? {
    if patterns.contains(where: { $0.matches(path) }) { return .excluded }
    if ignored.contains(path) { return .ignored }
    guard !isProject else { return nil }
    let folders = path.split(separator: "/").dropLast()
    return folders.contains { Self.vendored.contains(String($0)) } ? .vendored : nil
  }

  private static let vendored: Set<String> = ["vendor", "vendored", "third_party", "third-party"]
}

extension ContentLoader {
  /// The exclusion for what a walk found.
  func exclusion(_ found: [FoundFile], settings: [String]) -> Exclusion {
    let pages = found.filter { $0.kind == .file && ContentLayout.isMarkdown($0.path) }.map(\.path)
    let ignored = source.ignored(root, pages)
    // A folder that git ignores as a whole was put there on purpose, as by a step of CI.
    return Exclusion(
      settings + exclude, ignored: ignored.count == pages.count ? [] : ignored, isProject: isWhole)
  }
}
