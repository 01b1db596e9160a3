package import CommonMark
package import Vocabulary

/// One line of a timeline: when, and what happened.
package struct TimelineEntry: Hashable, Sendable {
  /// How well its time is known. What is not known exactly stays so.
  package enum Precision: Hashable, Sendable {
    case exact
    /// The author said "about".
    case approximate
    /// A day without a time.
    case day
    /// The author said that it is not known (`??`), or counts from something else (`T+5`).
    case unknown
    /// No clock or calendar shows it: `25:70`, `2026-02-30`.
    case impossible
  }

  package let line: Int
  /// The time as the author wrote it.
  package let written: String
  /// `nil` when the time is unknown or impossible, and when there is a day only.
  package let moment: Moment?
  /// The day, written in the entry or carried from above; `nil` when no day is known.
  package let day: CalendarDay?
  /// The end of a range.
  package let until: Moment?
  package let precision: Precision
  /// It is a point of the incident with a time after it ("Detected: 10:05"), in no order.
  package let isLabelled: Bool
  package var text: String
}

/// Something in a timeline that the checklist asks the author about.
package struct TimelineRemark: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// An abbreviation that several zones share.
    case sharedZone
    /// A zone beside an offset that is not its own; the offset in minutes that it stands for.
    case wrongOffset(own: Int)
    /// Day and month may be swapped, and nothing in the document decides.
    case undecidedDate
  }

  package let subject: Subject
  package let line: Int
  package let written: String
}

/// What happened, in the order of the record.
package struct Timeline: Hashable, Sendable {
  /// The document that holds it: the timeline file, or the review itself.
  package var path: String
  /// The heading of the section, or the first line of the file.
  package var line: Int
  package var lines: LineRange
  /// As the author names it; whether that stands for an offset is another matter.
  package var zone: String?
  /// The day of the incident, as far as it was known before this was read.
  package var day: CalendarDay?
  /// How dates between slashes were read.
  var dateOrder: DateOrder?
  /// Empty in the ``Library``: pages read the document again.
  package var entries: [TimelineEntry]
  /// How many entries there are, also when ``entries`` has been let go.
  package var count: Int
  /// The last event comes first.
  package var isNewestFirst = false
  package var remarks: [TimelineRemark] = []
  /// What a "RESOLVED" block tells again; it sets milestones that the entries leave open.
  package var recap: [TimelineEntry] = []
  /// Lines with text that belongs to no entry.
  package var unread: [Int] = []

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

  /// Lets go of what only the pages and the checklist of this incident need.
  package mutating func letGo() {
    entries = []
    recap = []
    unread = []
    remarks = []
  }
}
