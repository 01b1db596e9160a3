import Testing

@testable import Files

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private typealias WayToExchange = @Sendable (String, String, String) throws -> Void

private let waysToExchange: [WayToExchange] = [
  { try exchangeFolders($0, $1, aside: $2) }, { try exchangeInSteps($0, $1, aside: $2) },
]

@Suite struct FolderTests {
  @Test func makesWhatIsMissing() throws {
    let folder = try TemporaryFolder()
    try makeFolders(folder.at("a/b/c"))
    try makeFolders(folder.at("a/b/c/"))
    try makeFolders("/")
    try makeFolders("")
    #expect(try fileStatus(of: folder.at("a/b/c"))?.kind == .folder)
  }

  @Test func refusesAFileInTheWay() throws {
    let folder = try TemporaryFolder()
    try folder.fill("x")
    let path = folder.at("x")
    #expect(throws: FileError(path: path, code: EEXIST)) { try makeFolders(path) }
    #expect(throws: FileError.self) { try makeFolders("\(path)/y") }
  }

  @Test func removesEmptyFoldersUpToTheRoot() throws {
    let folder = try TemporaryFolder()
    try makeFolders(folder.at("site/a/b/c"))
    try folder.fill("site/a/keep")
    try removeEmptyFolders(from: folder.at("site/a/b/c"), upTo: folder.at("site"))
    #expect(try fileStatus(of: folder.at("site/a/b")) == nil)
    #expect(try fileStatus(of: folder.at("site/a"))?.kind == .folder)
    try removeFile(folder.at("site/a/keep"))
    try removeEmptyFolders(from: folder.at("site/a"), upTo: folder.at("site"))
    #expect(try fileStatus(of: folder.at("site/a")) == nil)
    #expect(try fileStatus(of: folder.at("site"))?.kind == .folder)
  }

  @Test func neighboursOfTheRootStay() throws {
    let folder = try TemporaryFolder()
    try makeFolders(folder.at("site-old"))
    try removeEmptyFolders(from: folder.at("site-old"), upTo: folder.at("site"))
    #expect(try fileStatus(of: folder.at("site-old"))?.kind == .folder)
  }

  @Test func removesATreeButNotWhatLinksPointTo() throws {
    let folder = try TemporaryFolder()
    try folder.fill("keep/x", "tree/a/b/y", "tree/.hidden")
    try folder.link("tree/a/link", to: "../../keep")
    #expect(try removeAll(folder.at("tree")))
    #expect(try removeAll(folder.at("tree")) == false)
    #expect(try folder.text("keep/x") == "keep/x")
  }

  @Test(arguments: waysToExchange)
  fileprivate func exchanges(exchange: WayToExchange) throws {
    let folder = try TemporaryFolder()
    try folder.fill("site/old", "stage/new")
    try exchange(folder.at("site"), folder.at("stage"), folder.at("aside"))
    #expect(try walk(folder.at("site")).map(\.path) == ["new"])
    #expect(try walk(folder.at("stage")).map(\.path) == ["old"])
    #expect(try recoverExchange(folder.at("site"), aside: folder.at("aside")) == false)
  }

  @Test func oneStepIsKnownToTheSystem() throws {
    let folder = try TemporaryFolder()
    try folder.fill("site/old", "stage/new")
    try exchange(folder.at("site"), folder.at("stage"))
    #expect(try walk(folder.at("site")).map(\.path) == ["new"])
  }

  @Test(arguments: waysToExchange)
  fileprivate func exchangeWithNothingChangesNothing(exchange: WayToExchange) throws {
    let folder = try TemporaryFolder()
    try folder.fill("site/old")
    let paths = (site: folder.at("site"), stage: folder.at("stage"), aside: folder.at("aside"))
    #expect(throws: FileError.self) { try exchange(paths.site, paths.stage, paths.aside) }
    #expect(try walk(folder.path).map(\.path) == ["site/old"])
  }

  @Test func recoversAnExchangeThatWasCutShort() throws {
    let folder = try TemporaryFolder()
    try folder.fill("site/old")
    try moveFile(from: folder.at("site"), to: folder.at("aside"))
    #expect(try recoverExchange(folder.at("site"), aside: folder.at("aside")))
    #expect(try walk(folder.path).map(\.path) == ["site/old"])
  }

  @Test func recoversAnExchangeThatLacksItsLastStep() throws {
    let folder = try TemporaryFolder()
    try folder.fill("site/new", "aside/old")
    #expect(try recoverExchange(folder.at("site"), aside: folder.at("aside")))
    #expect(try walk(folder.path).map(\.path) == ["site/new"])
    #expect(try fileStatus(of: folder.at("aside")) == nil)
  }

  @Test func placesOnlyWhereNothingIs() throws {
    let folder = try TemporaryFolder()
    try folder.fill("new", "taken")
    let taken = folder.at("taken")
    #expect(throws: FileError(path: taken, code: EEXIST)) {
      try placeFile(from: folder.at("new"), to: taken)
    }
    #expect(try folder.text("taken") == "taken")
    try placeFile(from: folder.at("new"), to: folder.at("free"))
    #expect(try walk(folder.path).map(\.path) == ["free", "taken"])
  }
}

@Suite struct FileLockTests {
  @Test func oneHolderAtATime() throws {
    let folder = try TemporaryFolder()
    let path = folder.at(".lock")
    do {
      let lock = try FileLock(path)
      #expect(throws: FileError(path: path, reason: .held)) { _ = try FileLock(path) }
      _ = consume lock
    }
    _ = try FileLock(path)
  }

  @Test func aLinkIsNotFollowed() throws {
    let folder = try TemporaryFolder()
    try folder.link(".lock", to: "elsewhere")
    let path = folder.at(".lock")
    #expect(throws: FileError(path: path, code: ELOOP)) { _ = try FileLock(path) }
    #expect(try fileStatus(of: folder.at("elsewhere")) == nil)
  }

  @Test func aFolderThatIsMissing() throws {
    let folder = try TemporaryFolder()
    let path = folder.at("missing/.lock")
    #expect(throws: FileError(path: path, code: ENOENT)) { _ = try FileLock(path) }
  }
}
