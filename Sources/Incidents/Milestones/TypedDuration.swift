internal import Bytes
internal import CommonMark
internal import Vocabulary

/// A duration that the author typed: "Time to resolve: 1h 22m".
package struct TypedDuration: Hashable, Sendable {
  /// What it is said to be the length of.
  package enum Subject: Hashable, Sendable {
    case detection
    case acknowledgement
    /// Until users were well again, or until the end; authors do not agree on which.
    case incident
  }

  package let subject: Subject
  package let minutes: Int
  package let isApproximate: Bool
  package let line: Int
  package let written: String

  /// Those of a document, from lines and rows of the form "label: duration".
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
          // Most lines that have a colon have no number after it.
          guard let colon = piece.prefix(40).firstIndex(of: UInt8(ascii: ":")),
            piece[colon...].dropFirst().prefix(24).contains(where: \.isDigit)
          else { continue }
          let label = String(decoding: Array(piece[..<colon]), as: UTF8.self)
          if let duration = TypedDuration(
            label, Array(piece[piece.index(after: colon)...])[...], line: line + offset)
          {
            found.append(duration)
          }
        }
      case .tableHeader, .tableRow:
        guard block.cells.count >= 2 else { continue }
        if let duration = TypedDuration(
          block.cells[0].text, Array(block.cells[1].text.utf8)[...], line: line)
        {
          found.append(duration)
        }
      case .heading, .code, .html, .thematicBreak, .quote: continue
      }
    }
    return found
  }

  private init?(_ label: String, _ value: ArraySlice<UInt8>, line: Int) {
    guard label.utf8.count <= 40, value.contains(where: \.isDigit),
      let subject = Self.subjects[FoldedText.fold(label)],
      let length = DurationReading(leading: value)
    else { return nil }
    // "7h (during support hours 10:00-17:00)" is not the time that a clock shows.
    if Words(String(decoding: value.prefix(120), as: UTF8.self)).mentionsWorkingHours { return nil }
    self.subject = subject
    self.line = line
    minutes = length.minutes
    isApproximate = length.isApproximate
    written = length.written
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
        .incident,
        "duration,incident duration,outage duration,total duration,impact duration,duration of outage,duration of incident,duration of impact,downtime,total downtime,time to resolve,time to resolution,time to repair,time to recover,time to recovery,time to mitigate,time to mitigation,resolution time,recovery time,mttr,ttr,ttm"
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

/// A length of time at the start of a text: "45 minutes", "1h 22m", "~2 hours", "1 day, 3 hours", "1.5 h".
struct DurationReading {
  private(set) var minutes = 0
  private(set) var isApproximate = false
  private(set) var written = ""

  /// - Returns: `nil` when the text is not a length, or a range of lengths, or goes on in words.
  init?(leading bytes: ArraySlice<UInt8>) {
    var cursor = TextCursor(bytes)
    cursor.skipBlanks()
    let start = cursor.rest
    for sign: StaticString in [
      "~", "≈", ">", "<", "approximately ", "about ", "approx. ", "around ",
    ]
    where cursor.take(sign) {
      isApproximate = true
      cursor.skipBlanks()
    }
    var total = 0.0
    var parts = 0
    while let part = Self.part(&cursor) {
      total += part
      parts += 1
      var ahead = cursor
      ahead.skipBlanks()
      if ahead.take(",") { ahead.skipBlanks() }
      if ahead.take(word: "and") { ahead.skipBlanks() }
      guard let next = ahead.next, next.isDigit else { break }
      cursor = ahead
    }
    guard parts > 0, total < 1_000_000 else { return nil }
    written = String(decoding: start.prefix(start.count - cursor.rest.count), as: UTF8.self)
    cursor.skipBlanks()
    if let next = cursor.next, !Array("(,.;|".utf8).contains(next) { return nil }
    minutes = Int(total)
  }

  /// The minutes of one number and its unit.
  private static func part(_ cursor: inout TextCursor) -> Double? {
    var ahead = cursor
    guard let whole = ahead.number(digits: 1...6) else { return nil }
    var value = Double(whole)
    var decimals = ahead
    if decimals.take("."), let tenth = decimals.number(digits: 1...1) {
      value += Double(tenth) / 10
      ahead = decimals
    }
    ahead.skipBlanks()
    guard let factor = units[ahead.word] else { return nil }
    ahead.skip(ahead.word.utf8.count)
    cursor = ahead
    return value * factor
  }

  private static let units: [String: Double] = [
    "s": 1 / 60, "sec": 1 / 60, "secs": 1 / 60, "second": 1 / 60, "seconds": 1 / 60, "m": 1,
    "min": 1,
    "mins": 1, "minute": 1, "minutes": 1, "h": 60, "hr": 60, "hrs": 60, "hour": 60, "hours": 60,
    "d": 1440, "day": 1440, "days": 1440,
  ]
}
