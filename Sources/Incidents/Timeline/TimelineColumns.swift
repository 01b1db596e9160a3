internal import Bytes
internal import CommonMark
internal import Vocabulary

/// Which columns of a table hold the times, according to the header and the cells themselves.
struct TimelineColumns {
  /// The column with the time of day, or with both date and time.
  let time: Int
  /// A column with dates only, when there is one.
  let date: Int?
  /// "Date (2026)": the year of dates without one.
  let year: Int?
  /// A column that only counts the rows.
  let count: Int?

  /// - Returns: `nil` when no column holds times, which means that the table is not a timeline.
  init?(header: [Cell], rows: [Block]) {
    let width = max(header.count, rows.map(\.cells.count).max() ?? 0)
    var clocks = Array(repeating: 0, count: width)
    var dates = clocks
    var filled = clocks
    // A hundred rows show as much as a thousand.
    for row in rows.prefix(100) {
      for (index, cell) in row.cells.enumerated() where !cell.text.isEmpty {
        filled[index] += 1
        // Numbers are times only where the header says so.
        let place: ClockReading.Place = Self.isNamed(index, in: header) ? .cell : .line
        guard cell.text.utf8.count <= 64, let reading = ClockReading(leading: cell.text, in: place)
        else { continue }
        if reading.hasClock { clocks[index] += 1 } else { dates[index] += 1 }
      }
    }
    let named = header.firstIndex { Self.isTime($0.text) }
    let columns = Array(0..<width)
    let byClock = columns.filter { clocks[$0] > 0 && (clocks[$0] + dates[$0]) * 2 >= filled[$0] }
    let byDate = columns.filter { dates[$0] > 0 && dates[$0] * 2 >= filled[$0] }
    let clock = byClock.first { Self.isNamed($0, in: header) } ?? byClock.first
    if let clock {
      time = clock
      // A date beside times that include their own is something else, such as the date of a ticket or a
      // release.
      date = byDate.first { $0 != clock && dates[clock] == 0 && abs($0 - clock) <= 2 }
    } else if let day = byDate.first(where: { Self.isNamed($0, in: header) })
      ?? (named == nil ? byDate.first { $0 == 0 } : nil)
    {
      time = day
      date = nil
    } else if let named, named < width {
      time = named
      date = nil
    } else {
      return nil
    }
    count = header.first.map { ["#", "No", "No.", "Nr", "№"].contains($0.text) } == true ? 0 : nil
    year = date.flatMap { $0 < header.count ? Self.year(in: header[$0].text) : nil }
  }

  /// Whether a column holds times or numbers the rows, and is not part of what happened.
  func isKey(_ index: Int) -> Bool { index == time || index == date || index == count }

  private static func isNamed(_ index: Int, in header: [Cell]) -> Bool {
    index < header.count && isTime(header[index].text)
  }

  private static func year(in text: String) -> Int? {
    text.utf8.split { !$0.isDigit }.compactMap { Digits.value($0) }.first {
      (1970...2199).contains($0)
    }
  }

  /// Whether the title of a column names a time.
  static func isTime(_ title: String) -> Bool {
    let folded = FoldedText.name(title)
    return folded.utf8.split(separator: 0x20).prefix(3).contains { word in
      names.contains(String(decoding: Array(word), as: UTF8.self))
    } || characters.contains { folded.hasPrefix($0) }
  }

  private static let names: Set<String> = [
    "time", "times", "timestamp", "date", "datetime", "when", "day", "utc", "clock", "hora", "data",
    "fecha", "heure", "date", "uhrzeit", "zeit", "zeitpunkt", "datum", "horário", "horario",
  ]
  private static let characters = ["時刻", "日時", "時間", "日付", "时间", "日期", "時", "发生时间"]
}
