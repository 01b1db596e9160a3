package import Diagnostics
package import Files

/// What the files of a content folder are: incidents, runbooks, settings and all the rest.
///
/// With a folder `incidents/` or `runbooks/` those hold the pages. Without either, the folder is a
/// team's existing reviews: every Markdown file in it is one.
package struct ContentLayout: Sendable {
  package private(set) var incidents: [ContentUnit] = []
  package private(set) var runbooks: [ContentUnit] = []
  /// What ``keep(_:)`` left out.
  private(set) var others: [ContentUnit] = []
  /// Paths of files that are not pages: images, logs, playbooks.
  package private(set) var assets: Set<String> = []
  /// Whether there is a folder `incidents/` or `runbooks/`.
  package private(set) var hasPlaces = false
  package private(set) var site: String?
  package private(set) var authors: String?
  package private(set) var tags: String?
  package private(set) var diagnostics: [Diagnostic] = []
  /// What the disk would not show.
  package private(set) var failures: [FileError] = []
  /// What its owner does not let this user at; a finding tells.
  private(set) var closed: [FileError] = []

  /// - Parameters:
  ///   - found: in the order of ``Files/walk(_:entering:)``.
  ///   - root: the content folder, put before each path.
  package init(_ found: [FoundFile], root: String) {
    var pages: [String] = []
    for file in found {
      let path = joinedPath(root, file.path)
      switch file.kind {
      case .file where Self.isMarkdown(file.path): pages.append(file.path)
      case .file: place(file.path, at: path)
      case .link: diagnostics.append(Self.linkFinding(path))
      case .other: diagnostics.append(Self.irregularFinding(path, "a pipe, a socket or a device"))
      case .emptyFolder where Self.isMarkdown(file.path):
        diagnostics.append(Self.irregularFinding(path, "a folder"))
      case .emptyFolder: break
      case .tooDeep: diagnostics.append(Self.depthFinding(path))
      case .unreadable(let code): add(FileError(path: path, code: code))
      }
    }
    for folder in Set(found.flatMap { Self.markdownFolders(of: $0.path) }).sorted(by: bytesPrecede)
    {
      diagnostics.append(Self.irregularFinding(joinedPath(root, folder), "a folder"))
    }
    let top = Set(pages.map { $0.split(separator: "/").first.map(String.init) ?? "" })
    hasPlaces = top.contains("incidents") || top.contains("runbooks")
    var folders: [String: ContentFolder] = [:]
    let names = Set(pages)
    for page in pages {
      // Both would be one page.
      if page.hasSuffix(".mdx"), names.contains(String(page.dropLast())) {
        assets.insert(joinedPath(root, page))
        diagnostics.append(Self.twinFinding(joinedPath(root, page)))
        continue
      }
      let area =
        hasPlaces
        ? page.split(separator: "/").first.map(String.init) ?? ""
        : Self.area(of: joinedPath(root, page))
      switch area {
      case "runbooks": addRunbook(page, root: root)
      case "incidents": addReview(page, root: root, folders: &folders)
      default: assets.insert(joinedPath(root, page))
      }
    }
    for (_, folder) in folders.sorted(by: { bytesPrecede($0.key, $1.key) }) { addFolder(folder) }
  }

  /// Leaves out the units without one of these documents; their files are assets then.
  mutating func keep(_ pages: Set<String>) {
    others = (incidents + runbooks).filter { pages.isDisjoint(with: $0.paths) }
    for unit in others { assets.formUnion(unit.paths) }
    incidents.removeAll { pages.isDisjoint(with: $0.paths) }
    runbooks.removeAll { pages.isDisjoint(with: $0.paths) }
  }

  package var isEmpty: Bool { incidents.isEmpty && runbooks.isEmpty }

  package static func isMarkdown(_ path: String) -> Bool {
    [".md", ".mdx", ".markdown", ".html.md.erb"].contains { path.hasSuffix($0) }
  }

  /// A folder named for runbooks holds runbooks, wherever it is.
  private static func area(of path: String) -> String {
    let folders = path.split(separator: "/").dropLast()
    return folders.contains { $0.lowercased().contains("runbook") } ? "runbooks" : "incidents"
  }

  private mutating func place(_ name: String, at path: String) {
    switch name {
    case "site.yml": site = path
    case "authors.yml": authors = path
    case "tags.yml": tags = path
    default: assets.insert(path)
    }
  }

  /// Names that say "about this folder", not "an incident" or "a runbook".
  private static func isAboutFolder(_ name: String) -> Bool {
    ["readme", "_index", "contributing", "license", "changelog"].contains {
      name.lowercased().hasPrefix("\($0).")
    }
  }

  private mutating func addRunbook(_ page: String, root: String) {
    let path = joinedPath(root, page)
    if Self.isAboutFolder(fileName(of: page)) {
      assets.insert(path)
    } else {
      runbooks.append(.runbook(path))
    }
  }

  private mutating func addReview(
    _ page: String, root: String, folders: inout [String: ContentFolder]
  ) {
    let path = joinedPath(root, page)
    let name = fileName(of: page)
    let folder = folderPath(of: path)
    switch name {
    case "review.md", "review.mdx", "timeline.md", "timeline.mdx":
      folders[folder, default: ContentFolder(path: folder)].add(name, at: path)
    case _ where Self.isAboutFolder(name): assets.insert(path)
    case _ where folders[folder] != nil: folders[folder]?.others.append(path)
    default: folders[folder, default: ContentFolder(path: folder)].others.append(path)
    }
  }

  private mutating func addFolder(_ folder: ContentFolder) {
    guard folder.review != nil || folder.timeline != nil else {
      incidents += folder.others.map { .incident(review: $0, timeline: nil, folder: nil) }
      return
    }
    incidents.append(
      .incident(review: folder.review, timeline: folder.timeline, folder: fileName(of: folder.path))
    )
    for other in folder.others {
      assets.insert(other)
      diagnostics.append(
        Diagnostic(
          code: "BS060", level: .warning, path: other,
          message:
            "'\(fileName(of: other))' is an extra file in an incident's folder, so it gets no page",
          help: "move its text to review.md or timeline.md, or the file to another folder"))
    }
  }

  private static func twinFinding(_ path: String) -> Diagnostic {
    let name = fileName(of: path)
    return Diagnostic(
      code: "BS061", level: .error, path: path,
      message: "'\(name)' and '\(name.dropLast())' would be one page, so only the latter is read",
      help: "keep one of the two, or rename one")
  }

  /// The folders a file lies in whose names are those of documents.
  private static func markdownFolders(of path: String) -> [String] {
    guard path.contains(".m") else { return [] }
    return sequence(first: folderPath(of: path)) { folderPath(of: $0) }
      .prefix { !$0.isEmpty }.filter(isMarkdown)
  }

  /// A failure of the disk ends the run; a file that its owner closed to the build is theirs to open.
  private mutating func add(_ failure: FileError) {
    if let finding = failure.closedFinding {
      diagnostics.append(finding)
      closed.append(failure)
    } else {
      failures.append(failure)
    }
  }

  private static func irregularFinding(_ path: String, _ kind: String) -> Diagnostic {
    Diagnostic(
      code: "BS067", level: .error, path: path,
      message: "'\(fileName(of: path))' is \(kind), not a regular file, so it is not read",
      help: "put a file in its place, or give it another name or place")
  }

  private static func linkFinding(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "BS009", level: .warning, path: path, message: "symbolic link is not followed",
      help: "replace it with the file itself")
  }

  private static func depthFinding(_ path: String) -> Diagnostic {
    Diagnostic(
      code: "BS009", level: .warning, path: path,
      message: "folder is more than \(deepestFolder) levels deep, so it is not read",
      help: "move it up")
  }
}

/// The pages of one folder below `incidents/`.
private struct ContentFolder {
  let path: String
  var review: String?
  var timeline: String?
  var others: [String] = []

  init(path: String) { self.path = path }

  mutating func add(_ name: String, at path: String) {
    if name.hasPrefix("review.") { review = path } else { timeline = path }
  }
}
