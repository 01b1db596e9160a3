import Files
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct ReadingTests {
  @Test func aFileInAFolderIsReadBehindNoLink() throws {
    let folder = try TemporaryFolder()
    try folder.fill("outside/a", "root/in/a")
    try folder.link("root/link", to: "../outside/a")
    try folder.link("root/out", to: "../outside")
    try folder.link("root-link", to: "root")
    let root = folder.at("root")
    #expect(try readFile("\(root)/in/a", below: root) == Array("root/in/a".utf8))
    let linked = folder.at("root-link")
    #expect(try readFile("\(linked)/in/a", below: linked) == Array("root/in/a".utf8))
    #expect(throws: FileError(path: "\(root)/link", code: ELOOP)) {
      try readFile("\(root)/link", below: root)
    }
    #expect(throws: FileError(path: "\(root)/out/a", code: ENOTDIR)) {
      try readFile("\(root)/out/a", below: root)
    }
    #expect(throws: FileError(path: "\(root)/gone/a", code: ENOENT)) {
      try readFile("\(root)/gone/a", below: root)
    }
    #expect(throws: FileError(path: "\(root)/in", reason: .notAFile)) {
      try readFile("\(root)/in", below: root)
    }
    // Not a path below the folder, so it is read as it is.
    #expect(try readFile(folder.at("outside/a"), below: root) == Array("outside/a".utf8))
  }

  @Test(arguments: [0, 1, 4_095, 4_096, 1 << 20])
  func readsWhatWasWritten(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try writeFile(bytes, to: folder.at("x"), flushing: true)
    #expect(try readFile(folder.at("x")) == bytes)
    #expect(try fileStatus(of: folder.at("x"))?.size == count)
  }

  @Test func takesALimit() throws {
    let folder = try TemporaryFolder()
    try writeFile([1, 2, 3], to: folder.at("x"))
    let path = folder.at("x")
    #expect(try readFile(path, limit: 3) == [1, 2, 3])
    #expect(throws: FileError(path: path, reason: .tooLarge(limit: 2))) {
      try readFile(path, limit: 2)
    }
  }

  @Test func refusesWhatIsNoFile() throws {
    let folder = try TemporaryFolder()
    let pipe = folder.at("pipe")
    try #require(unsafe mkfifo(pipe, 0o600) == 0)
    for path in [folder.path, pipe, "/dev/null"] {
      #expect(throws: FileError(path: path, reason: .notAFile)) { try readFile(path) }
    }
  }

  @Test func refusesLinksWhenAsked() throws {
    let folder = try TemporaryFolder()
    try folder.fill("x")
    try folder.link("link", to: "x")
    try folder.link("loop", to: "loop")
    let paths = (link: folder.at("link"), loop: folder.at("loop"))
    #expect(try folder.text("link") == "x")
    #expect(throws: FileError(path: paths.link, code: ELOOP)) {
      try readFile(paths.link, followingLinks: false)
    }
    #expect(throws: FileError(path: paths.loop, code: ELOOP)) { try readFile(paths.loop) }
  }

  #if canImport(Glibc)
    /// Files of `/proc` say they have no bytes.
    @Test func readsFilesWhoseSizeIsUnknown() throws {
      #expect(try readFile("/proc/self/status").starts(with: Array("Name:".utf8)))
      #expect(throws: FileError(path: "/proc/self/status", reason: .tooLarge(limit: 0))) {
        try readFile("/proc/self/status", limit: 0)
      }
    }
  #endif

  @Test func saysWhy() {
    #expect(
      FileError(path: "content/x.md", code: EACCES).description
        == "content/x.md: permission denied")
    #expect(
      FileError(path: "x", reason: .tooLarge(limit: 64 << 20)).description
        == "x: larger than 64 MB")
    #expect(
      FileError(path: "x", reason: .tooLarge(limit: 1_000)).description
        == "x: larger than 1000 bytes")
    #expect(FileError(path: "x", reason: .notAFile).description == "x: not a regular file")
    #expect(FileError(path: "x", reason: .held).description == "x: held by another build")
  }

  @Test func statusOfNothing() throws {
    let folder = try TemporaryFolder()
    try folder.fill("file")
    try folder.link("dangling", to: "nowhere")
    #expect(try fileStatus(of: folder.at("missing")) == nil)
    #expect(try fileStatus(of: folder.at("file/inside")) == nil)
    #expect(try fileStatus(of: folder.at("dangling")) == nil)
    #expect(try fileStatus(of: folder.at("dangling"), followingLinks: false)?.kind == .link)
    #expect(try fileStatus(of: folder.path)?.kind == .folder)
  }
}

@Suite struct WritingTests {
  @Test func replacesTheFileAndLeavesNothingBehind() throws {
    let folder = try TemporaryFolder()
    try folder.fill("x")
    try writeFile(Array("new".utf8), to: folder.at("x"))
    #expect(try folder.text("x") == "new")
    #expect(try removeEmptyFolder(folder.path) == false)
    try removeFile(folder.at("x"))
    #expect(try removeEmptyFolder(folder.path), "no temporary file is left")
  }

  @Test func replacesALinkAndNotItsTarget() throws {
    let folder = try TemporaryFolder()
    try folder.fill("target")
    try folder.link("link", to: "target")
    try writeFile([0x6E], to: folder.at("link"))
    #expect(try folder.text("target") == "target")
    #expect(try fileStatus(of: folder.at("link"), followingLinks: false)?.kind == .file)
  }

  @Test func namesThePathItWasGiven() throws {
    let folder = try TemporaryFolder()
    try folder.fill("folder/x")
    let paths = (missing: folder.at("missing/x"), folder: folder.at("folder"))
    #expect(throws: FileError(path: paths.missing, code: ENOENT)) {
      try writeFile([], to: paths.missing)
    }
    #expect(throws: FileError(path: paths.folder, code: EISDIR)) {
      try writeFile([], to: paths.folder)
    }
    #expect(try walk(folder.path).map(\.path) == ["folder/x"])
  }

  @Test func rewritesWithThePermissionsOfTheFile() throws {
    let folder = try TemporaryFolder()
    try folder.fill("x")
    let path = folder.at("x")
    for mode: mode_t in [0o600, 0o755, 0o444] {
      #expect(unsafe chmod(path, mode) == 0)
      try rewriteFile([UInt8(truncatingIfNeeded: mode)], at: path)
      #expect(try fileStatus(of: path)?.permissions == UInt16(mode))
      #expect(try readFile(path) == [UInt8(truncatingIfNeeded: mode)])
    }
    #expect(try walk(folder.path).map(\.path) == ["x"])
  }

  @Test func rewritesNothingButFiles() throws {
    let folder = try TemporaryFolder()
    try folder.fill("target")
    try folder.link("link", to: "target")
    let (link, missing) = (folder.at("link"), folder.at("missing"))
    #expect(throws: FileError(path: link, reason: .notAFile)) { try rewriteFile([], at: link) }
    #expect(throws: FileError(path: missing, code: ENOENT)) { try rewriteFile([], at: missing) }
    #expect(try folder.text("target") == "target")
  }

  @Test func appends() throws {
    let folder = try TemporaryFolder()
    let path = folder.at("x")
    try appendFile([1], to: path)
    try appendFile([2, 3], to: path)
    #expect(try readFile(path) == [1, 2, 3])
  }

  @Test func createsOnlyWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    let path = folder.at("x")
    #expect(try createFile([1], at: path).size == 1)
    #expect(throws: FileError(path: path, code: EEXIST)) { try createFile([2], at: path) }
    #expect(try readFile(path) == [1])
  }

  @Test func hardLinksShareAnInode() throws {
    let folder = try TemporaryFolder()
    try folder.fill("x")
    try linkFile(folder.at("x"), at: folder.at("y"))
    #expect(
      try fileStatus(of: folder.at("x"))?.inode == fileStatus(of: folder.at("y"))?.inode)
    let path = folder.at("y")
    #expect(throws: FileError(path: path, code: EEXIST)) { try linkFile(path, at: path) }
  }

  @Test func removesOnlyWhatIsThere() throws {
    let folder = try TemporaryFolder()
    try folder.fill("x")
    #expect(try removeFile(folder.at("x")))
    #expect(try removeFile(folder.at("x")) == false)
  }

  @Test func writesManyFilesAtOnce() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<200 {
        group.addTask {
          let inner = "\(path)/a/\(number % 5)/b"
          try makeFolders(inner)
          try writeFile([UInt8(number)], to: "\(inner)/\(number)")
        }
      }
      try await group.waitForAll()
    }
    #expect(try walk(path).count == 200)
  }
}
