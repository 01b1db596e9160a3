internal import Bytes
internal import CommonMark
internal import Vocabulary

/// A duration that the author typed: "Time to resolve: 1h 22m".
package struct TypedDuration: Hashable, Sendable {
  /// What it is stated to be the length of.
  package enum Subject: String, CaseIterable, Sendable {
    case detection
    case acknowledgement
    /// Until users were no longer affected by its name; authors do not agree on that.
    case mitigation
    /// Until the end by its name; authors do not agree on that.
    case resolution
    /// Until either.
    case incident
  }

  package let subject: Subject
  /// What the author calls it: "Time to recovery".
  package let label: String
  package let minutes: Int
  package let isApproximate: Bool
  /// Whether it leaves out the nights, so that no clock shows it: "7h (during support hours 10:00-17:00)".
  package let countsWorkingHours: Bool
  package let line: Int
  /// With the remark on working hours.
  package let written: String

  init(
    subject: Subject, label: String, minutes: Int, isApproximate: Bool, countsWorkingHours: Bool,
    line: Int, written: String
  ) {
    self.subject = subject
    self.label = label
    self.minutes = minutes
    self.isApproximate = isApproximate
    self.countsWorkingHours = countsWorkingHours
    self.line = line
    self.written = written
  }

  /// The durations of a document, from lines and rows of the form "label: duration".
  package static func all(in document: DocumentReading) -> [TypedDuration] {
    var found: [TypedDuration] = []
    for block in document.blocks {
      let line = block.lines.lowerBound
      switch block.kind {
      case .paragraph, .item:
        guard block.text.utf8.contains(UInt8(ascii: ":")) else { continue }
        for (offset, piece) in block.text.utf8.split(
          separator: 0x0A, omittingEmptySubsequences: false
        )
        .enumerated() {
          guard let colon = piece.prefix(40).firstIndex(of: UInt8(ascii: ":")),
            isNamed(piece[..<colon])
          else { continue }
          let value = Array(piece[piece.index(after: colon)...].prefix(Self.longest))
          if let duration = TypedDuration(piece[..<colon], value, line: line + offset) {
            found.append(duration)
          }
        }
      case .tableHeader, .tableRow:
        guard block.cells.count >= 2 else { continue }
        let value = Array(block.cells[1].text.utf8.prefix(Self.longest))
        if let duration = TypedDuration(block.cells[0].text.utf8[...], value, line: line) {
          found.append(duration)
        }
      case .heading, .code, .html, .thematicBreak, .quote: continue
      }
    }
    return found
  }

  /// Whether a label may have a letter, unlike the hour of a time.
  private static func isNamed(_ label: Substring.UTF8View) -> Bool {
    label.contains { $0.isLetter || $0 >= 0x80 }
  }

  /// How many bytes after a label are looked at: a length and the remark that follows it.
  private static let longest = 120

  private init?(_ label: Substring.UTF8View, _ value: [UInt8], line: Int) {
    // Most lines with a colon have no length after it.
    guard label.count <= 40, let length = StatedLength(leading: value[...]),
      let subject = Self.subjects[FoldedText.name(Substring(label))]
    else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    self.subject = subject
    self.label = String(Substring(label)).trimmed
    self.line = line
    minutes = length.minutes
    isApproximate = length.isApproximate
    countsWorkingHours = Words(text).mentionsWorkingHours
    written =
      countsWorkingHours ? text.trimmed : String(decoding: value[length.range], as: UTF8.self)
  }

  private static let subjects: [String: Subject] = {
    var subjects: [String: Subject] = [:]
    let rows: [(Subject, String)] = [
      (.detection, "time to detect,time to detection,detection time,mttd,ttd"),
      (
        .acknowledgement,
        "time to acknowledge,time to acknowledgement,time to acknowledgment,mtta,tta"
      ),
      (
        .mitigation,
        "time to repair,time to recover,time to recovery,time to mitigate,time to mitigation,recovery time,ttm"
      ),
      (.resolution, "time to resolve,time to resolution,resolution time"),
      (
        .incident,
        "duration,incident duration,outage duration,total duration,impact duration,duration of outage,duration of incident,duration of impact,downtime,total downtime,mttr,ttr"
      ),
    ]
    for (subject, names) in rows {
      for name in names.split(separator: ",") { subjects[String(name)] = subject }
    }
    return subjects
  }()
}

extension Words {
  fileprivate var mentionsWorkingHours: Bool {
    ["support", "office", "working", "business", "service"].contains { contains("\($0) hours") }
  }
}
