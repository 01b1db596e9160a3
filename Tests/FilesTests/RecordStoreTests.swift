import Testing

@testable import Files

/// Records that are kept in a folder, and what becomes of a damaged one.
struct RecordStoreTests {
  /// A record of some bytes for a number, of another length for each.
  private static func record(_ number: Int, size: Int = 40) -> [UInt8] {
    [UInt8](repeating: UInt8(truncatingIfNeeded: number &* 31), count: size + number % 7)
  }

  private static func name(_ number: Int) -> ContentHash {
    ContentHash(of: Array("record \(number)".utf8))
  }

  private static func keep(
    _ numbers: Range<Int>, in folder: String, size: Int = 40, using: Range<Int>? = nil
  ) {
    var keeping = RecordKeeping(in: RecordStore(at: folder))
    for number in numbers {
      var new = NewRecords()
      new.add(record(number, size: size), named: name(number))
      keeping.add(new)
    }
    keeping.finish(keeping: Set((using ?? 0..<numbers.upperBound).map(name)))
  }

  /// The numbers of those records that are found; each has the right bytes.
  private static func found(_ numbers: Range<Int>, in folder: String, size: Int = 40) -> [Int] {
    let records = RecordStore(at: folder).records(named: numbers.map(name))
    return zip(numbers, records).compactMap { number, bytes in
      guard let bytes else { return nil }
      #expect(Array(bytes) == record(number, size: size))
      return number
    }
  }

  private func size(_ name: String, in folder: String) throws(FileError) -> Int {
    try fileStatus(of: joinedPath(folder, name))?.size ?? 0
  }

  @Test func aFewRecordsGoToTheJournal() async throws {
    try await withFolder { folder throws in
      Self.keep(0..<3, in: folder)
      let before = try size("journal", in: folder)
      Self.keep(3..<4, in: folder)
      #expect(Self.found(0..<6, in: folder) == [0, 1, 2, 3])
      #expect(try size("base", in: folder) == 0)
      #expect(try size("journal", in: folder) - before < 100)
    }
  }

  @Test func manyRecordsMakeABase() async throws {
    try await withFolder { folder throws in
      Self.keep(0..<700, in: folder, size: 4_000)
      #expect(Self.found(0..<700, in: folder, size: 4_000).count == 700)
      #expect(try size("journal", in: folder) == 0)
      // One more is written without the others.
      Self.keep(700..<701, in: folder, size: 4_000)
      #expect(try size("journal", in: folder) < 4_100)
      #expect(Self.found(0..<701, in: folder, size: 4_000).count == 701)
      #expect(try names(in: folder) == ["base", "journal", "lock"])
    }
  }

  @Test func aJournalThatHasGrownBecomesABaseWithoutWhatIsNotUsed() async throws {
    try await withFolder { folder throws in
      for number in 0..<100 {
        Self.keep(
          number..<number + 1, in: folder, size: 8_000, using: max(0, number - 20)..<number + 1)
      }
      #expect(Self.found(80..<100, in: folder, size: 8_000).count == 20)
      #expect(Self.found(0..<40, in: folder, size: 8_000) == [])
      let all = try size("base", in: folder) + size("journal", in: folder)
      #expect(all < 21 * 8_000 * 2 + 1 << 19)
    }
  }

  /// A policy that is edited makes all records anew, and the old ones go.
  @Test func recordsThatAllChangedTakeThePlaceOfTheOldOnes() async throws {
    try await withFolder { folder throws in
      Self.keep(0..<700, in: folder, size: 4_000)
      let before = try size("base", in: folder)
      Self.keep(700..<1_400, in: folder, size: 4_000, using: 700..<1_400)
      #expect(Self.found(0..<1_400, in: folder, size: 4_000) == Array(700..<1_400))
      #expect(try size("base", in: folder) < before + 10_000)
    }
  }

  @Test func aJournalCutAnywhereKeepsWhatIsWhole() async throws {
    try await withFolder { folder throws in
      Self.keep(0..<3, in: folder)
      let journal = joinedPath(folder, "journal")
      let whole = try readFile(journal)
      for length in 0..<whole.count {
        try writeFile(Array(whole[..<length]), to: journal)
        let left = Self.found(0..<3, in: folder)
        #expect(left == Array(0..<left.count) && left.count < 3)
      }
      // What comes behind a torn end would not be found, so all is written anew.
      Self.keep(3..<4, in: folder)
      #expect(Self.found(0..<4, in: folder) == [0, 1, 3])
      #expect(RecordStore(at: folder).isTorn == false)
    }
  }

  @Test func noFlippedBitMakesAnotherRecord() async throws {
    try await withFolder { folder throws in
      Self.keep(0..<3, in: folder)
      try removeFile(joinedPath(folder, "lock"))
      let journal = joinedPath(folder, "journal")
      try expectSurvival(of: journal, in: folder)
      // The same as a base.
      try writeFile(try readFile(journal) + [0], to: journal)
      Self.keep(3..<4, in: folder)
      try expectSurvival(of: joinedPath(folder, "base"), in: folder)
    }
  }

  private func expectSurvival(of file: String, in folder: String) throws {
    let whole = try readFile(file)
    #expect(!whole.isEmpty)
    for place in whole.indices {
      for bit in [0, 4, 7] {
        var damaged = whole
        damaged[place] ^= 1 << UInt8(bit)
        try writeFile(damaged, to: file)
        #expect(Self.found(0..<4, in: folder).count <= 4)
      }
    }
    for length in whole.indices {
      try writeFile(Array(whole[..<length]), to: file)
      #expect(Self.found(0..<4, in: folder).count <= 4)
    }
    try writeFile(whole, to: file)
  }

  @Test(arguments: ["base", "journal"])
  func whatIsNoStoreIsNotUsed(name: String) async throws {
    try await withFolder { folder throws in
      let path = joinedPath(folder, name)
      for foreign in ["", "hello", String(repeating: "x", count: 5_000)] {
        try writeFile(Array(foreign.utf8), to: path)
        #expect(RecordStore(at: folder).isEmpty)
      }
      try removeFile(path)
      try makeFolders(path)
      #expect(RecordStore(at: folder).isEmpty)
      Self.keep(0..<3, in: folder)
      #expect(Self.found(0..<3, in: folder).isEmpty == (name == "journal"))
    }
  }

  @Test func aFolderThatCannotBeWrittenToKeepsNothing() async throws {
    try await withFolder { folder throws in
      let file = joinedPath(folder, "file")
      try writeFile([], to: file)
      for path in [file, joinedPath(file, "below"), "/proc/build-site"] {
        Self.keep(0..<3, in: path)
        Self.keep(0..<700, in: path, size: 4_000)
        #expect(Self.found(0..<3, in: path) == [])
      }
    }
  }

  @Test func whoDoesNotGetTheLockWritesNothing() async throws {
    try await withFolder { folder throws in
      Self.keep(0..<3, in: folder)
      let lock = try FileLock(joinedPath(folder, "lock"))
      Self.keep(3..<6, in: folder)
      Self.keep(6..<700, in: folder, size: 4_000)
      lock.release()
      #expect(Self.found(0..<700, in: folder) == [0, 1, 2])
      #expect(try names(in: folder) == ["journal", "lock"])
    }
  }

  @Test func manyAtOnceDoNotHurtEachOther() async throws {
    try await withFolder { folder throws in
      await withTaskGroup(of: Void.self) { group in
        for number in 0..<40 {
          group.addTask {
            Self.keep(
              number * 10..<number * 10 + 10, in: folder, size: 20_000, using: 0..<400)
            _ = Self.found(0..<400, in: folder, size: 20_000)
          }
        }
      }
      #expect(!Self.found(0..<400, in: folder, size: 20_000).isEmpty)
      #expect(RecordStore(at: folder).isTorn == false)
    }
  }

  @Test func aStoreCanBeMoved() async throws {
    try await withFolder { folder throws in
      let (old, new) = (joinedPath(folder, "old"), joinedPath(folder, "new/place"))
      Self.keep(0..<700, in: old, size: 4_000)
      Self.keep(700..<702, in: old, size: 4_000)
      RecordStore.move(from: old, to: new)
      #expect(Self.found(0..<702, in: new, size: 4_000).count == 702)
      #expect(RecordStore(at: old).isEmpty)
      RecordStore.move(from: joinedPath(folder, "nowhere"), to: new)
      #expect(!RecordStore(at: new).isEmpty)
    }
  }

  private func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    try makeFolders(folder.at("records"))
    try await body(folder.at("records"))
  }

  private func names(in folder: String) throws -> [String] {
    try OpenFolder(folder).entries().map(\.name).sorted()
  }
}
