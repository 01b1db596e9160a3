import Diagnostics
import Files
import Foundation
import Publishing

/// A site folder of a test, removed with the value.
final class TemporarySite: Sendable {
  let root: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "publishing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    root = folder.path() + "/site"
  }

  deinit { try? FileManager.default.removeItem(atPath: String(root.dropLast("/site".count))) }

  var writer: SiteWriter { SiteWriter(root: root) }

  func path(_ path: String) -> String { "\(root)/\(path)" }

  func put(_ text: String, at path: String) throws {
    try makeFolders(folderPath(of: self.path(path)))
    try Data(text.utf8).write(to: URL(filePath: self.path(path)))
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: self.path(path), withDestinationPath: target)
  }

  func text(_ path: String) -> String? {
    try? String(decoding: readFile(self.path(path)), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    (try? fileStatus(of: self.path(path), followingLinks: false)) != nil
  }

  /// Writes a plan and dies before a step: what a build leaves that is killed there is put back
  /// after the writer has tidied up.
  func kill(before step: WriteStep, _ plan: OutputPlan) async throws {
    let copy = folderPath(of: root) + "/killed"
    let writer = SiteWriter(root: root) { [root] next in
      guard next == step else { return }
      // Renamed, so that times and stage are those of the moment, and out of reach of the undoing.
      try moveFile(from: root, to: copy)
      throw FileError(path: root, code: EIO)
    }
    _ = try? await writer.write(plan)
    guard try fileStatus(of: copy) != nil else { return }
    try removeAll(root)
    try moveFile(from: copy, to: root)
  }

  /// Every file and link below the site folder except the build's own, with what it holds; folders
  /// end in "/".
  func tree() throws -> [String: String] {
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var tree: [String: String] = [:]
    for name in names where !name.hasPrefix(".build-site") {
      switch try fileStatus(of: path(name), followingLinks: false)?.kind {
      case .folder: tree[name + "/"] = ""
      case .link: tree[name] = "→"
      default: tree[name] = text(name)
      }
    }
    return tree
  }

  /// The time of every file, the build's own included.
  func times() throws -> [String: Int64] {
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var times: [String: Int64] = [:]
    for name in names { times[name] = try fileStatus(of: path(name))?.modified }
    return times
  }
}

/// A plan of texts by their paths; each comes from `content/` and its path.
func plan(_ texts: [String: String]) -> OutputPlan {
  OutputPlan(
    texts.map { path, text in
      OutputFile(path: path, origin: "content/\(path)") { Array(text.utf8) }
    })
}

/// What ``SiteWriter/write(_:)`` refused a plan for.
func refusals(
  of plan: OutputPlan, by writer: SiteWriter
) async -> [Diagnostic] {
  do throws(WriteError) {
    _ = try await writer.write(plan)
    return []
  } catch {
    if case .refused(let findings) = error { return findings }
    return []
  }
}

/// A small site: two posts, a page, and an archive of three.
let smallSite = [
  "blog/2026-01-10-pool/index.md": "# Pool\n",
  "blog/2026-02-11-disk/index.md": "# Disk\n",
  "docs/runbooks/rollback.md": "# Rollback\n",
  "static/archive/index.html": "<p>Home",
  "static/archive/incidents/pool/index.html": "<p>Pool",
  "static/archive/incidents/disk/index.html": "<p>Disk",
]
