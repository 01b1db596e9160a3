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

  /// Reads the files that there are. One with a merge conflict, or in another encoding, is not
  /// read.
  ///
  /// `root` is the content folder, put before the paths that site.yml names.
  init(of layout: ContentLayout, in source: FileSource, root: String) throws(FileError) {
    var reader = SiteConfigurationReader(codes: Rule.configurable)
    var site: SourceFile?
    if let path = layout.site, let file = try screened(path, in: source) {
      reader.readSite(file)
      add(reader.diagnostics, in: file)
      site = file
    }
    if let path = layout.authors, let file = try screened(path, in: source) {
      reader.readAuthors(file)
      add(reader.diagnostics, in: file)
    }
    if let path = layout.tags, let file = try screened(path, in: source) {
      reader.readTags(file)
      add(reader.diagnostics, in: file)
    }
    if let path = layout.redirects, let file = try screened(path, in: source) {
      reader.readRedirects(file)
      add(reader.diagnostics, in: file)
    }
    configuration = reader.configuration
    if let site, let allowed = configuration.allowed {
      suppressions = SuppressionReading(of: allowed, in: site, root: root)
    }
  }

  private mutating func screened(
    _ path: String, in source: FileSource
  ) throws(FileError) -> SourceFile? {
    let screened = ScreenedFile(try source.file(path))
    findings += screened.findings(isMarkdown: false)
    if let mask = screened.mask { masks[path] = mask }
    // Settings have no code blocks.
    let obstacles =
      UTF16.finding(in: screened.file).map { [$0] }
      ?? ConflictMarkers(in: screened.file).findings(in: screened.file)
    findings += obstacles
    return obstacles.isEmpty ? screened.file : nil
  }

  private mutating func add(_ found: [Diagnostic], in file: SourceFile) {
    findings += found.filter { $0.path == file.path }.map { $0.quoting(file) }
  }
}
