package import Diagnostics
package import Files

/// What the files of a content folder are: incidents, runbooks, settings and all the rest.
///
/// Where `site.yml` names folders, those hold the pages. Otherwise, with a folder `incidents/` or `runbooks/` those
/// do, along with folders named for reviews or runbooks and the files beside them; other files are left out and
/// named. Without either, the folder is a team's existing reviews: every Markdown file in it is one.
package struct ContentLayout: Sendable {
  package private(set) var incidents: [ContentUnit] = []
  package private(set) var runbooks: [ContentUnit] = []
  /// What ``keep(_:)`` left out.
  private(set) var others: [ContentUnit] = []
  /// Paths of files that are not pages: images, logs, playbooks.
  package private(set) var assets: Set<String> = []
  /// The folders whose names the pages of runbooks leave out, by their paths.
  private(set) var runbookFolders: [String] = []
  package private(set) var site: String?
  package private(set) var authors: String?
  package private(set) var tags: String?
  package private(set) var redirects: String?
  package internal(set) var diagnostics: [Diagnostic] = []
  /// The Markdown files that are no pages, and the folders that builds wrote, in the order of the folder.
  package private(set) var leftOut: [LeftOutFile] = []
  /// What the disk would not show.
  package private(set) var failures: [FileError] = []
  /// What its owner does not let this user at; a finding tells.
  private(set) var closed: [FileError] = []

  /// - Parameters:
  ///   - found: in the order of ``Files/walk(_:entering:)``.
  ///   - root: the content folder, put before each path.
  ///   - isProject: whether it is the content of a site, rather than a folder with anything in it.
  ///   - asked: the paths of documents that were asked for by name; a link among them is followed.
  ///   - places: the folders that the settings name.
  ///   - reason: why a file is to be left out, by its path below the root.
  package init(
    _ found: [FoundFile], root: String, isProject: Bool = true, asked: Set<String> = [],
    places: PagePlaces = PagePlaces(),
    leavingOut reason: (_ path: String) -> LeftOutFile.Reason? = { _ in nil }
  ) {
    var pages: [String] = []
    // Two strings are equal here, however their accents are put together; some disks agree. Paths of ASCII alone are
    // as different as their bytes.
    var seen: Set<String> = []
    let isPlain = found.allSatisfy { $0.path.utf8.allSatisfy { $0 < 0x80 } }
    for file in found {
      let path = joinedPath(root, file.path)
      let isFile = file.kind == .file || file.kind == .link && asked.contains(path)
      if isFile, !asked.contains(path), let reason = reason(file.path) {
        if Self.isMarkdown(file.path) { leftOut.append(LeftOutFile(path: path, reason: reason)) }
        continue
      }
      if file.kind == .file, !isPlain, !seen.insert(file.path).inserted {
        diagnostics.append(Self.spellingFinding(path))
        continue
      }
      switch file.kind {
      case _ where isFile && Self.isMarkdown(file.path): pages.append(file.path)
      case .file: place(file.path, at: path)
      case .link: diagnostics.append(Self.linkFinding(path))
      case .other: diagnostics.append(Self.irregularFinding(path, "a pipe, a socket or a device"))
      case .emptyFolder where Self.isMarkdown(file.path):
        diagnostics.append(Self.irregularFinding(path, "a folder"))
      case .emptyFolder: break
      case .tooDeep: diagnostics.append(Self.depthFinding(path))
      case .output: leaveOut(path, .output)
      case .unreadable(let code): add(FileError(path: path, code: code))
      }
    }
    for folder in Set(found.flatMap { Self.markdownFolders(of: $0.path) }).sorted(by: bytesPrecede)
    {
      diagnostics.append(Self.irregularFinding(joinedPath(root, folder), "a folder"))
    }
    let areas = PageAreas(pages, root: root, isProject: isProject, places: places)
    runbookFolders = areas.runbookFolders.map { $0.isEmpty ? root : joinedPath(root, $0) }
    var folders: [String: ContentFolder] = [:]
    // Few folders need it.
    lazy var names = Set(pages)
    for page in pages {
      let path = joinedPath(root, page)
      if !asked.contains(path), TemplateName.isIn(path: page) {
        leaveOut(path, .template)
        continue
      }
      // Both would be one page.
      if page.hasSuffix(".mdx"), names.contains(String(page.dropLast())) {
        assets.insert(joinedPath(root, page))
        diagnostics.append(Self.twinFinding(joinedPath(root, page)))
        continue
      }
      switch areas.area(of: page) {
      case .runbooks: addRunbook(page, among: names, root: root)
      case .incidents: addReview(page, root: root, folders: &folders)
      case nil: leaveOut(joinedPath(root, page), .elsewhere)
      }
    }
    let owned = Set(folders.values.filter(\.isOwn).map(\.path)).subtracting(
      [root] + areas.incidentFolders.map { joinedPath(root, $0) })
    for (_, folder) in folders.sorted(by: { bytesPrecede($0.key, $1.key) }) {
      if !folder.isOwn, Self.isInside(folder.path, owned, root: root) {
        for path in folder.others { leaveOut(path, .attachment) }
      } else {
        addFolder(folder)
      }
    }
    // Pages may link to what is left out, except to what the team does not want to show.
    for file in leftOut where ![.excluded, .ignored, .output].contains(file.reason) {
      assets.insert(file.path)
    }
    leftOut.sort { bytesPrecede($0.path, $1.path) }
  }

  private mutating func leaveOut(_ path: String, _ reason: LeftOutFile.Reason) {
    leftOut.append(LeftOutFile(path: path, reason: reason))
  }

  /// Whether a folder lies in the folder of an incident, at any depth.
  private static func isInside(_ folder: String, _ owned: Set<String>, root: String) -> Bool {
    var outer = folderPath(of: folder)
    while outer.utf8.count > root.utf8.count || root == "." && !outer.isEmpty {
      if owned.contains(outer) { return true }
      outer = folderPath(of: outer)
    }
    return false
  }

  /// Leaves out the units without one of these documents; their files are assets then.
  mutating func keep(_ pages: Set<String>) {
    let all = incidents + runbooks
    incidents = []
    runbooks = []
    assets.reserveCapacity(assets.count + all.count)
    for unit in all {
      let paths = unit.paths
      if pages.isDisjoint(with: paths) {
        others.append(unit)
        for path in paths { assets.insert(path) }
      } else if case .incident = unit {
        incidents.append(unit)
      } else {
        runbooks.append(unit)
      }
    }
  }

  /// The files with settings.
  package var settings: [String] { [site, authors, tags, redirects].compactMap(\.self) }

  package var isEmpty: Bool { incidents.isEmpty && runbooks.isEmpty }

  package static func isMarkdown(_ path: String) -> Bool {
    DocumentName(path) != nil
  }

  private mutating func place(_ name: String, at path: String) {
    switch name {
    case "site.yml": site = path
    case "authors.yml": authors = path
    case "tags.yml": tags = path
    case "redirects.yml": redirects = path
    default: assets.insert(path)
    }
  }

  private mutating func addRunbook(_ page: String, among names: Set<String>, root: String) {
    let path = joinedPath(root, page)
    guard let name = DocumentName(page) else { return }
    if name.isAboutFolder, !name.isFolderPage { return leaveOut(path, .aboutFolder) }
    // As in Docusaurus, an index goes before a README.
    let indexes = ["index.md", "index.mdx"].map { joinedPath(folderPath(of: page), $0) }
    if name.isFolderPage, name.stem.lowercased() != "index", !names.isDisjoint(with: indexes) {
      return leaveOut(path, .secondFolderPage)
    }
    runbooks.append(.runbook(path))
  }

  private mutating func addReview(
    _ page: String, root: String, folders: inout [String: ContentFolder]
  ) {
    let path = joinedPath(root, page)
    let folder = folderPath(of: path)
    guard let name = DocumentName(page) else { return }
    if let role = name.role {
      folders[folder, default: ContentFolder(path: folder)].add(role, at: path)
    } else if name.isAboutFolder {
      leaveOut(path, .aboutFolder)
    } else {
      folders[folder, default: ContentFolder(path: folder)].others.append(path)
    }
  }

  private mutating func addFolder(_ folder: ContentFolder) {
    guard folder.isOwn else {
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

  /// The folders a file lies in whose names are those of documents.
  private static func markdownFolders(of path: String) -> [String] {
    let folder = folderPath(of: path)
    guard folder.utf8.contains(UInt8(ascii: ".")) else { return [] }
    return sequence(first: folder) { folderPath(of: $0) }
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
}
