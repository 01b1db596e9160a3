package import CommonMark

/// One line of a timeline: when, and what happened.
package struct TimelineEntry: Hashable, Sendable {
  package let line: Int
  /// The time as the author wrote it.
  package let written: String
  /// `nil` when the time is unknown (`??`) or impossible.
  package let moment: Moment?
  package let text: String
}

/// What happened, in the order of the record.
package struct Timeline: Hashable, Sendable {
  /// The document that holds it: the timeline file, or the review itself.
  package var path: String
  /// The heading of the section, or the first line of the file.
  package var line: Int
  package var lines: LineRange
  package var zone: String?
  /// Empty in the ``Library``: pages read the document again.
  package var entries: [TimelineEntry]
  /// How many entries there are, also when ``entries`` has been let go.
  package var count: Int

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
}
