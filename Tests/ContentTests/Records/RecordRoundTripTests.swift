import Bytes
import Checklist
import Diagnostics
import Files
import Foundation
import Incidents
import Learning
import Runbooks
import TestSupport
import Testing

@testable import Content

/// A record comes back from its bytes as it was, whatever was read.
struct RecordRoundTripTests {
  private static let project = URL(filePath: #filePath).appending(path: "../../../..").standardized

  @Test func everyRecordOfTheExampleComesBack() async throws {
    let records = try Self.records(of: Self.project.appending(path: "content").path())
    #expect(records.count == 15)
    for (paths, record) in records { try Self.expectSame(record, paths) }
  }

  @Test(
    .enabled(if: SharedData.isExpected, SharedData.advice), arguments: ["postmortem", "runbook"])
  func everyRecordOfRealDocumentsComesBack(kind: String) throws {
    let records = try Self.records(of: SharedData.folder.appending(path: "corpus/\(kind)").path())
    #expect(records.count > 50)
    for (paths, record) in records { try Self.expectSame(record, paths) }
  }

  @Test func everyRecordOfGeneratedReviewsComesBack() throws {
    for (paths, record) in Self.generated { try Self.expectSame(record, paths) }
  }

  /// Each property of each recorded value has several values here, so that one which is not recorded would make
  /// the tests above fail.
  @Test func everyPropertyIsSeenToVary()
    throws
  {
    var variety = Variety()
    for (_, record) in Self.generated { variety.add(record) }
    for (_, record) in try Self.records(of: Self.project.appending(path: "content").path()) {
      variety.add(record)
    }
    #expect(variety.constant == Self.alwaysTheSame)
  }

  /// The library keeps a timeline without its entries. A record is without the hashes that name it, and none is kept
  /// of a document with a secret. Front matter has no tags.
  private static let alwaysTheSame: Set<String> = [
    "Timeline.dayLines", "Timeline.entries", "Timeline.remarks", "Timeline.recap",
    "Timeline.unread",
    "UnitRecord.hashes", "UnitRecord.masks", "YAMLNode.tag",
  ]

  private static func expectSame(_ record: UnitRecord, _ paths: [String]) throws {
    guard record.masks.isEmpty else { return }
    var writer = RecordWriter(known: paths)
    writer.write(record)
    var reader = RecordReader(writer.bytes, known: paths)
    let same: UnitRecord = try reader.read()
    let isAtEnd = reader.isAtEnd
    #expect(isAtEnd && same == record, "\(paths)")
    // Equal texts may differ in their bytes.
    var again = RecordWriter(known: paths)
    again.write(same)
    #expect(again.bytes == writer.bytes, "\(paths)")
  }

  private static let generated: [(paths: [String], record: UnitRecord)] =
    (0..<400).map(generated) + [guessed]

  /// A review with a part that only its content tells.
  private static let guessed: (paths: [String], record: UnitRecord) = {
    let text =
      "# Uploads stopped\n\n## Root cause\n\nA limit.\n\n## Looking forward\n\n- [ ] raise it\n- [ ] alert\n"
    let unit = ContentUnit.incident(review: "content/guessed.md", timeline: nil, folder: nil)
    return record(of: unit, reader(process: nil)) { _ in Array(text.utf8) }
  }()

  private static func generated(seed: Int) -> (paths: [String], record: UnitRecord) {
    var generator = GeneratedDocument(seed: seed)
    let text =
      seed % 4 == 0 ? generator.runbook() : seed % 10 == 1 ? generator.log() : generator.review()
    let path = "content/\(seed).md"
    let unit =
      seed % 4 == 0
      ? ContentUnit.runbook(path) : .incident(review: path, timeline: nil, folder: nil)
    return record(of: unit, reader(process: nil)) { _ in Array(text.utf8) }
  }

  private static func records(of root: String) throws -> [(paths: [String], record: UnitRecord)] {
    let layout = try ContentLoader(root: root, today: nil).layout()
    let runbooks = try layout.runbooks.map { unit in
      try record(of: unit, reader(process: nil)) { try readFile($0) }
    }
    let process = Library.process(among: runbooks.flatMap(\.record.runbooks))
    return try runbooks
      + layout.incidents.map { unit in
        try record(of: unit, reader(process: process)) { try readFile($0) }
      }
  }

  private static func reader(process: Runbook?) -> UnitReader {
    UnitReader(
      incidents: IncidentReader(), runbooks: [], process: process,
      configuration: SiteConfiguration())
  }

  private static func record(
    of unit: ContentUnit, _ reader: UnitReader, read: (String) throws -> [UInt8]
  ) rethrows -> (paths: [String], record: UnitRecord) {
    let files = try unit.paths.map { SourceFile(path: $0, bytes: try read($0)) }
    return (unit.paths, reader.record(of: unit, files))
  }
}

/// Which properties of values, and of the values in them, have always been the same.
private struct Variety {
  private var first: [String: String] = [:]
  private var varied: Set<String> = []

  var constant: Set<String> { Set(first.keys).subtracting(varied) }

  mutating func add(_ value: Any) {
    let mirror = Mirror(reflecting: value)
    for child in mirror.children {
      if mirror.displayStyle == .struct, let label = child.label, isOurs(value) {
        let name = "\(Self.name(of: value)).\(label)"
        if !varied.contains(name) {
          let text = String(String(describing: child.value).prefix(200))
          if let first = first[name], first != text { varied.insert(name) }
          first[name] = text
        }
      }
      add(child.value)
    }
  }

  private func isOurs(_ value: Any) -> Bool {
    !String(reflecting: type(of: value)).hasPrefix("Swift.")
  }

  private static func name(of value: Any) -> String {
    String(String(describing: type(of: value)).prefix { $0 != "<" })
  }
}
