internal import Incidents
internal import Learning
internal import Vocabulary

/// The figures as tables: medians and quartiles, never a mean.
extension LearningDocs {
  var figures: DocPage {
    DocPage(
      path: "learning/figures", title: "Figures",
      description: "How long detection, mitigation and resolution took: medians and quartiles.",
      slug: "/learning/figures", position: 3,
      body: durations + "\n" + factors + "\n" + quarters)
  }

  private var durations: String {
    var table = MarkdownTable([
      "Duration", "Incidents", "Lower quartile", "Median", "Upper quartile",
    ])
    for (duration, name) in Self.durationNames {
      let figures = site.library.figures(duration)
      let values = [figures.lowerQuartile, figures.median, figures.upperQuartile]
      let shown =
        figures.isComparable
        ? values.map { $0.map(Wording.length) ?? "" } : ["too few to compare", "", ""]
      table.add([name, String(figures.count)] + shown)
    }
    return """
      ## Durations

      Each duration is derived from two milestones of the timeline. Incidents without one of the two \
      are not counted. A mean is not shown, because a few long incidents would decide it.

      \(table.output)
      """
  }

  private static let durationNames: [(DerivedDuration, String)] = [
    (.detect, "Start to detection"), (.acknowledge, "Detection to acknowledgement"),
    (.mitigate, "Start to mitigation"), (.resolve, "Start to resolution"),
    (.reviewLag, "Resolution to review"),
  ]

  private var factors: String {
    let values = site.library.facet(.factor)?.values ?? []
    guard !values.isEmpty else { return "" }
    var table = MarkdownTable(["Contributing factor", "Incidents", "Latest"])
    let sorted = values.sorted { ($1.incidents.count, $0.key) < ($0.incidents.count, $1.key) }
    for value in sorted.prefix(30) {
      let name = site.library.configuration.factor(value.key)?.name ?? value.key
      let latest = value.incidents.first.map { IncidentRow(site, $0).link } ?? ""
      table.add([PlainText.escaped(name), String(value.incidents.count), latest])
    }
    return "## Contributing factors\n\n\(table.output)"
  }

  private var quarters: String {
    var counts: [String: [String?]] = [:]
    for incident in site.library.listed {
      guard let day = incident.day else { continue }
      counts["\(day.year) Q\(day.quarter)", default: []].append(incident.severityLabel)
    }
    guard !counts.isEmpty else { return "" }
    var table = MarkdownTable(
      ["Quarter", "Incidents"] + severityColumns.map { PlainText.escaped($0) })
    for (quarter, severities) in counts.sorted(by: { $0.key > $1.key }).prefix(20) {
      let bySeverity = severityColumns.map { severity in severities.count { $0 == severity } }
      table.add([quarter, String(severities.count)] + bySeverity.map { $0 == 0 ? "" : String($0) })
    }
    return "## Incidents per quarter\n\n\(table.output)"
  }
}
