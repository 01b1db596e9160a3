package import Diagnostics
internal import Incidents
package import Runbooks
internal import Vocabulary

/// A past incident at the time of one of its updates: with it a template shows how it looks when it is filled.
package struct UpdateExample: Hashable, Sendable {
  package let incident: Int
  package let time: LocalTime

  /// The newest listed incident that had an update of a kind, at the last one before it was over.
  package init?(of kind: UpdateTemplate.Kind, in library: Library) {
    for index in library.listed.indices {
      guard let moment = Self.moment(of: kind, in: library.incidents[index]) else { continue }
      incident = index
      time = LocalTime(clock: moment.clock, offset: moment.offset)
      return
    }
    return nil
  }

  private static func moment(of kind: UpdateTemplate.Kind, in incident: Incident) -> Moment? {
    let resolved = incident.milestones[.resolved]?.moment
    let updates = incident.communications.filter { update in
      guard let moment = update.moment, moment.hasDay else { return false }
      guard let resolved else { return true }
      return moment.clock - (moment.offset ?? 0) * 60 < resolved.clock - (resolved.offset ?? 0) * 60
    }
    switch kind {
    case .internal: return updates.last { $0.audience == .channel && $0.status != nil }?.moment
    case .external:
      return updates.last { [.statusPage, .customers].contains($0.audience) }?.moment
    case .resolved: return updates.isEmpty || resolved?.hasDay != true ? nil : resolved
    }
  }

  /// A template as it would have been filled then; `file` returns the file at a path.
  ///
  /// - Throws: What `file` throws.
  package func filled(
    _ template: UpdateTemplate, in library: Library,
    from file: (_ path: String) throws -> SourceFile
  ) throws -> UpdateTemplate {
    let incident = try library.reread(library.incidents[incident], from: file)
    let draft = UpdateDraft(template, of: RunningIncident(incident, at: time, in: library))
    return UpdateTemplate(kind: template.kind, text: draft.text, line: template.line)
  }

  /// What stands above the message: whose it is and when.
  package func caption(in library: Library) -> String {
    "\(library.incidents[incident].title), \(time.day) \(time.time)"
  }
}
