package import Files
internal import Supplies
internal import Templates
package import Vocabulary

/// The files that give a folder its start. What is there already stays as it is.
package struct StartPlan: Sendable {
  package struct File: Sendable {
    package let path: String
    package let bytes: [UInt8]
    /// What it is, as a phrase; files of one phrase are told together.
    package let purpose: String
  }

  /// In the order in which they are told.
  package private(set) var files: [File] = []
  /// Lines that `.gitignore` needs.
  package private(set) var ignored: [String] = []
  /// What there is to know besides, a sentence each.
  package private(set) var notes: [String] = []
  /// A severity in the middle of the scale, for an example.
  package let severity: String

  /// - Parameters:
  ///   - name: how the folder is called.
  ///   - survey: what is in it.
  ///   - host: where its repository is published.
  ///   - project: what `site.yml` says of other folders, when there is one.
  ///   - today: the day on which the policy was verified.
  ///   - source: where the folder is read from.
  /// - Throws: What reading threw.
  package init(
    for name: String, _ survey: RepositorySurvey, on host: CodeHost, project: String?,
    today: CalendarDay, in source: FileSource = .disk
  ) throws {
    let scale = StartingScale(of: survey.severities)
    severity = scale.names[2]
    let isForeign = try Self.isForeign("site", source)
    let site = project ?? (isForeign ? "incident-site" : "site")
    if project == nil {
      try addPages(name, survey, scale, host, site: site, today: today, source)
    }
    for supply in Supplies.files(in: "site") {
      add(joinedPath(site, supply.path), supply.bytes, "the Docusaurus project")
    }
    try addChecks(on: host, source)
    ignored = Self.generated.map { "/\(site)/\($0)/" }
    if !survey.looseReviews.isEmpty {
      notes.append(
        "reviews outside any folder are not taken: move '\(survey.looseReviews[0])' into a folder such as incidents/"
      )
    }
  }

  private mutating func addPages(
    _ name: String, _ survey: RepositorySurvey, _ scale: StartingScale, _ host: CodeHost,
    site: String, today: CalendarDay, _ source: FileSource
  ) throws {
    let incidents = survey.incidents.isEmpty ? ["incidents"] : survey.incidents
    let runbooks = survey.runbooks.isEmpty ? ["runbooks"] : survey.runbooks
    let services = survey.services.map { service -> TemplateValue in
      .record(["key": .text(service.yamlValue), "name": .text(service.yamlValue)])
    }
    add(
      "site.yml",
      try text(
        "start/site.yml",
        [
          "site": .text(site), "title": .text("\(name) incidents".yamlValue),
          "repository": .optional(host.edits),
          "incidents": .text(incidents.map(\.yamlValue).joined(separator: ", ")),
          "runbooks": .text(runbooks.map(\.yamlValue).joined(separator: ", ")),
          "isElsewhere": .flag(site != "site"),
          "hasSeverities": .flag(scale.isKnown),
          "severities": .text("[\(scale.names.map(\.yamlValue).joined(separator: ", "))]"),
          "hasServices": .flag(!services.isEmpty), "services": .list(services),
        ], source),
      Self.told(survey, incidents, runbooks))
    if !survey.hasPolicy {
      // Reviews of years are not held to a policy that nobody has read yet.
      let isDraft = survey.reviewCount > 0
      let levels = zip(["worst", "second", "third", "fourth"] as [FieldName], scale.names)
      add(
        joinedPath(runbooks[0], "incident-response.md"),
        try text(
          "start/incident-response.md",
          TemplateRecord(
            [("today", .text(today.description)), ("isDraft", .flag(isDraft))]
              + levels.map { ($0, .text($1)) }), source),
        isDraft ? "a starting policy, as a draft: edit it" : "a starting policy: edit it")
    }
    if survey.incidents.isEmpty, try source.kind("incidents") == nil {
      add("incidents/.gitkeep", "", "the folder of incidents")
    }
  }

  private static func told(
    _ survey: RepositorySurvey, _ incidents: [String], _ runbooks: [String]
  ) -> String {
    let reviews = survey.reviewCount == 0 ? "" : " (\(survey.reviewCount))"
    let pages = survey.runbookCount == 0 ? "" : " (\(survey.runbookCount))"
    return
      "reviews in \(incidents.joined(separator: ", "))\(reviews), runbooks in \(runbooks.joined(separator: ", "))\(pages)"
  }

  private mutating func addChecks(on host: CodeHost, _ source: FileSource) throws {
    guard let kind = host.kind else { return }
    guard host.isRoot else {
      notes.append("no file for CI: it belongs in the root of the repository")
      return
    }
    switch kind {
    case .github:
      add(".github/workflows/incidents.yml", try text("ci/github.yml"), "checks and publishing")
    case .gitlab where try source.kind(".gitlab-ci.yml") == nil:
      add(".gitlab-ci.yml", try text("ci/gitlab.yml"), "checks and publishing")
    case .gitlab:
      add(".gitlab/incidents.yml", try text("ci/gitlab.yml"), "checks and publishing")
      notes.append("add 'include: {local: .gitlab/incidents.yml}' to .gitlab-ci.yml")
    }
  }

  /// The folders of the site that are made again by every build, or by npm.
  private static let generated = [
    ".build-site", ".docusaurus", "blog", "build", "docs", "node_modules", "static/archive",
    "static/blog", "static/docs", "static/evidence",
  ]

  /// Whether a folder is there that is somebody else's project.
  private static func isForeign(_ folder: String, _ source: FileSource) throws -> Bool {
    guard try source.kind(folder) == .folder else { return try source.kind(folder) != nil }
    if try source.kind(joinedPath(folder, "src/generated.js")) == .file { return false }
    return try !source.list(folder, false).isEmpty
  }

  private mutating func add(_ path: String, _ text: String, _ purpose: String) {
    add(path, Array(text.utf8), purpose)
  }

  private mutating func add(_ path: String, _ bytes: [UInt8], _ purpose: String) {
    files.append(File(path: path, bytes: bytes, purpose: purpose))
  }

  /// A text of the program as it is.
  private func text(_ name: String) throws -> String {
    String(decoding: Supplies.file("templates/\(name)")?.bytes ?? [], as: UTF8.self)
  }

  private func text(
    _ name: String, _ values: TemplateRecord, _ source: FileSource
  ) throws -> String {
    try FilledTemplate(name, with: values, own: "templates", in: source).text
  }
}
