internal import Bytes
internal import CommonMark
internal import Vocabulary

/// Finds the timeline of a review that has no heading for it.
enum TimedLines {
  /// Fewer lines with times are a list of something else.
  private static let fewest = 3

  /// The lines between two headings most of which begin with a time of day: the fullest such part, and only
  /// when it is clear. Events that are headings themselves also count.
  static func fullest(of document: DocumentReading) -> LineRange? {
    var best: (count: Int, lines: LineRange)?
    var start = document.lines.lowerBound
    var timed = 0
    var others = 0
    var headings: [Int] = []
    func judge(end: Int) {
      guard timed >= fewest, timed * 2 >= others, timed > best?.count ?? 0, start < end else {
        return
      }
      best = (timed, start..<end)
    }
    for block in document.blocks.lazy.map(\.withoutStruck) {
      switch block.kind {
      case .heading:
        if !document.isHeld(block) {
          judge(end: block.lines.lowerBound)
          (start, timed, others) = (block.lines.lowerBound, 0, 0)
        }
        if hasClock(block.text) || LabelledTime(block.text)?.reading.date != nil {
          headings.append(block.lines.lowerBound)
        }
      case .paragraph, .item:
        for line in block.text.utf8.split(separator: 0x0A) {
          if hasClock(String(Substring(line))) { timed += 1 } else { others += 1 }
        }
      case .tableRow:
        if block.cells.prefix(3).contains(where: { hasClock($0.text) }), tells(block) {
          timed += 1
        } else {
          others += 1
        }
      case .tableHeader, .code, .html, .thematicBreak, .quote: continue
      }
    }
    judge(end: document.lines.upperBound)
    if headings.count >= fewest, headings.count > best?.count ?? 0, let first = headings.first {
      return first..<document.lines.upperBound
    }
    return best?.lines
  }

  /// Whether a cell of a row says something in words: figures with a time are data.
  private static func tells(_ row: Block) -> Bool {
    row.cells.contains { cell in
      cell.text.utf8.count { $0 == 0x20 } > 1 && !hasClock(cell.text)
        || cell.text.utf8.contains { $0 >= 0xE3 } || cell.text.utf8.count > 40
    }
  }

  private static func hasClock(_ text: String) -> Bool {
    guard text.utf8.prefix(24).contains(where: \.isDigit) else { return false }
    return ClockReading(leading: text)?.hasClock ?? false
  }
}

/// The zone that a document states for all its times.
enum StatedZone {
  /// Found in a sentence or a field such as "All times are in UTC" or "Time zone: CET".
  static func first(in document: DocumentReading) -> (zone: ZoneName, line: Int)? {
    for block in document.blocks {
      switch block.kind {
      case .paragraph, .item, .heading, .tableRow: break
      case .tableHeader, .code, .html, .thematicBreak, .quote: continue
      }
      let text =
        block.kind == .tableRow ? block.cells.map(\.text).joined(separator: ": ") : block.text
      guard text.utf8.count < 240, states(text), let zone = ZoneName.first(in: text) else {
        continue
      }
      return (zone, block.lines.lowerBound)
    }
    return nil
  }

  private static func states(_ text: String) -> Bool {
    let words = Words(text)
    return phrases.contains(where: words.contains)
  }

  private static let phrases = [
    "all times", "times are", "times in", "time zone", "timezone", "timestamps are",
    "timestamps in", "all timestamps", "zeiten in", "heures en",
  ]
}
