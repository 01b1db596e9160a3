internal import Incidents
internal import Learning
internal import Operations
internal import Publishing
internal import Runbooks
internal import Vocabulary

/// How far the runbooks can be trusted, and which alerts have one.
extension LearningDocs {
  static let healthSlug = "/learning/runbooks"
  private static let mostHealthRows = 500

  /// `nil` without runbooks.
  var healthPage: OutputFile? {
    guard !library.listedRunbooks.isEmpty else { return nil }
    return lazily("learning/runbooks") { health(RunbookHealth(of: library)) }
  }

  private func health(_ health: RunbookHealth) -> DocPage {
    var body = health.lede + "\n\n## \(RunbookHealth.tableTitle)\n\n\(runbooks(of: health))"
    if !health.coverage.rows.isEmpty {
      body += "\n## \(RunbookHealth.alertsTitle)\n\n\(health.coverageLede)\n\n"
      body += alerts(of: health.coverage)
    }
    return DocPage(
      path: "learning/runbooks", title: RunbookHealth.title,
      description: RunbookHealth.description, slug: Self.healthSlug, position: 4, body: body)
  }

  private func runbooks(of health: RunbookHealth) -> String {
    var table = MarkdownTable([
      "Runbook", "State", "Verified", "Counts until", "Last used", "Owner",
    ])
    for index in health.order.prefix(Self.mostHealthRows) {
      let freshness = health.freshness[index]
      table.add([
        site.link(toRunbook: index), Badge.markdown(freshness.mark),
        freshness.verified?.description ?? "never", freshness.end?.description ?? "",
        use(freshness.lastUse), PlainText.escaped(library.runbooks[index].owner ?? ""),
      ])
    }
    let rest = health.order.count - Self.mostHealthRows
    return table.output + (rest > 0 ? "\nand \(rest) that were looked at later\n" : "")
  }

  private func use(_ incident: Int?) -> String {
    guard let incident else { return "never" }
    let day = library.incidents[incident].day?.description ?? "once"
    return MarkdownTable.link(day, IncidentRow(site, incident).address)
  }

  private func alerts(of coverage: AlertCoverage) -> String {
    var table = MarkdownTable(["Alert", "Severity", "Runbook", "Link in the alert", "Rule file"])
    for row in coverage.rows.prefix(Self.mostHealthRows) {
      let index = row.runbook.flatMap { library.listedRunbooks.indices.contains($0) ? $0 : nil }
      table.add([
        PlainText.escaped(row.alert.name), PlainText.escaped(row.alert.severity ?? ""),
        index.map { site.link(toRunbook: $0) } ?? "", Badge.markdown(row.mark),
        PlainText.escaped(library.shortPath(row.alert.path)),
      ])
    }
    return table.output
  }
}
