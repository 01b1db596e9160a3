internal import Diagnostics
internal import Files
internal import Learning
internal import Screening

/// What was found in the files that are copied beside the pages: images, logs, playbooks.
struct AssetRecord: Sendable {
  private(set) var findings: [Diagnostic] = []
  private(set) var masks: [String: SecretMask] = [:]
  /// The bytes that were looked through, by the path of each file.
  private(set) var hashes: [String: ContentHash] = [:]

  /// Looks through some files. One that cannot be read is left to the build, which copies it.
  /// Pictures are left out when copies have no metadata, as with `stripsMetadata`.
  init(
    of paths: ArraySlice<String>, in source: FileSource, below root: String, stripsMetadata: Bool
  ) {
    for path in paths {
      guard let bytes = try? source.readBelow(path, root) else { continue }
      hashes[path] = ContentHash(of: bytes)
      if Self.isText(bytes) { addText(SourceFile(path: path, bytes: bytes)) }
      guard !stripsMetadata else { continue }
      let metadata = PictureMetadata(of: bytes, at: path)
      if let finding = metadata.finding(path: path) { findings.append(finding) }
    }
  }

  private init() {}

  private mutating func addText(_ original: SourceFile) {
    let screened = ScreenedFile(original)
    // A log may keep the colour codes of its terminal: it is copied as it is.
    findings += screened.findings(isMarkdown: false).filter { $0.code != "BS085" }
    if let mask = screened.mask { masks[original.path] = mask }
  }

  /// Whether the first bytes hold no NUL, which is how git tells text from the rest.
  private static func isText(_ bytes: [UInt8]) -> Bool { !bytes.prefix(8000).contains(0) }

  /// The record of all files of the content that some pages link to, read in parallel.
  static func all(
    linkedFrom pages: [PageFacts], in library: Library, _ source: FileSource, below root: String
  ) async -> AssetRecord {
    var paths: Set<String> = []
    for page in pages {
      for link in page.links {
        if case .asset(let path) = library.links.target(of: link.destination, from: page.path) {
          paths.insert(path)
        }
      }
    }
    let sorted = paths.sorted(by: bytesPrecede)
    return await withTaskGroup(of: AssetRecord.self) { group in
      for start in stride(from: 0, to: sorted.count, by: chunk) {
        let some = sorted[start..<min(start + chunk, sorted.count)]
        group.addTask {
          AssetRecord(
            of: some, in: source, below: root, stripsMetadata: library.configuration.stripsMetadata)
        }
      }
      var all = AssetRecord()
      for await record in group {
        all.findings += record.findings
        all.hashes.merge(record.hashes) { first, _ in first }
        all.masks.merge(record.masks) { first, _ in first }
      }
      return all
    }
  }

  /// Files that one task reads.
  private static let chunk = 16
}
