internal import Bytes
internal import Diagnostics
internal import Files
internal import Learning

extension ContentLoader {
  /// What is to be read.
  ///
  /// - Throws: ``ContentError``.
  package func layout() throws -> ContentLayout { try asked().layout }

  /// What is to be read, and `site.yml`.
  ///
  /// - Throws: ``ContentError``.
  func asked() throws -> (layout: ContentLayout, site: SourceFile?) {
    let (listed, site) = try listed()
    var layout = listed
    if let pages { layout.keep(pages) }
    if !layout.failures.isEmpty { throw ContentError.unreadable(layout.failures) }
    if layout.isEmpty, !layout.closed.isEmpty { throw ContentError.unreadable(layout.closed) }
    if layout.isEmpty { throw ContentError.nothing(root: root) }
    return (layout, site)
  }

  /// What the files of the folder are, without those that are left out, and `site.yml`, which says which.
  ///
  /// - Throws: ``ContentError/unreadable(_:)``.
  func listed() throws -> (layout: ContentLayout, site: SourceFile?) {
    do {
      let found = try source.list(root, pages == nil || isWhole)
      let site =
        found.contains(FoundFile(path: "site.yml", kind: .file))
        ? try source.file(joinedPath(root, "site.yml"), below: root) : nil
      var settings = SiteConfigurationReader()
      if let site { settings.readSite(site) }
      let exclusion = exclusion(found, settings: settings.configuration.exclude)
      let layout = ContentLayout(
        found, root: root, isProject: isWhole, asked: pages ?? [], leavingOut: exclusion.reason)
      return (layout, layout.site == nil ? nil : site)
    } catch {
      throw ContentError.unreadable([error])
    }
  }

  /// The runbook that states the policy, among those that are not asked about; all of them where none has
  /// its name.
  func policyUnits(of layout: ContentLayout) -> [ContentUnit] {
    guard isWhole, pages != nil else { return [] }
    let runbooks = layout.others.filter { if case .runbook = $0 { true } else { false } }
    let path = joinedPath(root, "runbooks/incident-response.md")
    if layout.runbooks.contains(.runbook(path)) { return [] }
    return runbooks.contains(.runbook(path)) ? [.runbook(path)] : runbooks
  }

  /// What the pages asked about link to, and the newest incidents by their names: the newest day in the
  /// content is mostly theirs.
  func neighbours(of read: [PageFacts], in layout: ContentLayout) -> [ContentUnit] {
    guard pages != nil, !layout.others.isEmpty else { return [] }
    var linked: Set<String> = []
    for page in read {
      for link in page.links {
        guard let path = path(of: link, on: page) else { continue }
        linked.formUnion([path] + LinkTable.pages(of: path))
      }
    }
    let known = Set(read.map(\.path))
    var neighbours: [ContentUnit] = []
    var named: [(day: Substring, unit: ContentUnit)] = []
    for unit in layout.others {
      let paths = unit.paths
      guard known.isDisjoint(with: paths) else { continue }
      if !linked.isDisjoint(with: paths) {
        neighbours.append(unit)
      } else if isWhole, case .incident = unit, let day = paths.first.flatMap({ Self.day(in: $0) })
      {
        named.append((day, unit))
      }
    }
    return neighbours + named.sorted { $0.day > $1.day }.prefix(Self.newest).map(\.unit)
  }

  private static let newest = 4

  private func path(of link: PageFacts.InternalLink, on page: PageFacts) -> String? {
    LinkTable.path(of: link.destination, from: page.path, root: folderPrefix(root))
  }

  /// The last `2026-01-10` in a path.
  private static func day(in path: String) -> Substring? {
    let bytes = path.utf8
    var end = bytes.endIndex
    while let start = bytes.index(end, offsetBy: -10, limitedBy: bytes.startIndex) {
      let piece = bytes[start..<end]
      let isDay = piece.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : byte.isDigit
      }
      if isDay { return path[start..<end] }
      end = bytes.index(before: end)
    }
    return nil
  }

  /// Where only some pages of a folder are read, the folders below it are looked into when a link leads there.
  ///
  /// - Throws: ``ContentError/unreadable(_:)``.
  func linkedFiles(of read: [PageFacts]) throws -> Set<String> {
    guard pages != nil, !isWhole else { return [] }
    let paths = Set(
      read.flatMap { page in
        page.links.compactMap { path(of: $0, on: page) }
      })
    do {
      let prefix = folderPrefix(root)
      return try files(at: paths.filter { $0.hasPrefix(prefix) })
    } catch {
      throw ContentError.unreadable([error])
    }
  }

  /// The files in the folders of some paths, each folder listed once, and those paths that are folders.
  private func files(at paths: Set<String>) throws(FileError) -> Set<String> {
    var files: Set<String> = []
    for folder in Set(paths.map { folderPath(of: $0) }) where folder != root && !folder.isEmpty {
      guard try source.kind(folder) == .folder else { continue }
      for file in try source.list(folder, false) { files.insert(joinedPath(folder, file.path)) }
    }
    for path in paths where try source.kind(path) == .folder { files.insert(path) }
    return files
  }
}
