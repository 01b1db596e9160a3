internal import Content
internal import Diagnostics
internal import Files
internal import Incidents
package import Learning
internal import Vocabulary

extension RunningIncident {
  /// `name` is what ``Library/incident(named:)`` takes.
  /// `given` is when it is, and now when it is `nil`; `instant` is now, in seconds since 1970.
  ///
  /// - Throws: ``RespondingError``, ``ContentError``, or what reading threw.
  package init(
    named name: String, in build: Build, at given: GivenTime?, instant: Int
  ) async throws {
    guard let content = try await build.load().first?.content else {
      throw ContentError.nothing(root: build.settings.content)
    }
    let library = content.library
    let known = try library.incident(named: name)
    let incident = try library.reread(known) { try build.files.file($0) }
    let offset = LocalTime.offset(
      of: incident.timeline, at: instant, library.configuration.clock)
    let now = LocalTime(given, now: instant, offset: offset, day: incident.day)
    self.init(incident, at: now, in: library)
  }
}
