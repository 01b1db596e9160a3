internal import Bytes
internal import Vocabulary

/// Dates on their own: the days of what follows them.
extension TimelineBlocks {
  mutating func readDay(of heading: String, line: Int) {
    // "Timeline - May 29, 2026" is a day; "Timeline 01/16/2026 - 02/28/2026" begins with one.
    let bytes = Array(heading.utf8)
    var index = 0
    while index < bytes.count {
      let isStart = index == 0 || !(bytes[index - 1].isAlphanumeric)
      if isStart, let date = DateReading(leading: bytes[index...]), date.isCertain, date.year != nil
      {
        add(date, line: line)
        return
      }
      index += 1
    }
  }

  mutating func setDay(
    _ reading: ClockReading, line: Int, depth: Int, headingLevel: Int?
  ) {
    endDay(before: nil)
    if let zone = reading.zone, entryCount == 0 { zones.append((zone, line)) }
    pending = PendingDay(
      reading: reading, line: line, depth: depth, headingLevel: headingLevel)
    isOpen = false
  }

  /// Decides what the pending date is: the day of the next entry, or an event of its own.
  mutating func endDay(before next: (draft: TimelineDraft, headingLevel: Int?)?) {
    guard let day = pending, let date = day.reading.date else { return }
    pending = nil
    let isSibling: Bool
    if let level = day.headingLevel, let next {
      isSibling = (next.headingLevel ?? .max) <= level
    } else {
      isSibling = false
    }
    let isGroup = next.map { $0.draft.reading.hasClock && $0.draft.reading.date == nil } ?? false
    if day.text.isEmpty || (isGroup && !isSibling) {
      add(date, line: day.line)
      return
    }
    var draft = TimelineDraft(
      day.reading, line: day.line, depth: day.depth, isHeading: day.headingLevel != nil)
    for text in day.text { draft.append(text) }
    add(draft)
  }
}
