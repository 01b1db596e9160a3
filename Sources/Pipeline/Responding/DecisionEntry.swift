internal import Content
internal import Diagnostics
internal import Files
internal import Incidents
package import Learning
package import Runbooks

/// A way through a decision tree as an entry of an incident's timeline.
package struct DecisionEntry: Sendable {
  /// The entry without its time.
  package let text: String

  package init(of path: DecisionPath, in tree: DecisionTree) {
    text = TakenDecision.text(
      tree: tree.title,
      answers: path.choices.map {
        TakenDecision.Answer(question: tree.questions[$0.question].text, label: tree[$0].label)
      },
      outcomes: path.outcomes.compactMap { tree[$0].outcome })
  }

  /// Adds the entry to the timeline in a file. Two that do so at once wait for each other, the file is replaced as a
  /// whole, and everything in it stays.
  ///
  /// `given` is when it was decided, and now when it is `nil`; `now` is in seconds since 1970.
  ///
  /// - Returns: The time of the entry, with "UTC" when the timeline names no zone.
  /// - Throws: ``RespondingError``, or `FileError`.
  package func add(
    to address: TimelineAddress, of library: Library, at given: GivenTime?, now: Int
  ) throws -> String {
    let path = address.path
    return try withLockedFile(path) { () throws -> String in
      let file = try FileSource.disk.file(path)
      let timeline = try TimelineFile(file, address.part, of: library)
      let offset = LocalTime.offset(of: timeline.timeline, at: now, library.configuration.clock)
      let time = LocalTime(given, now: now, offset: offset, day: timeline.day)
      guard let bytes = timeline.adding(text, at: time) else {
        throw RespondingError.unreadEntry(path: path, entry: "- \(time.time) - \(text)")
      }
      try rewriteFile(bytes, at: path)
      return time.offset == nil ? "\(time.time) UTC" : time.time
    }
  }
}
