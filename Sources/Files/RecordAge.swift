#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How long stores that lie side by side in one folder are kept after their last use.
extension RecordStore {
  /// In nanoseconds: 60 days.
  static let longestRest: Int64 = 60 * day
  private static let day: Int64 = 24 * 3_600_000_000_000

  /// Notes on the folder of the store that it is used, and removes the stores beside it that were not used for long.
  /// This is done once a day, and before the folder is made.
  ///
  /// A store has no use for the time of its folder, so that time is when it was last used.
  package func noteUse() {
    let now = clockTime()
    if let status = try? fileStatus(of: folder, followingLinks: false) {
      guard status.kind == .folder, now - status.modified > Self.day else { return }
      _ = unsafe utimensat(AT_FDCWD, folder, nil, AT_SYMLINK_NOFOLLOW)
    }
    Self.removeUnused(in: folderPath(of: folder), at: now)
  }

  private static func removeUnused(in folder: String, at now: Int64) {
    let stores = (try? OpenFolder(folder).entries()) ?? []
    for store in stores where store.kind == .folder {
      let path = joinedPath(folder, store.name)
      guard let status = try? fileStatus(of: path, followingLinks: false),
        now - status.modified > longestRest
      else { continue }
      for file in (try? OpenFolder(path).entries()) ?? [] where isOwn(file.name) {
        _ = try? removeFile(joinedPath(path, file.name))
      }
      _ = try? removeEmptyFolder(path)
    }
  }

  /// Whether a store has files of this name.
  private static func isOwn(_ name: String) -> Bool {
    ["base", "journal", "lock", "check", "check.next"].contains(name) || name.hasSuffix(".tmp")
  }
}
