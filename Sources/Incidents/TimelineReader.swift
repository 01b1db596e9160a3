internal import CommonMark
internal import Diagnostics

/// Reads the entries of a timeline from lines, bullets, tables and headings that begin with a time.
struct TimelineReader {
  /// The day that the first entry is taken to be on; `nil` when the record names none.
  private var day: CalendarDay?
  private var zone: ZoneName?
  private var entries: [TimelineEntry] = []
  private var previous: Int?
  private var dayNumber = 0

  /// Reads the blocks of a timeline's lines, its heading first when it has one. `day` is the day of the
  /// incident, from its front matter or its id. `nil` when no line begins with a time.
  static func timeline(
    in blocks: ArraySlice<Block>, path: String, lines: LineRange, day: CalendarDay?
  ) -> Timeline? {
    var reader = TimelineReader()
    reader.day = day
    reader.dayNumber = day?.number ?? 0
    reader.zone = statedZone(in: blocks)
    var timeColumn: Int?
    for block in blocks {
      switch block.kind {
      case .paragraph, .item: reader.readLines(of: block)
      case .heading(let level):
        if level > 2 { reader.readLines(of: block) }
      case .tableHeader:
        timeColumn = block.cells.firstIndex { isTimeColumn($0.text) } ?? 0
        if reader.zone == nil, let column = timeColumn, column < block.cells.count {
          reader.zone = ZoneName.first(in: block.cells[column].text)
        }
      case .tableRow: reader.readRow(block, timeColumn: timeColumn ?? 0)
      case .code, .html, .thematicBreak, .quote: continue
      }
    }
    guard !reader.entries.isEmpty else { return nil }
    return Timeline(
      path: path, line: lines.lowerBound, lines: lines, zone: reader.zone?.written,
      entries: reader.entries)
  }

  /// Each line of the text that begins with a time is an entry; the others continue the one before.
  private mutating func readLines(of block: Block) {
    var line = block.lines.lowerBound
    for piece in block.text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(Substring(piece))
      if let reading = ClockReading(leading: text) {
        append(reading, line: line)
      } else if line > block.lines.lowerBound, let last = entries.last,
        last.line >= block.lines.lowerBound
      {
        entries[entries.count - 1] = last.continued(by: text)
      }
      line += 1
    }
  }

  private mutating func readRow(_ row: Block, timeColumn: Int) {
    guard timeColumn < row.cells.count,
      var reading = ClockReading(leading: row.cells[timeColumn].text)
    else { return }
    var texts = row.cells.enumerated().filter {
      $0.offset != timeColumn && !$0.element.text.isEmpty
    }
    .map(\.element.text)
    if !reading.rest.isEmpty { texts.insert(reading.rest, at: 0) }
    reading.rest = texts.joined(separator: " · ")
    append(reading, line: row.lines.lowerBound)
  }

  private mutating func append(_ reading: ClockReading, line: Int) {
    entries.append(
      TimelineEntry(
        line: line, written: reading.written, moment: moment(of: reading), text: reading.rest))
  }

  /// A time that goes back by more than six hours without a date is past midnight; one that goes
  /// back by less is out of order and stays so, for the checklist to report.
  private mutating func moment(of reading: ClockReading) -> Moment? {
    guard let second = reading.second else { return nil }
    if let stated = reading.day {
      day = stated
      dayNumber = stated.number
    } else if let previous, previous - second > 6 * 3600 {
      dayNumber += 1
    }
    previous = second
    return Moment(
      written: reading.written, clock: dayNumber * 86_400 + second, hasDay: day != nil,
      offset: reading.offset ?? zone?.offset, isApproximate: reading.isApproximate)
  }

  /// The zone of a sentence such as "All times in UTC." or of the heading, before the first entry.
  private static func statedZone(in blocks: ArraySlice<Block>) -> ZoneName? {
    for block in blocks {
      switch block.kind {
      case .heading, .paragraph, .quote:
        let isEntry = ClockReading(leading: block.text) != nil
        if isEntry { return nil }
        if let zone = ZoneName.first(in: block.text) { return zone }
      case .item:
        if ClockReading(leading: block.text) != nil { return nil }
        if let zone = ZoneName.first(in: block.text) { return zone }
      case .tableHeader, .tableRow: return nil
      case .code, .html, .thematicBreak: continue
      }
    }
    return nil
  }

  private static func isTimeColumn(_ title: String) -> Bool {
    let folded = HeadingVocabulary.folded(title)
    return folded.hasPrefix("time") || folded.hasPrefix("date") || folded.hasPrefix("when")
  }
}

extension TimelineEntry {
  fileprivate func continued(by text: String) -> TimelineEntry {
    TimelineEntry(
      line: line, written: written, moment: moment,
      text: self.text.isEmpty ? text : self.text + "\n" + text)
  }
}
