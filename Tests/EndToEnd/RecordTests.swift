import Foundation
import TestSupport
import Testing

/// What a run keeps of each unit for the next one, and where.
struct RecordTests {
  private func withContent(_ body: (_ folder: URL) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.copyItem(
        at: Program.project.appending(path: "content"), to: folder.appending(path: "content"))
      try body(folder)
    }
  }

  private func run(_ arguments: [String], in folder: URL) throws -> Program.Run {
    let templates = Program.project.appending(path: "templates").path()
    return try Program.run(
      arguments + ["--templates", templates], in: folder,
      environment: ["XDG_CACHE_HOME": folder.appending(path: "cache").path()])
  }

  @Test func aCheckWithoutASiteUsesTheFolderOfTheUser() async throws {
    try await withContent { folder in
      let cache = folder.appending(path: "cache/build-site/records")
      let fresh = try run(["check", "--no-cache", "--format", "json"], in: folder)
      #expect(!FileManager.default.fileExists(atPath: cache.path()))
      for _ in 0..<2 {
        let told = try run(["check", "--format", "json"], in: folder)
        #expect(told.output == fresh.output && told.exitCode == fresh.exitCode)
        #expect(try cache.tree().count == 3)
      }
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "site").path()))
      // Whatever is there instead of records, nobody hears of it.
      for name in try cache.tree().keys {
        try Data("damaged".utf8).write(to: cache.appending(path: name))
        let told = try run(["check", "--format", "json"], in: folder)
        #expect(told.output == fresh.output && told.errors == fresh.errors)
      }
      try FileManager.default.removeItem(at: cache)
      try Data().write(to: cache)
      let told = try run(["check", "--format", "json"], in: folder)
      #expect(told.output == fresh.output && told.errors == fresh.errors)
    }
  }

  /// However a folder of content is written, its records are in one place, and those of folders that nobody checks
  /// any more go after 60 days.
  @Test func theFolderOfTheUserDoesNotGrow() async throws {
    try await withContent { folder in
      let cache = folder.appending(path: "cache/build-site/records")
      let stores = { try FileManager.default.contentsOfDirectory(atPath: cache.path()).sorted() }
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "link").path(), withDestinationPath: "content")
      for content in ["content", "./content/", "content/../content", "link"] {
        _ = try run(["check", "--content", content], in: folder)
      }
      _ = try run(["check", "--content", folder.appending(path: "content").path()], in: folder)
      let own = try #require(try stores().first)
      #expect(try stores() == [own])
      for (name, days) in [(own, 2.0), ("recent", 59), ("old", 61), ("other", 61)] {
        let store = cache.appending(path: name)
        if name != own { try store.write("x", to: name == "other" ? "mine.txt" : "base") }
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -days * 86_400)],
          ofItemAtPath: store.path())
      }
      _ = try run(["check"], in: folder)
      #expect(try stores() == [own, "other", "recent"].sorted())
    }
  }

  @Test func theRecordsOfASiteAreWithIt() async throws {
    try await withContent { folder in
      let first = try run(["build", "--site", "site"], in: folder)
      #expect(first.exitCode == 0)
      let records = folder.appending(path: "site/.build-site/records")
      #expect(try records.tree().keys.map { $0.split(separator: "/").last } == ["journal"])
      let before = try folder.appending(path: "site/blog").tree()
      // An edit adds one record.
      let review = "content/incidents/2026-06-16-unrestorable-backups.md"
      let size = try records.tree().values.reduce(0) { $0 + $1.count }
      let text = try String(contentsOf: folder.appending(path: review), encoding: .utf8)
      try folder.write(text + "\nOne more line.\n", to: review)
      #expect(try run(["build", "--site", "site"], in: folder).exitCode == 0)
      let added = try records.tree().values.reduce(0) { $0 + $1.count } - size
      #expect((1_000..<20_000).contains(added))
      #expect(try folder.appending(path: "site/blog").tree() != before)
      // The site is that of a build that uses nothing.
      let site = try folder.appending(path: "site/static/archive").tree()
      #expect(try run(["build", "--site", "other", "--no-cache"], in: folder).exitCode == 0)
      #expect(try folder.appending(path: "other/static/archive").tree() == site)
      #expect(
        !FileManager.default.fileExists(
          atPath: folder.appending(path: "other/.build-site/records").path()))
    }
  }

  /// A folder named `.build-site` that no build made stays as it is, and the build says so.
  @Test func aFolderOfSomebodyElseGetsNoRecords() async throws {
    try await withContent { folder in
      let state = folder.appending(path: "site/.build-site")
      try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
      try Data("Mine.".utf8).write(to: state.appending(path: "notes.txt"))
      let before = try state.tree()
      _ = try run(["check"], in: folder)
      #expect(try state.tree() == before)
      for _ in 0..<2 {
        let told = try run(["build"], in: folder)
        #expect(told.exitCode == 1 && told.output.contains("BS043"))
        #expect(try state.tree() == before)
      }
    }
  }

  /// A CI job restores the records of another run, and nothing else of the site.
  @Test func recordsMayComeFromAnotherRun() async throws {
    try await withContent { folder in
      #expect(try run(["build"], in: folder).exitCode == 0)
      let site = folder.appending(path: "site")
      let archive = try site.appending(path: "static/archive").tree()
      let records = try site.appending(path: ".build-site/records").tree()
      try FileManager.default.removeItem(at: site)
      for (name, bytes) in records {
        let file = site.appending(path: ".build-site/records/\(name)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: file)
      }
      let second = try run(["build"], in: folder)
      #expect(second.exitCode == 0, "\(second.errors)")
      #expect(try site.appending(path: "static/archive").tree() == archive)
      #expect(try site.appending(path: ".build-site/records").tree() == records)
    }
  }
}
