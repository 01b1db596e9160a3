internal import Vocabulary

/// What a line of a timeline does, before days and zones are settled.
enum TimelineStep {
  /// An event.
  case entry(TimelineDraft)
  /// A day for the events below it.
  case day(DateReading, line: Int)
}

/// An entry whose day and zone are not settled yet.
struct TimelineDraft {
  let line: Int
  var reading: ClockReading
  var written: String
  var text: String
  /// The nesting depth of its block; deeper blocks belong to it.
  let depth: Int
  let isHeading: Bool
  var isLabelled = false
  /// Whether a "RESOLVED" block repeats it from earlier entries.
  var isRecap = false
  /// How many days after the record it is.
  var daysLater = 0

  /// Whether it is outside the order of the record.
  var isAside: Bool { isLabelled || isRecap }

  init(_ reading: ClockReading, line: Int, depth: Int, isHeading: Bool = false) {
    self.reading = reading
    self.line = line
    self.depth = depth
    self.isHeading = isHeading
    written = reading.written
    text = reading.rest
  }

  mutating func append(_ more: String) {
    // A long story below a heading stays in the document.
    guard !more.isEmpty, text.utf8.count < TimelineEntry.mostText else { return }
    text = text.isEmpty ? more : text + "\n" + more
  }
}
