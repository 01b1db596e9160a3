import Bytes
import Diagnostics
import Files
import Foundation
import Incidents
import Learning
import TestSupport
import Testing
internal import Vocabulary

@testable import Content

/// A record that is damaged, or that was made with other zones, is made again.
struct RecordDamageTests {
  private static let reader = UnitReader(
    incidents: IncidentReader(clock: .init(database: .system)), runbooks: [], process: nil,
    configuration: SiteConfiguration())
  private static let units = (0..<12).map { number in
    number % 4 == 0
      ? ContentUnit.runbook("\(number).md")
      : .incident(review: "\(number).md", timeline: nil, folder: nil)
  }

  private static func file(_ path: String) throws(FileError) -> SourceFile {
    var generator = GeneratedDocument(seed: Int(path.dropLast(3)) ?? 0)
    let text = path == "0.md" || path == "4.md" ? generator.runbook() : generator.review()
    return SourceFile(path: path, text: text)
  }

  private static func memory(_ folder: String) -> UnitMemory {
    let none = ContentHash(of: [])
    return UnitMemory(
      store: RecordStore(at: folder), key: ReadingKey(of: reader, settings: none, program: none))
  }

  private static func batch(_ folder: String) -> UnitBatch {
    UnitBatch(of: units[...], by: reader, memory(folder), in: .memory([:]), file: file)
  }

  private static func isKept(in folder: String) -> Bool { batch(folder).new.isEmpty }

  private static func keep(_ batch: UnitBatch, in folder: String) {
    var keeping = RecordKeeping(in: RecordStore(at: folder))
    keeping.add(batch.new)
    keeping.finish(keeping: Set(batch.names))
  }

  @Test func noFlippedBitChangesWhatIsRead() async throws {
    try await withTemporaryFolder { url in
      let folder = url.path()
      let first = Self.batch(folder)
      let made = first.names.count
      #expect(made == 12)
      Self.keep(first, in: folder)
      #expect(Self.isKept(in: folder))
      let journal = url.appending(path: "journal").path()
      let whole = try readFile(journal)
      var numbers = GeneratedDocument(seed: 1)
      for _ in 0..<1_000 {
        var damaged = whole
        damaged[numbers.number(below: whole.count)] ^= 1 << UInt8(numbers.number(below: 8))
        try writeFile(damaged, to: journal)
        let isSame = Self.batch(folder).record == first.record
        #expect(isSame)
      }
      // What is missing after that is made once more.
      Self.keep(Self.batch(folder), in: folder)
      #expect(Self.isKept(in: folder))
    }
  }

  /// What an earlier run read is not read again, but for the file that has changed since.
  @Test func whatIsAsItWasIsNotRead() async throws {
    try await withTemporaryFolder { url in
      let first = Self.batch(url.path())
      Self.keep(first, in: url.path())
      var files: [String: [UInt8]] = [:]
      for path in Self.units.flatMap(\.paths) { files[path] = try Self.file(path).bytes }
      func again() -> UnitBatch {
        UnitBatch(
          of: Self.units[...], by: Self.reader, Self.memory(url.path()), in: .memory(files)
        ) { path throws(FileError) in throw FileError(path: path, reason: .changed) }
      }
      #expect(again().failures.isEmpty)
      let isSame = again().record == first.record
      #expect(isSame)
      files["3.md"]?.append(contentsOf: Array("\nOne more line.\n".utf8))
      #expect(again().failures.map(\.path) == ["3.md"])
    }
  }

  /// A process that was killed while it wrote leaves a part of it.
  @Test func noTornEndChangesWhatIsRead() async throws {
    try await withTemporaryFolder { url in
      let folder = url.path()
      let first = Self.batch(folder)
      Self.keep(first, in: folder)
      let journal = url.appending(path: "journal").path()
      let whole = try readFile(journal)
      for length in stride(from: 0, to: whole.count, by: 97) {
        try writeFile(Array(whole[..<length]), to: journal)
        let again = Self.batch(folder)
        let isSame = again.record == first.record
        #expect(isSame)
        Self.keep(again, in: folder)
        #expect(Self.isKept(in: folder))
        _ = try? removeFile(url.appending(path: "base").path())
      }
    }
  }

  @Test func aRecordOfOtherZonesIsNotUsed() throws {
    let unit = ReadUnit(Self.units[1], file: Self.file)
    let record = Self.reader.record(of: unit.unit, unit.files)
    let memory = Self.memory("/nowhere")
    func bytes(_ name: String, _ hash: ContentHash?) -> ArraySlice<UInt8> {
      var writer = RecordWriter(known: unit.unit.paths)
      writer.write(1)
      writer.write(name)
      writer.write(hash)
      writer.write(record)
      return writer.bytes[...]
    }
    let berlin = try #require(ZoneDatabase.systemHash(ofFile: "Europe/Berlin"))
    #expect(memory.record(of: unit, from: bytes("Europe/Berlin", berlin)) == record)
    #expect(memory.record(of: unit, from: bytes("Europe/Berlin", ContentHash(of: []))) == nil)
    #expect(memory.record(of: unit, from: bytes("Europe/Berlin", nil)) == nil)
    #expect(memory.record(of: unit, from: bytes("Europe/Nowhere", nil)) == record)
  }

  @Test func theZonesThatAUnitAsksForAreNoted() {
    let text = "# Down\n\n## Timeline\n\n- 2026-01-10 10:00 Europe/Paris - alert\n"
    let file = SourceFile(path: "a.md", text: text)
    let (_, zones) = ZoneNotes.files(askedOf: .system) { zones in
      var reader = Self.reader
      reader.incidents.clock.database = zones
      return reader.record(of: .incident(review: "a.md", timeline: nil, folder: nil), [file])
    }
    #expect(zones == ["Europe/Paris"])
  }

  /// Each part of the key counts.
  @Test func everythingThatReadingDependsOnIsInTheKey() {
    let none = ContentHash(of: [])
    let other = ContentHash(of: [1])
    var readers = [Self.reader]
    var changed = Self.reader
    changed.incidents.scale = .init([.init("SEV1"), .init("SEV2")], source: .settings)
    readers.append(changed)
    changed = Self.reader
    changed.incidents.clock.zone = .init(leading: Array("CET".utf8)[...])
    readers.append(changed)
    changed = Self.reader
    changed.incidents.clock.database = .none
    readers.append(changed)
    changed = Self.reader
    changed.process =
      Self.reader.record(
        of: .runbook("0.md"), [SourceFile(path: "0.md", text: "# Response\n")]
      ).runbooks.first
    readers.append(changed)
    readers.append(
      UnitReader(
        incidents: Self.reader.incidents, runbooks: ["content/runbooks"], process: nil,
        configuration: Self.reader.configuration))
    let units = [
      ContentUnit.runbook("a.md"), .runbook("b.md"),
      .incident(review: "a.md", timeline: nil, folder: nil),
      .incident(review: nil, timeline: "a.md", folder: nil),
      .incident(review: "a.md", timeline: nil, folder: "a"),
    ]
    var names: [ContentHash] = []
    for reader in readers {
      for (settings, program) in [(none, none), (other, none), (none, other)] {
        let key = ReadingKey(of: reader, settings: settings, program: program)
        for unit in units {
          names += [key.name(of: unit, files: [none]), key.name(of: unit, files: [other])]
        }
      }
    }
    #expect(names.count == 180 && Set(names).count == names.count)
  }
}
