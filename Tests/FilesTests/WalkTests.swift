import Files
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct WalkTests {
  @Test func sortsByTheBytesOfPaths() throws {
    let folder = try TemporaryFolder()
    try folder.fill("b.md", "a/x.md", "a.md", "a-b/y.md", "Z.md", "é.md", "a/b/c.md", "z.md")
    let found = try walk(folder.path)
    let paths = ["Z.md", "a-b/y.md", "a.md", "a/b/c.md", "a/x.md", "b.md", "z.md", "é.md"]
    #expect(found.map(\.path) == paths)
    #expect(found.allSatisfy { $0.kind == .file })
  }

  @Test func skipsHiddenNamesAndFoldersItIsTold() throws {
    let folder = try TemporaryFolder()
    try folder.fill(".git/config", ".hidden", "node_modules/x.md", "a/node_modules/y.md", "b.md")
    #expect(
      try walk(folder.path) { fileName(of: $0) != "node_modules" }.map(\.path) == ["b.md"])
  }

  @Test func reportsLinksAndNeverFollowsThem() throws {
    let folder = try TemporaryFolder()
    try folder.fill("a/x.md")
    try folder.link("a/loop", to: "..")
    try folder.link("dangling", to: "nowhere")
    #expect(
      try walk(folder.path) == [
        FoundFile(path: "a/loop", kind: .link), FoundFile(path: "a/x.md", kind: .file),
        FoundFile(path: "dangling", kind: .link),
      ])
  }

  /// The root is listed whatever it holds.
  @Test func namesFoldersThatABuildWrote() throws {
    let folder = try TemporaryFolder()
    try folder.fill(
      "a/.build-site/manifest", "a/x.md", "b/.build-site", "b/y.md", ".build-site/lock")
    #expect(
      try walk(folder.path) == [
        FoundFile(path: "a", kind: .output), FoundFile(path: "b/y.md", kind: .file),
      ])
  }

  @Test func followsTheRootItself() throws {
    let folder = try TemporaryFolder()
    try folder.fill("a/x.md")
    try folder.link("b", to: "a")
    #expect(try walk(folder.at("b")).map(\.path) == ["x.md"])
  }

  @Test func reportsPipes() throws {
    let folder = try TemporaryFolder()
    try #require(unsafe mkfifo(folder.at("pipe"), 0o600) == 0)
    #expect(try walk(folder.path) == [FoundFile(path: "pipe", kind: .other)])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func reportsUnreadableFolders() throws {
    let folder = try TemporaryFolder()
    try folder.fill("a/x.md", "b.md")
    try #require(unsafe chmod(folder.at("a"), 0) == 0)
    #expect(
      try walk(folder.path) == [
        FoundFile(path: "a", kind: .unreadable(errno: EACCES)),
        FoundFile(path: "b.md", kind: .file),
      ])
    try #require(unsafe chmod(folder.at("a"), 0o700) == 0)
  }

  @Test func boundsTheDepth() throws {
    let folder = try TemporaryFolder()
    let deep = Array(repeating: "d", count: 70).joined(separator: "/")
    try folder.fill("\(deep)/x.md", "a.md")
    let tooDeep = Array(repeating: "d", count: deepestFolder).joined(separator: "/")
    #expect(
      try walk(folder.path) == [
        FoundFile(path: "a.md", kind: .file), FoundFile(path: tooDeep, kind: .tooDeep),
      ])
  }

  @Test(arguments: [("missing", ENOENT), ("file", ENOTDIR)])
  func refusesARootThatIsNoFolder(name: String, code: Int32) throws {
    let folder = try TemporaryFolder()
    try folder.fill("file")
    let path = folder.at(name)
    let error = #expect(throws: FileError.self) { try walk(path) }
    #expect(error == FileError(path: path, code: code))
  }

  #if canImport(Glibc)
    @Test func reportsNamesThatAreNotUTF8() throws {
      let folder = try TemporaryFolder()
      let bytes = folder.at("").utf8.map { CChar(bitPattern: $0) } + [0x2F, 0x61, -1, 0]
      let number = unsafe creat(bytes, 0o600)
      try #require(number != -1)
      close(number)
      #expect(
        try walk(folder.path) == [
          FoundFile(path: "a\u{FFFD}", kind: .unreadable(errno: EILSEQ))
        ])
    }
  #endif

  @Test(arguments: [
    ("", "a", true), ("a", "", false), ("a", "a", false), ("a", "b", true), ("a", "aa", true),
    ("z", "é", true), ("\u{FF5E}", "\u{10000}", true),
  ])
  func byteOrder(left: String, right: String, precedes: Bool) {
    #expect(bytesPrecede(left, right) == precedes)
  }
}
