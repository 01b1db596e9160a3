internal import Incidents
internal import Learning
internal import Operations
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

/// Whether a runbook can be trusted, as its page and the lists say it.
extension ArchiveSite {
  func value(of mark: StateMark) -> TemplateValue {
    ["word": .text(mark.word), "look": .text(mark.look.rawValue)]
  }

  /// The badge with its reasons, in sentences.
  func trust(of index: Int) -> TemplateValue {
    let freshness = Freshness(of: index, in: library)
    let reasons = freshness.reasons(in: library).map { reason -> TemplateValue in
      [
        "text": .text(reason.text),
        "url": .optional(reason.incident.map { url(ofIncident: $0) }),
        "title": .optional(reason.incident.map { library.incidents[$0].title }),
      ]
    }
    return ["badge": value(of: freshness.mark), "reasons": .list(reasons)]
  }

  // MARK: The page of all of them

  var healthPage: [OutputFile] {
    guard !library.listedRunbooks.isEmpty else { return [] }
    return [
      page(
        Self.healthURL, .health, title: RunbookHealth.title,
        description: RunbookHealth.description, in: .runbooks
      ) { page, _ in
        let health = RunbookHealth(of: library)
        let (order, rows) = (health.order, health.coverage.rows)
        page["lede"] = .text(health.lede)
        page["tableTitle"] = .text(RunbookHealth.tableTitle)
        page["rows"] = .list(
          order.prefix(Self.mostHealthRows).map { healthRow($0, health.freshness[$0]) })
        page["more"] =
          order.count > Self.mostHealthRows
          ? .text("and \(order.count - Self.mostHealthRows) that were looked at later") : .nothing
        page["hasAlerts"] = .flag(!rows.isEmpty)
        page["alertsTitle"] = .text(RunbookHealth.alertsTitle)
        page["coverage"] = .text(health.coverageLede)
        page["alerts"] = .list(rows.prefix(Self.mostHealthRows).map(alertRow))
        tellDay(on: &page)
      }
    ]
  }

  static let healthURL = "health/index.html"
  private static let mostHealthRows = 500

  private func healthRow(_ index: Int, _ freshness: Freshness) -> TemplateValue {
    let use = freshness.lastUse
    return [
      "url": .text(url(ofRunbook: index)), "title": .text(library.runbooks[index].title),
      "badge": value(of: freshness.mark),
      "verified": .optional(freshness.verified?.description),
      "until": .optional(freshness.end?.description),
      "usedURL": .optional(use.map { url(ofIncident: $0) }),
      "used": .optional(use.flatMap { library.incidents[$0].day?.description }),
      "owner": .optional(library.runbooks[index].owner),
    ]
  }

  private func alertRow(_ row: AlertCoverage.Row) -> TemplateValue {
    let index = row.runbook.flatMap { library.listedRunbooks.indices.contains($0) ? $0 : nil }
    return [
      "alert": .text(row.alert.name), "severity": .optional(row.alert.severity),
      "url": .optional(index.map { url(ofRunbook: $0) }),
      "title": .optional(index.map { library.runbooks[$0].title }),
      "badge": value(of: row.mark), "file": .text(library.shortPath(row.alert.path)),
    ]
  }
}
