import Files
import Foundation
import TestSupport
import Testing

@testable import Serving

/// A run that reads all files of a folder, repeated by what really happens on the disk.
///
/// Waiting for a change holds a thread, of which all tests of a process share a few, and how much time is between two
/// changes decides; so this needs a process without other tests: `.ci/serve-test`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["WATCH_ALONE"] != nil), .serialized)
struct ChangeWatchTests {
  /// Runs, and after each run that found something new does the next step.
  ///
  /// - Returns: what the runs found, in order. Where all tests run side by side a change may take so long that two runs
  ///   see it, and the second nothing new; it is left out.
  private static func runs(
    of folder: URL, polls: Bool, steps: [@Sendable (URL) throws -> Void]
  ) async throws -> [[String: String]] {
    var watch = ChangeWatch(polls: polls)
    var found: [[String: String]] = []
    await watch.repeating { log, _ in
      let files = FileSource.disk(noting: log)
      let root = folder.appending(path: "content").path()
      var texts: [String: String] = [:]
      if let names = try? files.list(root, true) {
        for name in names where name.kind == .file {
          if let bytes = try? files.readBelow("\(root)/\(name.path)", root) {
            texts[name.path] = String(decoding: bytes, as: UTF8.self)
          }
        }
      }
      if texts == found.last { return true }
      found.append(texts)
      guard found.count <= steps.count else { return false }
      let step = steps[found.count - 1]
      // After the run is over, so that only the watch can tell; in a thread of its own, because waiting for a change
      // takes those of the tasks.
      Thread.detachNewThread {
        usleep(60_000)
        do { try step(folder) } catch { Issue.record(error) }
      }
      return true
    }
    return found
  }

  private static func content(_ folder: URL, _ name: String) -> URL {
    folder.appending(path: "content/\(name)")
  }

  @Test(.timeLimit(.minutes(1)), arguments: [false, true])
  func eachChangeIsSeen(polls: Bool) async throws {
    try await withTemporaryFolder { folder in
      try folder.write("1", to: "content/a.md")
      let found = try await Self.runs(
        of: folder, polls: polls,
        steps: [
          // Written in place.
          { try Data("2".utf8).write(to: Self.content($0, "a.md")) },
          // By an editor that renames.
          { try $0.write("3", to: "content/a.md") },
          { try $0.write("new", to: "content/deep/er/b.md") },
          { try $0.write("newer", to: "content/deep/er/b.md") },
          {
            try FileManager.default.moveItem(
              at: Self.content($0, "deep"), to: Self.content($0, "moved"))
          },
          { try $0.write("newest", to: "content/moved/er/b.md") },
          { try FileManager.default.removeItem(at: Self.content($0, "moved")) },
        ])
      #expect(
        found == [
          ["a.md": "1"], ["a.md": "2"], ["a.md": "3"], ["a.md": "3", "deep/er/b.md": "new"],
          ["a.md": "3", "deep/er/b.md": "newer"],
          ["a.md": "3", "moved/er/b.md": "newer"], ["a.md": "3", "moved/er/b.md": "newest"],
          ["a.md": "3"],
        ])
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: [false, true])
  func aFolderGoesAndComesBack(polls: Bool) async throws {
    try await withTemporaryFolder { folder in
      try folder.write("1", to: "content/a.md")
      let away = folder.appending(path: "away")
      let found = try await Self.runs(
        of: folder, polls: polls,
        steps: [
          { try FileManager.default.moveItem(at: $0.appending(path: "content"), to: away) },
          { try FileManager.default.moveItem(at: away, to: $0.appending(path: "content")) },
          { try $0.write("2", to: "content/a.md") },
          { try FileManager.default.removeItem(at: $0.appending(path: "content")) },
          { try $0.write("3", to: "content/b.md") },
        ])
      #expect(found == [["a.md": "1"], [:], ["a.md": "1"], ["a.md": "2"], [:], ["b.md": "3"]])
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func manyChangesAreOneRunAndNoneIsNone() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("1", to: "content/a.md")
      let found = try await Self.runs(
        of: folder, polls: false,
        steps: [
          { folder in
            // Nothing that matters: hidden names, a name for a moment, the same bytes.
            try folder.write("x", to: "content/.a.md.swp")
            try folder.write("x", to: "content/4913")
            try FileManager.default.removeItem(at: Self.content(folder, "4913"))
            try folder.write("1", to: "content/a.md")
            usleep(400_000)
            for number in 0..<50 { try folder.write("\(number)", to: "content/b\(number).md") }
          }
        ])
      #expect(found.map(\.count) == [1, 51])
    }
  }
}
