internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var homePage: [OutputFile] {
    let configuration = library.configuration
    return [
      page(
        "index.html", .home, title: configuration.title, description: configuration.tagline
      ) { page, _ in
        page["heading"] = .text(configuration.title)
        tellDay(on: &page)
        page["tagline"] = .text(configuration.tagline)
        page["now"] = .list(firstAid)
        page["hasTrees"] = .flag(!trees.isEmpty)
        page["hasRunbooks"] = .flag(!library.listedRunbooks.isEmpty)
        page["nowUrl"] = trees.isEmpty ? "runbooks/index.html" : "decide/index.html"
        page["count"] = .number(library.listed.count)
        page["countText"] = library.listed.count == 1 ? "incident" : "incidents"
        page["since"] = .optional(
          library.listed.last { $0.day != nil }?.day.map { String($0.year) })
        addLesson(to: &page)
        page["overdue"] = .number(library.ledger.overdueCount)
        page["overdueText"] =
          library.ledger.overdueCount == 1 ? "action item is overdue" : "action items are overdue"
        page["openCount"] = .number(library.ledger.open.count)
        page["hasDue"] = .flag(library.ledger.open.contains { $0.item.due != nil })
        page["hasItems"] = .flag(library.ledger.open.count + library.ledger.done.count > 0)
        page["latest"] = .list(library.listed.prefix(5).map { .record($0.headline) })
        page["again"] = resurfaced
        page["coverage"] = coverage
        page["services"] = .list(busiestServices)
        page["hasServices"] = .flag(!busiestServices.isEmpty)
      }
    ]
  }

  /// What to open when something is broken: the first trees and the runbooks for alerts.
  private var firstAid: [TemplateValue] {
    let trees = trees.prefix(3).map {
      ["url": .text($0.url), "name": .text($0.tree.title)] as TemplateValue
    }
    let hasAlerts = library.listedRunbooks.contains { $0.alert != nil }
    return trees
      + (hasAlerts ? [["url": .text(alertsURL), "name": "Runbooks by alert"]] : [])
  }

  private func addLesson(to page: inout TemplateRecord) {
    let latest = library.listed.firstIndex { !$0.lesson.isEmpty }
    page["lesson"] = .optional(latest.map { library.incidents[$0].lesson })
    page["lessonUrl"] = .optional(latest.map { url(ofIncident: $0) })
  }

  /// An old incident worth another look, chosen by the day of the content and never by the clock:
  /// one of the same week some years ago, else any but the latest.
  private var resurfaced: TemplateValue {
    guard let today = library.today, library.listed.count > 5 else { return .nothing }
    for years in 1...5 {
      let day = today.number - years * 365
      let sameWeek = library.listed.first { incident in
        incident.day.map { abs($0.number - day) <= 7 } ?? false
      }
      guard let sameWeek else { continue }
      let when = years == 1 ? "A year ago this week" : "\(years) years ago this week"
      return again(sameWeek, when: when)
    }
    let older = library.listed.dropFirst(5)
    return again(older[older.startIndex + today.number % older.count], when: "From the archive")
  }

  private func again(_ incident: Incident, when: String) -> TemplateValue {
    var record = incident.headline
    record["when"] = .text(when)
    return .record(record)
  }

  private var coverage: TemplateValue {
    let policy = library.policy[.review]
    let lags = library.figures(.reviewLag)
    guard lags.count > 0 else { return .nothing }
    return [
      "window": .text(Wording.length(policy.minutes)), "note": .optional(policy.defaultNote),
      "inTime": .number(lags.values.count { $0 <= policy.minutes }),
      "known": .number(lags.count),
      "unknown": .number(library.listed.count - lags.count),
    ]
  }

  private var busiestServices: [TemplateValue] {
    pagedFacets.first { $0.name == Facet.Kind.service.rawValue }?.mostCommon(6).map(\.link) ?? []
  }
}
