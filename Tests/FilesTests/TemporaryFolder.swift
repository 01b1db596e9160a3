import Files
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of its own for a test, removed when the value goes away.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    path = "/tmp/build-site-tests-\(getpid())-\(UInt64.random(in: 0 ... .max))"
    try makeFolders(path)
  }

  deinit { _ = try? removeAll(path) }

  func at(_ name: String) -> String { joinedPath(path, name) }

  /// Writes files, and makes the folders they are in.
  func fill(_ names: String...) throws {
    for name in names {
      try makeFolders(folderPath(of: at(name)))
      try writeFile(Array(name.utf8), to: at(name))
    }
  }

  func text(_ name: String) throws -> String {
    String(decoding: try readFile(at(name)), as: UTF8.self)
  }

  func link(_ name: String, to target: String) throws {
    try #require(unsafe symlink(target, at(name)) == 0)
  }
}
