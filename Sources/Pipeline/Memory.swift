internal import Content
package import Files
internal import Publishing

extension Build.Settings {
  /// Where the program keeps what it found out.
  package struct Memory: Sendable {
    /// What the running program consists of.
    package let program: ContentHash
    /// A folder of the user, for folders of content without a site; `nil` when there is none.
    package let cache: String?

    package init(program: ContentHash, cache: String?) {
      self.program = program
      self.cache = cache
    }
  }

  /// Where the records of a folder of content are: in the site's own state when there is a site, otherwise in the
  /// user's cache. Each folder of content has its own, however its path is written, so that one does not drive out
  /// another.
  func recordFolder(of scope: Scope) -> RecordFolder? {
    guard let memory else { return nil }
    if scope.isContent, hasState { return RecordFolder(siteRecords, program: memory.program) }
    guard scope.pages == nil || scope.isContent, let cache = memory.cache else { return nil }
    let name = ContentHash(of: Array(realPath(scope.root.isEmpty ? "." : scope.root).utf8)).shortHex
    return RecordFolder(
      joinedPath(cache, "records/\(name)"), program: memory.program, isShared: true)
  }

  /// Moves the records of a site's first build, which had no state when they were made, to where the next looks for
  /// them.
  func settleRecords(from folder: RecordFolder?) {
    guard let folder, folder.path != siteRecords, hasState else { return }
    RecordStore.move(from: folder.path, to: siteRecords)
    _ = try? removeAll(folder.path)
  }

  private var siteRecords: String {
    joinedPath(site, ".build-site/records/\(ContentHash(of: Array(content.utf8)).shortHex)")
  }

  private var hasState: Bool { SiteMemory(site: site).isThere }
}
