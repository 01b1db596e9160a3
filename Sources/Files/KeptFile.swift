/// A file in which a run keeps bytes for the next one.
package struct KeptFile: Sendable {
  private let path: String
  private let lock: String

  /// - Parameters:
  ///   - path: the file, in a folder of the program's own.
  ///   - lock: a file that shows that it is one: while there is none, nothing is kept.
  package init(_ path: String, lock: String) {
    self.path = path
    self.lock = lock
  }

  /// What was kept; `nil` when there is nothing that can be read.
  package var bytes: [UInt8]? { try? readFile(path, limit: 1 << 30, followingLinks: false) }

  /// Keeps some bytes after an opening. A failure costs the next run time and nothing else.
  ///
  /// The file is made beside its place and renamed. Two runs that do so at once may spoil it, which its reader must
  /// notice.
  package func keep(_ opening: [UInt8], _ bytes: [UInt8]) {
    guard (try? fileStatus(of: lock, followingLinks: false))?.kind == .file else { return }
    let next = path + ".next"
    do {
      try removeFile(next)
      try createFile(opening, at: next)
      try appendFile(bytes, to: next)
      try moveFile(from: next, to: path)
    } catch {
      _ = try? removeFile(next)
    }
  }
}
