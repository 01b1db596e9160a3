package import Foundation

/// A folder of its own for one test, removed after it.
package func withTemporaryFolder<Result>(_ body: (URL) async throws -> Result) async throws
  -> Result
{
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "build-site-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}

extension URL {
  /// Writes a text below this folder, with the folders above it.
  package func write(_ text: String, to path: String) throws {
    let file = appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
