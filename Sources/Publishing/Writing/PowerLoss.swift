internal import Files

/// Makes changes survive a power failure before the manifest speaks of them.
extension SiteFolder {
  /// Waits until files and the folders that name them are on the disk.
  ///
  /// A few are waited for one by one. For more the whole file system is flushed once: a thousand single waits
  /// take seconds, and the one takes as long as writing the bytes does.
  func flush(_ files: [String], namedIn folders: Set<String>) throws(FileError) {
    if files.count + folders.count > Self.few, try flushFileSystem(of: state) { return }
    for path in files { try flushFile(path) }
    for path in folders { try flushFolder(path) }
  }

  private static let few = 24
}
