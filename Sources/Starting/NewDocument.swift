package import Files
internal import Incidents
package import Learning
internal import Pipeline
internal import Runbooks
internal import Templates
internal import Vocabulary

/// A new timeline, review or runbook, filled from its template.
package struct NewDocument: Sendable {
  package let path: String
  package let text: String
  /// What there is to know besides, a sentence each.
  package private(set) var notes: [String] = []

  /// What is known when a document is begun.
  package struct Facts: Sendable {
    package var severity: String?
    package var services: [String] = []
    /// The minute, in UTC.
    package var now: LocalTime

    package init(now: LocalTime) { self.now = now }
  }

  // MARK: Incidents

  /// The timeline of an incident that begins.
  ///
  /// - Throws: ``NewDocumentError``, or what reading threw.
  package init(
    incident title: String, _ facts: Facts, in project: KnownProject, templates: String,
    from source: FileSource = .disk
  ) throws {
    let title = try Self.checked(title)
    let day = facts.now.day
    let number = try project.nextNumber(on: day, in: source)
    guard number <= 999 else { throw NewDocumentError.tooMany(day: day.description) }
    let digits = String(number)
    let id = "incident-\(day)-\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    let severity = try project.severity(facts.severity)
    path = joinedPath(project.incidents, "\(id)/timeline.md")
    text = try FilledTemplate(
      "new/incident-timeline.md",
      with: [
        "title": .text(title), "time": .text(facts.now.time), "id": .text(id),
        "date": .text(day.description),
        "severity": .text(severity ?? "[not set]"),
      ], own: templates, in: source
    ).text
    notes = project.notes(on: facts.services)
  }

  /// The review of an incident that has a timeline.
  ///
  /// - Throws: ``NewDocumentError``, `RespondingError`, or what reading threw.
  package init(
    reviewOf name: String, _ facts: Facts, in project: KnownProject, templates: String,
    from source: FileSource = .disk
  ) throws {
    guard let library = project.library else { throw NewDocumentError.noIncidents }
    let incident = try library.incident(named: name)
    if let review = incident.reviewPath { throw NewDocumentError.isThere(path: review) }
    let timeline = incident.timelinePath ?? ""
    let services = facts.services.isEmpty ? incident.services : facts.services
    let severity = try project.severity(facts.severity) ?? incident.severity?.name
    path = joinedPath(folderPath(of: timeline), "review.md")
    text = try FilledTemplate(
      "new/review.md",
      with: [
        "title": .text(incident.title.quotable), "id": .optional(incident.id?.description),
        "date": .optional(incident.day?.description), "severity": .optional(severity),
        "services": Self.list(services),
      ], own: templates, in: source
    ).text
    notes = project.notes(on: services)
  }

  // MARK: Runbooks

  /// A runbook; a name in one word of capitals inside, such as `HostDown`, is that of an alert.
  ///
  /// - Throws: ``NewDocumentError``, or what reading threw.
  package init(
    runbook name: String, _ facts: Facts, in project: KnownProject, templates: String,
    from source: FileSource = .disk
  ) throws {
    let title = try Self.checked(name)
    let isAlert = Self.isAlert(title)
    let slug = PageName.slug(title)
    let alerts = joinedPath(project.runbooks, "alerts")
    let hasAlerts = try source.kind(alerts) == .folder
    let folder = isAlert && hasAlerts ? alerts : project.runbooks
    path = joinedPath(folder, (isAlert ? title : slug.isEmpty ? "runbook" : slug) + ".md")
    text = try FilledTemplate(
      "new/runbook.md",
      with: [
        "title": .text(title.quotable), "date": .text(facts.now.day.description),
        "owner": .text(""), "slug": .text(slug), "alert": .optional(isAlert ? title : nil),
        "services": Self.list(facts.services),
      ], own: templates, in: source
    ).text
    notes = project.notes(on: facts.services)
  }

  private static func isAlert(_ name: String) -> Bool {
    name.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
      && name.first?.isUppercase == true && name.dropFirst().contains(where: \.isUppercase)
      && name.contains(where: \.isLowercase)
  }

  private static func list(_ names: [String]) -> TemplateValue {
    .list(
      names.enumerated().map { index, name in
        .record(["name": .text(name.yamlValue), "last": .flag(index == names.count - 1)])
      })
  }

  private static func checked(_ title: String) throws -> String {
    let title = title.oneLine
    guard title.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw NewDocumentError.noTitle
    }
    return title
  }

  /// Writes it; never over a file.
  ///
  /// - Throws: ``NewDocumentError/isThere(path:)``, or the error of the disk.
  package func write() throws {
    guard try fileStatus(of: path, followingLinks: false) == nil else {
      throw NewDocumentError.isThere(path: path)
    }
    try makeFolders(folderPath(of: path))
    try createFile(Array(text.utf8), at: path)
  }
}
