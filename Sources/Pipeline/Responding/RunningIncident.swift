internal import Content
internal import Diagnostics
internal import Files
internal import Incidents
internal import Learning
internal import Vocabulary

/// An incident as its timeline tells it up to a point in time, with what its latest updates say.
package struct RunningIncident: Sendable {
  let incident: Incident
  /// In the order of time, up to now.
  let entries: [TimelineEntry]
  let now: LocalTime
  let library: Library

  /// `name` is the ID of an incident, the name of its page or folder, or the path of its folder or one of its files.
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
    let known = try Self.incident(named: name, in: library)
    incident = try Self.whole(known, of: library, build.files)
    self.library = library
    let timeline = incident.timeline
    let offset = LocalTime.offset(of: timeline, at: instant, library.configuration.clock)
    let now = LocalTime(given, now: instant, offset: offset, day: incident.day)
    self.now = now
    let ordered =
      timeline.map { $0.isNewestFirst ? $0.entries.reversed() : $0.entries } ?? []
    entries = ordered.filter { !$0.isLabelled && now.isAtOrAfter($0.moment) }
  }

  private static func incident(named name: String, in library: Library) throws -> Incident {
    let path = contentPath(name)
    let word = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let found = library.incidents.first { incident in
      incident.documents.contains { document in
        document.path == path
          || document.path.split(separator: "/").dropLast().joined(separator: "/") == path
            && DocumentName(document.path)?.role != nil
      } || incident.id?.description.lowercased() == word || incident.pageName == word
    }
    if let found { return found }
    let names = library.incidents.flatMap { [$0.id?.description, $0.pageName].compactMap(\.self) }
    throw RespondingError.noIncident(name: name, near: nearestName(to: word, among: names))
  }

  /// The incident read again, with the entries of its timeline.
  private static func whole(
    _ incident: Incident, of library: Library, _ files: FileSource
  ) throws -> Incident {
    let reader = IncidentReader(of: library)
    func document(_ path: String?) throws -> DocumentReading? {
      try path.map { DocumentReading(parsing: try files.file($0)) }
    }
    let review = try document(incident.reviewPath)
    if let timeline = try document(incident.timelinePath) {
      let folder = timeline.path.split(separator: "/").dropLast().last.map(String.init)
      return reader.read(review: review, timeline: timeline, folder: folder).incident
    }
    guard let review else { return incident }
    let all = reader.readAll(review).map(\.incident)
    return all.first { $0.line == incident.line } ?? all.first ?? incident
  }

  // MARK: - What is known now

  func moment(of milestone: Milestone) -> Moment? {
    incident.milestones[milestone].flatMap { now.isAtOrAfter($0.moment) ? $0.moment : nil }
  }

  /// The latest line that begins with one of some labels, as in "Impact: …".
  func said(_ labels: [String]) -> String? {
    for entry in entries.reversed() {
      for line in entry.text.split(separator: "\n").reversed() {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let value = line[line.index(after: colon)...].trimmed
        if labels.contains(line[..<colon].foldedWords), !value.isEmpty { return value }
      }
    }
    return nil
  }

  /// The text of the latest entry that is no update and no decision.
  var latest: String? {
    entries.last { entry in
      let words = entry.text.foldedWords
      return !entry.isDecision && !words.hasPrefix("update") && !words.hasPrefix("resolved")
    }?.text.split(separator: "\n").first.map(String.init)
  }

  var status: IncidentStatus {
    if moment(of: .resolved) != nil { return .resolved }
    if moment(of: .mitigated) != nil { return .monitoring }
    let lines = Set(entries.map(\.line))
    let stated = incident.communications.last { $0.status != nil && lines.contains($0.line) }
    return stated?.status ?? .investigating
  }
}

extension LocalTime {
  /// Whether a moment of the same timeline is not later; also when the two cannot be compared.
  func isAtOrAfter(_ moment: Moment?) -> Bool {
    guard let moment, moment.hasDay else { return true }
    let shift = (offset ?? 0) - (moment.offset ?? offset ?? 0)
    return moment.clock + shift * 60 <= clock + 59
  }
}
