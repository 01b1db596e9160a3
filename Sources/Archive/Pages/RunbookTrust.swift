internal import Incidents
internal import Learning
internal import Operations
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

/// Whether a runbook can be trusted, as its page and the lists say it.
extension ArchiveSite {
  /// One word and how it looks.
  func badge(of freshness: Freshness) -> TemplateValue {
    let (word, look): (String, String) =
      switch freshness.state {
      case .verified: ("verified", "done")
      case .due: ("due for a check", "open")
      case .changed: ("changed since", "overdue")
      case .never: ("never verified", "open")
      }
    return ["word": .text(word), "look": .text(look)]
  }

  /// The badge with its reasons, in sentences.
  func trust(of index: Int) -> TemplateValue {
    let freshness = Freshness(of: index, in: library)
    var reasons: [TemplateValue] = []
    func add(_ text: String, _ incident: Int? = nil) {
      reasons.append([
        "text": .text(text), "url": .optional(incident.map { url(ofIncident: $0) }),
        "title": .optional(incident.map { library.incidents[$0].title }),
      ])
    }
    if let verified = freshness.verified, let end = freshness.end {
      let isPast = library.today.map { $0 > end } ?? false
      let note = freshness.isStated ? "" : ", by the default of \(Freshness.standard.words)"
      add("Verified on \(verified), which \(isPast ? "counted" : "counts") until \(end)\(note).")
    } else {
      add("Nobody has written down that it was tried.")
    }
    for change in freshness.changes {
      add("\(change.path) changed on \(change.day), after that.")
    }
    if let use = freshness.lastUse {
      let day = library.incidents[use].day?.description
      add(day.map { "Last used on \($0):" } ?? "Last used:", use)
    } else {
      add("No incident in this archive used it.")
    }
    return ["badge": badge(of: freshness), "reasons": .list(reasons)]
  }

  // MARK: The page of all of them

  var healthPage: [OutputFile] {
    guard !library.listedRunbooks.isEmpty else { return [] }
    return [
      page(
        Self.healthURL, .health, title: "Runbooks to look at",
        description: "Which runbooks are due, and which alerts have one.", in: .runbooks
      ) { page, _ in
        let freshness = library.freshness
        let due = freshness.count { $0.state != .verified }
        let all = Wording.counted(freshness.count, "runbook")
        page["lede"] = .text(
          (due == 0 ? "All \(all) were verified in time." : "\(due) of \(all) should be looked at.")
            + " The one that nobody has verified or used for the longest time comes first.")
        let order = freshness.indices.sorted { left, right in
          let days = (freshness[left].exercised, freshness[right].exercised)
          guard days.0 != days.1 else { return left < right }
          guard let first = days.0 else { return true }
          return days.1.map { first < $0 } ?? false
        }
        page["rows"] = .list(order.prefix(Self.mostHealthRows).map { healthRow($0, freshness[$0]) })
        page["more"] =
          order.count > Self.mostHealthRows
          ? .text("and \(order.count - Self.mostHealthRows) that were looked at later") : .nothing
        addCoverage(to: &page)
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
      "badge": badge(of: freshness),
      "verified": .optional(freshness.verified?.description),
      "until": .optional(freshness.end?.description),
      "usedURL": .optional(use.map { url(ofIncident: $0) }),
      "used": .optional(use.flatMap { library.incidents[$0].day?.description }),
      "owner": .optional(library.runbooks[index].owner),
    ]
  }

  /// Which alert has which runbook.
  private func addCoverage(to page: inout TemplateRecord) {
    let coverage = AlertCoverage(of: library)
    let listed = library.listedRunbooks.indices
    let covered = coverage.rows.count { $0.runbook != nil || $0.link == .unknown }
    page["hasAlerts"] = .flag(!coverage.rows.isEmpty)
    page["coverage"] = .text(
      "\(covered) of \(Wording.counted(coverage.rows.count, "alert")) have a runbook.")
    page["alerts"] = .list(
      coverage.rows.prefix(Self.mostHealthRows).map { row in
        let index = row.runbook.flatMap { listed.contains($0) ? $0 : nil }
        let (word, look) = Self.words(for: row)
        return [
          "alert": .text(row.alert.name), "severity": .optional(row.alert.severity),
          "url": .optional(index.map { url(ofRunbook: $0) }),
          "title": .optional(index.map { library.runbooks[$0].title }),
          "word": .text(word), "look": .text(look),
          "file": .text(library.shortPath(row.alert.path)),
        ]
      })
  }

  private static func words(for row: AlertCoverage.Row) -> (word: String, look: String) {
    switch row.link {
    case .page: ("linked", "done")
    case .moved: ("linked to an old address", "open")
    case .dead, .deadHeading: ("dead link", "overdue")
    case .unknown: ("linked elsewhere", "silent")
    case .none: row.runbook == nil ? ("no runbook", "overdue") : ("not linked", "open")
    }
  }
}
