import Files
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A table of what a run read tells whether all of it is as it was.
struct InputTableTests {
  /// A run that lists a folder, reads two files of it, and asks for one that is not there.
  private static func read(_ folder: borrowing TemporaryFolder) throws -> InputLog {
    let log = InputLog()
    let source = FileSource.disk(noting: log)
    _ = try source.list(folder.path, true)
    _ = try source.read(folder.at("a.md"))
    _ = try source.readBelow(folder.at("b/c.md"), folder.path)
    _ = try source.kind(folder.at("missing.md"))
    return log
  }

  private static func filled() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.fill("a.md", "b/c.md", "b/picture.png", "b/.hidden")
    return folder
  }

  /// `isRacy` makes it a run that began before the files were written.
  private static func table(of log: InputLog, isRacy: Bool = false) throws -> InputTable {
    let start = isRacy ? 0 : clockTime() + 10_000_000_000
    let table = InputTable(try #require(log.inputs), readAt: start)
    return try #require(InputTable(parsing: table.bytes))
  }

  private struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let isSeen: Bool
    let apply: @Sendable (_ at: (String) -> String) throws -> Void
    var testDescription: String { name }
  }

  private static let changes = [
    Change(name: "nothing", isSeen: false) { _ in },
    Change(name: "a file has other bytes", isSeen: true) { at in
      try writeFile(Array("x.md".utf8), to: at("a.md"))
    },
    Change(name: "a file is longer", isSeen: true) { at in
      try appendFile([0x0A], to: at("b/c.md"))
    },
    Change(name: "a file has other bytes, and its time was put back", isSeen: true) { at in
      let before = try #require(try fileStatus(of: at("a.md")))
      try appendFile([], to: at("a.md"))
      try rewriteFile(Array("x.md".utf8), at: at("a.md"))
      try setTime(before.modified, of: at("a.md"))
      let after = try #require(try fileStatus(of: at("a.md")))
      try #require(after.size == before.size && after.modified == before.modified)
    },
    Change(name: "a file was saved as it was", isSeen: false) { at in
      try writeFile(Array("a.md".utf8), to: at("a.md"))
    },
    Change(name: "a file has another time", isSeen: false) { at in
      try setTime(1_000_000_000, of: at("b/c.md"))
    },
    Change(name: "a file is gone", isSeen: true) { at in try removeFile(at("a.md")) },
    Change(name: "a file is a link", isSeen: true) { at in
      try moveFile(from: at("b/c.md"), to: at("b/.c.md"))
      try #require(unsafe symlink(".c.md", at("b/c.md")) == 0)
    },
    Change(name: "a file that was not read is gone", isSeen: true) { at in
      try removeFile(at("b/picture.png"))
    },
    Change(name: "a file that was not read has other bytes", isSeen: false) { at in
      try writeFile([1, 2, 3], to: at("b/picture.png"))
    },
    Change(name: "a file is new", isSeen: true) { at in try writeFile([], to: at("b/d.md")) },
    Change(name: "a file has another name", isSeen: true) { at in
      try moveFile(from: at("b/picture.png"), to: at("b/image.png"))
    },
    Change(name: "a folder is new", isSeen: true) { at in try makeFolders(at("b/e")) },
    Change(name: "a folder has another name", isSeen: true) { at in
      try moveFile(from: at("b"), to: at("c"))
    },
    Change(name: "a folder is a link", isSeen: true) { at in
      try moveFile(from: at("b"), to: at(".b"))
      try #require(unsafe symlink(".b", at("b")) == 0)
    },
    Change(name: "a hidden file is new", isSeen: false) { at in
      try writeFile([], to: at("b/.swap"))
    },
    Change(name: "git leaves files out", isSeen: true) { at in
      try writeFile([], to: at("b/.gitignore"))
    },
    Change(name: "what was missing is there", isSeen: true) { at in
      try writeFile([], to: at("missing.md"))
    },
  ]

  @Test(arguments: changes) private func seesEachChange(change: Change) async throws {
    let folder = try Self.filled()
    let log = try Self.read(folder)
    let (sure, racy) = (try Self.table(of: log), try Self.table(of: log, isRacy: true))
    let path = folder.path
    try change.apply { joinedPath(path, $0) }
    #expect(await sure.check(.outcome) == (change.isSeen ? .content : .none))
    // Where no status can be trusted, the bytes tell the same.
    #expect(await racy.check(.outcome) == (change.isSeen ? .content : .none))
    // Not even a file with the same bytes is as it was while a run was at work, nor its folder.
    #expect(await (sure.check(.status) == .none) == (change.name == "nothing"))
  }

  @Test func knowsTheHashOfAnUnchangedFileOnly() throws {
    let folder = try Self.filled()
    let log = try Self.read(folder)
    let table = try Self.table(of: log)
    let hash = ContentHash(of: Array("a.md".utf8))
    #expect(table.hash(ofUnchanged: folder.at("a.md")) == hash)
    #expect(try Self.table(of: log, isRacy: true).hash(ofUnchanged: folder.at("a.md")) == nil)
    #expect(table.hash(ofUnchanged: folder.at("b")) == nil)
    #expect(table.hash(ofUnchanged: folder.at("b/picture.png")) == nil)
    #expect(table.hash(ofUnchanged: folder.at("missing.md")) == nil)
    #expect(InputTable.empty.hash(ofUnchanged: folder.at("a.md")) == nil)
    try writeFile(Array("a.md".utf8), to: folder.at("a.md"))
    #expect(table.hash(ofUnchanged: folder.at("a.md")) == nil)
  }

  /// A hash that is known is an input like one that was read, so the table of the next run has it again.
  @Test func handsKnownHashesOn() throws {
    let folder = try Self.filled()
    let known = try Self.table(of: try Self.read(folder))
    let log = InputLog(knowing: known)
    let source = FileSource.disk(noting: log)
    #expect(source.knownHash(folder.at("a.md")) == ContentHash(of: Array("a.md".utf8)))
    #expect(source.knownHash(folder.at("b/picture.png")) == nil)
    #expect(FileSource.disk.knownHash(folder.at("a.md")) == nil)
    let next = try Self.table(of: log)
    #expect(next.hash(ofUnchanged: folder.at("a.md")) != nil)
    #expect(next.hash(ofUnchanged: folder.at("b/c.md")) == nil)
  }

  /// An edit that a file source holds in memory goes before the disk.
  @Test func unsavedTextHasItsOwnHash() throws {
    let folder = try Self.filled()
    let log = InputLog(knowing: try Self.table(of: try Self.read(folder)))
    let source = FileSource.disk(noting: log).replacing([folder.at("a.md"): [1, 2]])
    #expect(source.knownHash(folder.at("a.md")) == ContentHash(of: [1, 2]))
    #expect(source.knownHash(folder.at("b/c.md")) == ContentHash(of: Array("b/c.md".utf8)))
  }

  @Test func aFileThatChangesBetweenTwoReadingsIsNoInput() throws {
    let folder = try Self.filled()
    let log = try Self.read(folder)
    #expect(log.inputs != nil)
    try writeFile([1], to: folder.at("a.md"))
    _ = try FileSource.disk(noting: log).read(folder.at("a.md"))
    #expect(log.inputs == nil)
  }

  @Test func aFileThatCannotBeReadIsNoInput() throws {
    let folder = try Self.filled()
    let log = try Self.read(folder)
    #expect(throws: FileError.self) { try FileSource.disk(noting: log).read(folder.at("gone.md")) }
    #expect(log.inputs == nil)
  }

  @Test func bytesThatAreNoTableAreNone() throws {
    let folder = try Self.filled()
    let bytes = try Self.table(of: try Self.read(folder)).bytes
    #expect(InputTable(parsing: []) == nil)
    for count in [1, 15, 16, 60, bytes.count - 1] {
      #expect(InputTable(parsing: Array(bytes.prefix(count))) == nil, "\(count)")
    }
    #expect(InputTable.empty.count == 0)
    #expect(InputTable(parsing: InputTable.empty.bytes)?.count == 0)
  }

  private static func setTime(_ time: Int64, of path: String) throws {
    let moment = timespec(
      tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
    let times = [moment, moment]
    try #require(unsafe utimensat(AT_FDCWD, path, times, 0) == 0)
  }
}
