package import Diagnostics
package import Incidents
package import Runbooks
package import Vocabulary

/// An incident as its timeline tells it up to a point in time, with what its latest updates say.
package struct RunningIncident: Sendable {
  package let incident: Incident
  /// In the order of time, up to now.
  let entries: [TimelineEntry]
  package let now: LocalTime
  package let library: Library

  /// `incident` has the entries of its timeline, as ``Library/reread(_:from:)`` returns it.
  package init(_ incident: Incident, at now: LocalTime, in library: Library) {
    self.incident = incident
    self.now = now
    self.library = library
    let ordered =
      incident.timeline.map { $0.isNewestFirst ? $0.entries.reversed() : $0.entries } ?? []
    entries = ordered.filter { !$0.isLabelled && now.isAtOrAfter($0.moment) }
  }

  // MARK: - What is known now

  package func moment(of milestone: Milestone) -> Moment? {
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

  /// The latest estimate; `nil` for one that names a time which has passed.
  var estimate: String? {
    guard let said = said(["eta"]) else { return nil }
    guard let clock = said.clock, said.utf8.count <= clock.utf8.count + 6,
      let given = GivenClock.minutes(clock), let here = GivenClock.minutes(now.time)
    else { return said }
    // Estimates are shorter than half a day, so that one for after midnight has not passed.
    return (1..<720).contains((here - given + 1_440) % 1_440) ? nil : said
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

  /// How often updates of a kind are due.
  package func rhythm(of kind: UpdateTemplate.Kind) -> ResponsePolicy.Statement {
    library.policy[kind == .internal ? .internalUpdate : .externalUpdate]
  }
}

private enum GivenClock {
  /// Since midnight, of `HH:MM`.
  static func minutes(_ clock: String) -> Int? {
    let parts = clock.split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
  }
}

extension Library {
  /// The reader that made the incidents.
  package var incidentReader: IncidentReader {
    IncidentReader(
      vocabulary: HeadingVocabulary(adding: configuration.headings), scale: scale,
      clock: configuration.clock)
  }

  /// An incident read again, with the entries of its timeline, which a library does not keep.
  ///
  /// - Throws: What `file` throws, which returns the file at a path.
  package func reread(
    _ incident: Incident, from file: (_ path: String) throws -> SourceFile
  ) throws -> Incident {
    let reader = incidentReader
    func document(_ path: String?) throws -> DocumentReading? {
      try path.map { DocumentReading(parsing: try file($0)) }
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
}
