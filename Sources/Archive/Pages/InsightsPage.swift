internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  /// The figures of the insights, in the order of the page. The name of each is its anchor, and that of its file.
  enum InsightKind: String, CaseIterable, Sendable {
    case months
    case durations
    case course
    case severities
    case factors
    case detection
    case recurrences
    case actions
    case ages
    case reviews
    case runbooks
    case coordination
  }

  /// The page, and the numbers of each figure as a file.
  var insightsPage: [OutputFile] {
    let page = OutputFile(
      path: Self.folder + "insights/index.html", origin: templates.path(of: .insights),
      prepare: { page in
        page.add(facts.hash())
        return { _ in try renderedInsights }
      })
    return [page]
      + InsightKind.allCases.map { kind in
        dataFile("insights/\(kind.rawValue).csv") {
          insight(kind)?.file ?? CSVWriter(columns: ["Incident"]).bytes
        }
      }
  }

  private var renderedInsights: [UInt8] {
    get throws {
      try rendered(
        "insights/index.html", .insights, title: "Insights",
        description: "Figures for all incidents, each with its definition and data.",
        in: .insights
      ) { page, _ in
        page["lede"] = .text(insightsLede)
        tellDay(on: &page)
        page["charts"] = .list(
          InsightKind.allCases.compactMap { kind in
            insight(kind).map { $0.value(named: kind.rawValue) }
          })
      }
    }
  }

  func insight(_ kind: InsightKind) -> Insight? {
    switch kind {
    case .months: monthInsight
    case .durations: durationInsight
    case .course: courseInsight
    case .severities: severityInsight
    case .factors: factorInsight
    case .detection: detectionInsight
    case .recurrences: recurrenceInsight
    case .actions: actionInsight
    case .ages: ageInsight
    case .reviews: reviewInsight
    case .runbooks: runbookInsight
    case .coordination: coordinationInsight
    }
  }

  // MARK: The first sentence

  /// "In 2026 Q1: 7 incidents, 2 P0. Median time to mitigate 22 min (n = 7, range 8 to 97 min)."
  var insightsLede: String {
    let count = library.listed.count
    let worst = library.worstCount.map { ", \($0)" } ?? ""
    let all =
      "\(Wording.counted(count, "incident"))\(worst). Time to mitigate: "
      + "\(Wording.middle(of: library.figures(.mitigate)))."
    return [latestQuarter, "In all: \(all)"].compactMap(\.self).joined(separator: " ")
  }

  /// The quarter of the newest incident.
  private var latestQuarter: String? {
    let indices = library.listed.indices
    guard let day = indices.lazy.compactMap({ library.incidents[$0].day }).max() else { return nil }
    let quarter = indices.filter {
      guard let other = library.incidents[$0].day else { return false }
      return other.year == day.year && other.quarter == day.quarter
    }
    let worst = library.scale.severities.first
    let worstCount = quarter.count { worst != nil && library.incidents[$0].severity == worst }
    let graded = worstCount > 0 ? ", \(worstCount) \(worst?.name ?? "")" : ""
    let figures = Figures(
      quarter.compactMap { library.incidents[$0].milestones.minutes(to: .mitigate) })
    let mitigate =
      figures.count == 0 ? "" : " Time to mitigate: \(Wording.middle(of: figures))."
    return "In \(day.year) Q\(day.quarter): \(Wording.counted(quarter.count, "incident"))\(graded)."
      + mitigate
  }

  // MARK: Pieces

  /// The way from the page of the insights to a page of the archive.
  func insightLink(_ index: Int) -> Insight.Cell {
    .link(library.incidents[index].title, url: url(ofIncident: index))
  }

  /// The lengths of one kind of all listed incidents that have it.
  func dots(_ duration: DerivedDuration) -> [DurationDots.Dot] {
    library.listed.indices.compactMap { index in
      library.incidents[index].milestones.minutes(to: duration).map { dot(index, $0) }
    }
  }

  func dot(_ index: Int, _ minutes: Int) -> DurationDots.Dot {
    DurationDots.Dot(
      minutes: minutes, name: library.incidents[index].title, url: "../\(url(ofIncident: index))")
  }
}
