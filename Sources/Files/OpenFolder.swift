#if canImport(Glibc)
  internal import Glibc
  private typealias FolderStream = OpaquePointer
#else
  internal import Darwin
  private typealias FolderStream = UnsafeMutablePointer<DIR>
#endif

/// A folder that is being listed, closed when the value goes away.
@safe struct OpenFolder: ~Copyable {
  /// A name in the folder and its kind; links are not followed.
  struct Entry {
    /// Every byte except NUL is possible; what is not UTF-8 becomes U+FFFD.
    let name: String
    let isUTF8: Bool
    let kind: FileStatus.Kind
  }

  private let stream: FolderStream
  private let path: String

  init(_ path: String) throws(FileError) {
    try self.init(path, at: AT_FDCWD, path: path, flags: 0)
  }

  /// Opens a folder in this one, unless its name is a symbolic link.
  func folder(_ name: String, path: String) throws(FileError) -> OpenFolder {
    try unsafe OpenFolder(name, at: dirfd(stream), path: path, flags: O_NOFOLLOW)
  }

  private init(
    _ name: String, at folder: Int32, path: String, flags: Int32
  ) throws(FileError) {
    let all = O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags
    let number = retrying { unsafe openat(folder, name, all) }
    guard number != -1 else { throw FileError(path: path, code: errno) }
    guard let stream = unsafe fdopendir(number) else {
      let code = errno
      close(number)
      throw FileError(path: path, code: code)
    }
    unsafe self.stream = stream
    self.path = path
  }

  deinit { unsafe closedir(stream) }

  /// The status of the folder itself.
  func status() throws(FileError) -> FileStatus {
    var raw = stat()
    guard unsafe fstat(dirfd(stream), &raw) == 0 else { throw FileError(path: path, code: errno) }
    return FileStatus(raw)
  }

  /// All entries except `.` and `..`, in the order of the file system.
  func entries() throws(FileError) -> [Entry] {
    var entries: [Entry] = []
    try unsafe forEachEntry { name, type in unsafe entries.append(entry(name, type: type)) }
    return entries
  }

  /// Hands out all names except `.` and `..` as their bytes, in the order of the file system.
  func forEachName(
    _ body: (_ name: UnsafePointer<CChar>, _ kind: FileStatus.Kind) -> Void
  ) throws(FileError) {
    try unsafe forEachEntry { name, type in unsafe body(name, kind(of: name, type: type)) }
  }

  private func forEachEntry(
    _ body: (_ name: UnsafePointer<CChar>, _ type: UInt8) -> Void
  ) throws(FileError) {
    while true {
      errno = 0
      guard let raw = unsafe readdir(stream) else { break }
      let name = unsafe Self.name(of: raw)
      let isDots = unsafe strcmp(name, ".") == 0 || strcmp(name, "..") == 0
      if !isDots { unsafe body(name, raw.pointee.d_type) }
    }
    guard errno == 0 else { throw FileError(path: path, code: errno) }
  }

  private func entry(_ name: UnsafePointer<CChar>, type: UInt8) -> Entry {
    let text = unsafe String(validatingCString: name)
    return unsafe Entry(
      name: text ?? String(cString: name), isUTF8: text != nil, kind: kind(of: name, type: type))
  }

  private func kind(of name: UnsafePointer<CChar>, type: UInt8) -> FileStatus.Kind {
    switch Int(type) {
    case Int(DT_REG): return .file
    case Int(DT_DIR): return .folder
    case Int(DT_LNK): return .link
    case Int(DT_UNKNOWN):
      // Some file systems do not give the kind in the listing.
      var raw = stat()
      let result = unsafe fstatat(dirfd(stream), name, &raw, AT_SYMLINK_NOFOLLOW)
      return result == 0 ? FileStatus.Kind(mode: raw.st_mode) : .other
    default: return .other
    }
  }

  /// The name in place: an entry is shorter than its type says, so it must not be copied.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> UnsafePointer<CChar> {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
      preconditionFailure("d_name is a stored field of dirent")
    }
    let start = unsafe UnsafeRawPointer(entry) + offset
    return unsafe start.assumingMemoryBound(to: CChar.self)
  }
}
