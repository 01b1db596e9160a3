package import CommonMark
package import Vocabulary

/// One line of a timeline: when, and what happened.
package struct TimelineEntry: Hashable, Sendable {
  /// How precisely its time is known. What is not known exactly stays inexact.
  package enum Precision: UInt8, Sendable {
    case exact
    /// The author said "about".
    case approximate
    /// A day without a time.
    case day
    /// The author wrote that it is not known (`??`), or counted from something else (`T+5`).
    case unknown
    /// A time that no clock or calendar shows: `25:70`, `2026-02-30`.
    case impossible
  }

  package let line: Int
  /// The time as the author wrote it.
  package let written: String
  /// `nil` when the time is unknown or impossible, and when only a day is given.
  package let moment: Moment?
  /// The day, written in the entry or carried over from above; `nil` when no day is known.
  package let day: CalendarDay?
  /// The end of a range.
  package let until: Moment?
  package let precision: Precision
  /// Whether it is a milestone followed by a time ("Detected: 10:05"), in no particular order.
  package let isLabelled: Bool
  package var text: String

  /// How many bytes of text may have been read before a line that is left in the document: a long story below a
  /// heading.
  package static let mostText = 600

  /// Whether it records a way through a decision tree, which is not something that was done.
  package var isDecision: Bool { TakenDecision.isDecision(text) }
}

/// Something in a timeline that the checklist asks the author about.
package struct TimelineRemark: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// An abbreviation that several zones share.
    case sharedZone
    /// A zone beside an offset that is not its own; `own` is its offset in minutes.
    case wrongOffset(own: Int)
    /// Day and month may be swapped, and nothing in the document decides it.
    case undecidedDate
    /// A zone whose offset on the day is doubtful, with the offset that is used.
    case zone(ZoneOffset.Doubt, offset: Int?)
  }

  package let subject: Subject
  package let line: Int
  package let written: String
  /// The time that it is about, in seconds since 1970 on the author's clock; `nil` when it is about no time.
  package var clock: Int?
}

/// What happened, in the order of the record.
package struct Timeline: Hashable, Sendable {
  /// The document that holds it: the timeline file, or the review itself.
  package var path: String
  /// The heading of the section, or the first line of the file.
  package var line: Int
  package var lines: LineRange
  /// As the author names it, whether or not the name gives an offset.
  package var zone: String?
  /// The day of the incident, as far as it was known before the timeline was read.
  package var day: CalendarDay?
  /// How dates with slashes were read.
  var dateOrder: DateOrder?
  /// Empty in the ``Library``: pages read the document again.
  package var entries: [TimelineEntry]
  /// How many entries there are, even after ``entries`` has been released.
  package var count: Int
  /// Whether the last event comes first.
  package var isNewestFirst = false
  package var remarks: [TimelineRemark] = []
  /// What a "RESOLVED" block repeats; it sets milestones that the entries leave open.
  package var recap: [TimelineEntry] = []
  /// Lines with text that belongs to no entry.
  package var unread: [Int] = []
  /// Lines that only state the day of what follows.
  package var dayLines: [Int] = []

  package init(
    path: String, line: Int, lines: LineRange, zone: String?, entries: [TimelineEntry]
  ) {
    self.path = path
    self.line = line
    self.lines = lines
    self.zone = zone
    self.entries = entries
    count = entries.count
  }

  /// Releases what only the pages and the checklist of this incident need.
  package mutating func letGo() {
    entries = []
    recap = []
    unread = []
    dayLines = []
    remarks = []
  }
}
