import Files
import Foundation
import TestSupport

/// The documents that others are made of: the example content, and the real reviews and runbooks if they are here.
struct FuzzSeeds: Sendable {
  let documents: [[UInt8]]
  /// `site.yml`, `authors.yml` and `tags.yml` of the example content, by name.
  let settings: [String: [UInt8]]
  /// The templates of the archive, by the path that a build asks for.
  let templates: [String: [UInt8]]

  init() throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path()
    let example = try Self.files(below: joinedPath(root, "content"))
    var documents = example.filter { $0.key.hasSuffix(".md") }
    let corpus = SharedData.folder.appending(path: "corpus").path()
    if SharedData.isHere {
      for (path, bytes) in try Self.files(below: corpus) where path.contains(".md") {
        documents[path] = bytes
      }
    }
    self.documents = documents.sorted { bytesPrecede($0.key, $1.key) }.map(\.value)
    settings = example.filter { $0.key.hasSuffix(".yml") && !$0.key.contains("/") }
    templates = Dictionary(
      uniqueKeysWithValues: try Self.files(below: joinedPath(root, "templates")).map {
        ("templates/\($0)", $1)
      })
  }

  private static func files(below folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for found in try FileSource.disk.list(folder, true) where found.kind == .file {
      files[found.path] = try readFile(joinedPath(folder, found.path))
    }
    return files
  }
}
