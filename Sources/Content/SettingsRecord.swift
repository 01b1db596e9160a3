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
    var reader = SiteConfigurationReader(codes: Rule.configurable, zones: .system)
    var hashes = [site.map { ContentHash(of: $0.bytes) }]
    let site = site.flatMap { read($0, by: &reader) { $0.readSite($1) } }
    let others: [(path: String?, step: Step)] = [
      (layout.authors, { $0.readAuthors($1) }), (layout.tags, { $0.readTags($1) }),
      (layout.redirects, { $0.readRedirects($1) }),
    ]
    for (path, step) in others {
      let file = try path.map { path throws(FileError) in try source.file(path, below: root) }
      if path != layout.redirects { hashes.append(file.map { ContentHash(of: $0.bytes) }) }
      if let file { read(file, by: &reader, step) }
    }
    var writer = RecordWriter()
    writer.write(hashes)
    hash = ContentHash(of: writer.bytes)
    configuration = reader.configuration
    if let site, let allowed = configuration.allowed {
      suppressions = SuppressionReading(of: allowed, in: site, root: root)
    }
  }

  private typealias Step = (inout SiteConfigurationReader, SourceFile) -> Void

  /// - Returns: the file as it may be quoted; `nil` when it is not read.
  @discardableResult
  private mutating func read(
    _ original: SourceFile, by reader: inout SiteConfigurationReader, _ step: Step
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
