import Diagnostics
import Foundation
import Incidents
import TestSupport
import Testing

/// Real documents, whole, doubled, and cut where a generator with a fixed seed says.
@Suite(.enabled(if: SharedData.isExpected, SharedData.advice))
struct RealDocumentTests {
  private struct Document {
    let name: String
    let bytes: [UInt8]

    var inspections: [Inspection] {
      IncidentReader().inspect(DocumentReading(parsing: SourceFile(path: name, bytes: bytes)))
    }

    /// The lines with their numbers from 1, without those of code and front matter.
    var prose: [(number: Int, text: String)] {
      var isInCode = false
      let lines = String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().compactMap { index, line in
        let text = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
        if text.hasPrefix("```") || text.hasPrefix("~~~") { isInCode.toggle() }
        return isInCode ? nil : (index + 1, String(line))
      }
    }
  }

  private static func documents() throws -> [Document] {
    let folder = SharedData.folder.appending(path: "corpus/postmortem")
    let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String }
    return try (names ?? []).filter { $0.hasSuffix(".md") || $0.hasSuffix(".erb") }.sorted().map {
      Document(name: $0, bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  @Test func allAreReadHoweverTheyAreCut() throws {
    var seed: UInt64 = 20_260_110
    var count = 0
    for document in try Self.documents() {
      for _ in 0..<3 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let cut = Int(seed >> 33) % max(document.bytes.count, 1)
        for bytes in [document.bytes[cut...], document.bytes[..<cut]] {
          count += Document(name: document.name, bytes: Array(bytes)).inspections.count
        }
      }
    }
    #expect(count > 1_000)
  }

  /// What is made of a document grows with its length and no faster.
  @Test func twiceTheTextIsAtMostTwiceTheResult() throws {
    for document in try Self.documents() {
      let text = document.bytes + Array("\n\n".utf8)
      let once = Self.size(of: Document(name: document.name, bytes: text).inspections)
      let twice = Self.size(of: Document(name: document.name, bytes: text + text).inspections)
      #expect(twice <= 2 * once + 64, "\(document.name): \(once), doubled \(twice)")
    }
  }

  private static func size(of inspections: [Inspection]) -> Int {
    inspections.reduce(0) { size, inspection in
      let incident = inspection.incident
      return size + incident.sections.count + incident.labelled.count
        + (incident.timeline?.entries.count ?? 0) + (incident.timeline?.recap.count ?? 0)
        + incident.actionItems.count + inspection.unread.count
    }
  }

  /// Every line of a timeline that begins with a time is an event, tells one again, or is named.
  @Test func noTimeIsLost() throws {
    var times = 0
    for document in try Self.documents() {
      for inspection in document.inspections {
        guard let timeline = inspection.incident.timeline else { continue }
        var known = Set((timeline.entries + timeline.recap).map(\.line))
        known.formUnion(inspection.unread.map(\.line))
        for line in document.prose where timeline.lines.contains(line.number) {
          guard Self.beginsWithTime(line.text) else { continue }
          times += 1
          #expect(known.contains(line.number), "\(document.name):\(line.number): \(line.text)")
        }
      }
    }
    #expect(times > 700)
  }

  /// A bullet or the first cell of a row, a day or none, and `10:05`.
  private static func beginsWithTime(_ line: String) -> Bool {
    var text = line.drop { " \t-*|`[".contains($0) }
    guard text.count < line.count else { return false }
    let day = text.prefix(10)
    if day.count == 10, day.allSatisfy({ "0123456789-".contains($0) }) {
      text = text.dropFirst(10).drop { " T-,".contains($0) }
    }
    let hour = text.prefix { "0123456789".contains($0) }
    let minute = text.dropFirst(hour.count + 1).prefix { "0123456789".contains($0) }
    return (1...2).contains(hour.count) && minute.count == 2
      && text.dropFirst(hour.count).first == ":"
  }

  /// Every bullet at the margin of a part with action items is an item or is named.
  @Test func noBulletIsLost() throws {
    var bullets = 0
    for document in try Self.documents() {
      for inspection in document.inspections {
        var known = Set(inspection.incident.actionItems.map(\.line))
        known.formUnion(inspection.unread.map(\.line))
        let parts = inspection.incident.sections.filter { $0.kind == .actionItems && !$0.isMinor }
        for line in document.prose
        where parts.contains(where: { $0.lines.contains(line.number) })
          && (line.text.hasPrefix("- ") || line.text.hasPrefix("* "))
        {
          bullets += 1
          #expect(known.contains(line.number), "\(document.name):\(line.number): \(line.text)")
        }
      }
    }
    #expect(bullets > 200)
  }
}
