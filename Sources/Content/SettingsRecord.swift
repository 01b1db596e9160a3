internal import Bytes
internal import Checklist
internal import Diagnostics
internal import Files
internal import Learning
internal import Screening

/// What reading the settings files gives.
struct SettingsRecord: Sendable {
  private(set) var configuration = SiteConfiguration()
  private(set) var findings: [Diagnostic] = []
  /// What `allow:` in site.yml allows.
  private(set) var suppressions = SuppressionReading()
  private(set) var masks: [String: SecretMask] = [:]
  /// The hash of everything that reading a unit may take from the files.
  private(set) var hash = ContentHash(of: [])

  /// Reads the files that there are. One with a merge conflict, or in another encoding, is not
  /// read.
  ///
  /// `site` is `site.yml`, which has been read already. `root` is the content folder, put before the paths
  /// that site.yml names.
  init(
    of layout: ContentLayout, site: SourceFile?, in source: FileSource, root: String
  ) throws(FileError) {
    func file(_ path: String?) throws(FileError) -> SourceFile? {
      try path.map { path throws(FileError) in try source.file(path, below: root) }
    }
    let (authors, tags) = (try file(layout.authors), try file(layout.tags))
    // Reading a unit takes nothing from the redirects.
    hash = Self.hash(of: [site, authors, tags])
    var reader = SiteConfigurationReader(codes: Rule.configurable, zones: .system)
    let site = site.flatMap { read($0, by: &reader) { $0.readSite($1) } }
    if let authors { read(authors, by: &reader) { $0.readAuthors($1) } }
    if let tags { read(tags, by: &reader) { $0.readTags($1) } }
    if let redirects = try file(layout.redirects) {
      read(redirects, by: &reader) { $0.readRedirects($1) }
    }
    configuration = reader.configuration
    if let site, let allowed = configuration.allowed {
      suppressions = SuppressionReading(of: allowed, in: site, root: root)
    }
  }

  /// Of the bytes of some files, each in its place; `nil` for one that is not there.
  private static func hash(of files: [SourceFile?]) -> ContentHash {
    var writer = RecordWriter()
    writer.write(files.map { $0.map { ContentHash(of: $0.bytes) } })
    return ContentHash(of: writer.bytes)
  }

  /// - Returns: the file as it may be quoted; `nil` when it is not read.
  @discardableResult
  private mutating func read(
    _ original: SourceFile, by reader: inout SiteConfigurationReader,
    _ step: (inout SiteConfigurationReader, SourceFile) -> Void
  ) -> SourceFile? {
    let screened = ScreenedFile(original)
    findings += screened.findings(isMarkdown: false)
    if let mask = screened.mask { masks[original.path] = mask }
    let obstacles = screened.obstacles(isMarkdown: false)
    findings += obstacles
    guard obstacles.isEmpty else { return nil }
    let file = screened.file
    step(&reader, file)
    findings += reader.diagnostics.filter { $0.path == file.path }.map { $0.quoting(file) }
    return file
  }
}
