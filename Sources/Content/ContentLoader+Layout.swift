internal import Bytes
internal import Diagnostics
internal import Files
internal import Learning
internal import Vocabulary

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
      let top = try source.list(root, false)
      let site =
        top.contains(FoundFile(path: "site.yml", kind: .file))
        ? try source.file(joinedPath(root, "site.yml"), below: root) : nil
      var settings = SiteConfigurationReader()
      if let site { settings.readSite(site) }
      let places = isWhole ? PagePlaces(settings.configuration) : PagePlaces()
      let found = try found(in: places, top)
      let exclusion = exclusion(found, settings: settings.configuration.exclude)
      var layout = ContentLayout(
        found, root: root, isProject: isWhole, asked: pages ?? [], places: places,
        leavingOut: exclusion.reason)
      if let site, !places.isEmpty || isWhole {
        layout.diagnostics += places.findings(
          for: settings.configuration, in: site, root: root, source)
      }
      return (layout, layout.site == nil ? nil : site)
    } catch {
      throw ContentError.unreadable([error])
    }
  }

  /// The files of the folder; where settings name folders, only those in them and the settings beside `site.yml`.
  ///
  /// `top` are those outside its folders.
  private func found(in places: PagePlaces, _ top: [FoundFile]) throws(FileError) -> [FoundFile] {
    if places.isEmpty { return pages == nil || isWhole ? try source.list(root, true) : top }
    var found = top.filter { $0.kind == .file && Self.settings.contains($0.path) }
    for folder in places.outermost {
      let path = folder.isEmpty ? root : joinedPath(root, folder)
      // One that is not there is a finding in site.yml.
      guard try source.kind(path) == .folder else { continue }
      for file in try source.list(path, true) {
        let path = joinedPath(folder, file.path)
        if !folder.isEmpty || !Self.settings.contains(path) {
          found.append(FoundFile(path: path, kind: file.kind))
        }
      }
    }
    return found
  }

  /// The names of the settings files, which lie in the content folder itself.
  package static let settings = ["authors.yml", "redirects.yml", "site.yml", "tags.yml"]

  /// The runbook that states the policy, among those that are not asked about; all of them where none has
  /// its name.
  func policyUnits(of layout: ContentLayout) -> [ContentUnit] {
    guard isWhole, pages != nil else { return [] }
    let runbooks = layout.others.filter { if case .runbook = $0 { true } else { false } }
    let named = layout.runbookFolders.map {
      ContentUnit.runbook(joinedPath($0, "incident-response.md"))
    }
    if named.contains(where: layout.runbooks.contains) { return [] }
    return named.first(where: runbooks.contains).map { [$0] } ?? runbooks
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

  /// Where only some folders or pages are read, other folders are looked into when a link, or a setting, leads there.
  ///
  /// - Throws: ``ContentError/unreadable(_:)``.
  func linkedFiles(
    of read: [PageFacts], _ configuration: SiteConfiguration
  ) throws -> Set<String> {
    let places = isWhole ? PagePlaces(configuration) : PagePlaces()
    guard pages != nil && !isWhole || !places.isEmpty else { return [] }
    var paths = Set(
      read.flatMap { page in
        page.links.compactMap { path(of: $0, on: page) }
      })
    for field in [configuration.brand.logo, configuration.brand.stylesheet] where !places.isEmpty {
      let path = field.flatMap { foldedPath($0.written) }
      if let path { paths.insert(joinedPath(root, path)) }
    }
    do {
      let prefix = folderPrefix(root)
      // What lies in the folders is known, with what is left out of them.
      let outside = paths.filter { path in
        path.hasPrefix(prefix)
          && (places.isEmpty
            || !places.folders.contains {
              PagePlaces.isIn(String(path.dropFirst(prefix.count)), $0)
            })
      }
      return try files(at: outside, areWhole: !places.isEmpty)
    } catch {
      throw ContentError.unreadable([error])
    }
  }

  /// The files in the folders of some paths, each folder listed once, and those paths that are folders. `areWhole` is
  /// whether nothing is known of the root either, and the files will be copied: then links among them are none.
  private func files(at paths: Set<String>, areWhole: Bool) throws(FileError) -> Set<String> {
    var files: Set<String> = []
    for folder in Set(paths.map { folderPath(of: $0) })
    where areWhole || folder != root && !folder.isEmpty {
      let listed = folder.isEmpty ? "." : folder
      guard try source.kind(listed) == .folder else { continue }
      for file in try source.list(listed, false) where !areWhole || file.kind == .file {
        let path = joinedPath(folder, file.path)
        if !areWhole || paths.contains(path) { files.insert(path) }
      }
    }
    if areWhole { return files }
    for path in paths where try source.kind(path) == .folder { files.insert(path) }
    return files
  }
}
