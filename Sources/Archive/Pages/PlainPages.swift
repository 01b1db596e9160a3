internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var notFoundPage: [OutputFile] {
    [page("404.html", .notFound, title: "Page not found") { _, _ in }]
  }

  var aboutPage: [OutputFile] {
    [
      page(
        "about/index.html", .about, title: "About this archive",
        description: "How its figures are made."
      ) { page, _ in
        let count = library.listed.count
        page["lede"] = .text(
          Wording.counted(count, "incident") + " and "
            + Wording.counted(library.listedRunbooks.count, "runbook")
            + ", generated from Markdown by build-site.")
        page["hasRules"] = .flag(!rules.isEmpty)
        tellDay(on: &page)
        page["fewest"] = .number(Figures.fewest)
        page["durations"] = .list(
          DerivedDuration.allCases.map { duration in
            [
              "name": .text(Wording.name(of: duration)),
              "from": .text(duration.milestones.from.rawValue),
              "to": .text(duration.milestones.to.rawValue),
              "known": .number(library.figures(duration).count), "count": .number(count),
            ]
          })
        page["policy"] = .list(library.policy.statements.map { policyRow($0) })
      }
    ]
  }

  private func policyRow(_ statement: ResponsePolicy.Statement) -> TemplateValue {
    var source = statement.defaultNote
    if case .stated(let path, let line) = statement.source {
      source = "\(library.shortPath(path)), line \(line)"
    }
    return [
      "name": .text(Self.name(of: statement.rule)),
      "window": .text(Wording.length(statement.window)),
      "source": .optional(source),
    ]
  }

  private static func name(of rule: ResponsePolicy.Rule) -> String {
    switch rule {
    case .acknowledge: "Acknowledge within"
    case .investigation: "Investigation"
    case .mitigation: "Mitigation"
    case .internalUpdate: "Internal update every"
    case .externalUpdate: "External update every"
    case .escalation: "Escalate after"
    case .statusPage: "Status page for a P1 after"
    case .review: "Review within"
    }
  }

  /// Says on a page that counts days up to which day it counts. Other pages do not depend on that day.
  func tellDay(on page: inout TemplateRecord) {
    page["contentDay"] = .optional(library.today?.description)
  }

  /// Says on a page who is meant to see it; only listed pages are for search engines.
  func tell(_ visibility: Visibility, on page: inout TemplateRecord) {
    page["draft"] = .flag(visibility == .draft)
    page["noindex"] = .flag(visibility != .listed)
  }

  /// States the language of a page if it is not that of the site.
  func tell(language: String?, on page: inout TemplateRecord) {
    if let language { page["lang"] = .text(language) }
  }

  /// The first errors in the documents of a page, or nothing.
  func problems(_ errors: [Diagnostic]) -> TemplateValue {
    guard !errors.isEmpty else { return .nothing }
    let rest = errors.count - Self.mostErrors
    return [
      "count": .text(Wording.counted(errors.count, "error")),
      "errors": .list(
        errors.prefix(Self.mostErrors).map { error in
          [
            "message": .text(error.message),
            "line": error.range.map { .number($0.lowerBound.line) } ?? .nothing,
          ]
        }),
      "more": rest > 0 ? .text("and \(rest) more") : .nothing,
    ]
  }

  private static let mostErrors = 3
}
