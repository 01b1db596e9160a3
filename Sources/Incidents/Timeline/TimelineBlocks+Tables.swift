internal import CommonMark
internal import Vocabulary

extension TimelineBlocks {
  mutating func endTable() {
    guard let table else { return }
    self.table = nil
    guard let columns = TimelineColumns(header: table.header, rows: table.rows) else {
      unread += table.rows.map(\.lines.lowerBound)
      return
    }
    for column in [columns.time, columns.date].compactMap(\.self)
    where column < table.header.count {
      guard let zone = ZoneName.first(in: table.header[column].text) else { continue }
      zones.append((zone, table.line))
    }
    for row in table.rows { readRow(row, columns) }
    isOpen = false
  }

  mutating func readRow(_ row: Block, _ columns: TimelineColumns) {
    let line = row.lines.lowerBound
    let clock = columns.time < row.cells.count ? row.cells[columns.time] : nil
    let time = clock?.cellText ?? ""
    let date = columns.date.flatMap { $0 < row.cells.count ? row.cells[$0].cellText : nil } ?? ""
    let texts = row.cells.enumerated().filter {
      !columns.isKey($0.offset) && !$0.element.text.isEmpty
    }.map(\.element.text)
    var text = texts.joined(separator: " · ")
    let written = [date, time].filter { !$0.isEmpty }.joined(separator: " ")
    // A dash means a time that nobody wrote down; an empty cell continues the row above.
    if written.isEmpty, let dash = clock?.text, !dash.isEmpty {
      return appendUnknown(dash, text: text, line: line)
    }
    guard !written.isEmpty else {
      if !addToLast(text), !text.isEmpty { unread.append(line) }
      return
    }
    guard var reading = ClockReading(cell: time, date: date, year: columns.year) else {
      return appendUnknown(written, text: text, line: line)
    }
    if reading.isPattern { return leaveOut(line) }
    if !reading.hasClock, text.isEmpty, let day = reading.date {
      endDay(before: nil)
      add(day, line: line)
      return
    }
    // A cell may hold more than its time; a short remark is part of how the time is written.
    if reading.rest.utf8.count > 32 {
      text = text.isEmpty ? reading.rest : "\(reading.rest) · \(text)"
    } else if !reading.rest.isEmpty, reading.isVagueRemark {
      reading.doubt()
    }
    var draft = TimelineDraft(reading, line: line, depth: 0)
    draft.text = text
    if reading.rest.utf8.count <= 32 { draft.written = written.onOneLine }
    append(draft, headingLevel: nil)
  }

  /// A row whose time is a word ("later", "the same evening") is an event nonetheless.
  mutating func appendUnknown(_ written: String, text: String, line: Int) {
    guard !text.isEmpty, let reading = ClockReading(leading: "??") else {
      unread.append(line)
      return
    }
    var draft = TimelineDraft(reading, line: line, depth: 0)
    draft.written = written.onOneLine
    draft.text = text
    append(draft, headingLevel: nil)
  }
}

extension Cell {
  /// Empty for a dash that only fills the cell.
  fileprivate var cellText: String { ["-", "–", "—"].contains(text) ? "" : text }
}
