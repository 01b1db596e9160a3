internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

/// When incidents happened and how long they took.
extension ArchiveSite {
  private static let mostMonths = 24

  var monthInsight: Insight? {
    let days = library.listed.indices.compactMap { library.incidents[$0].day }
    guard let first = days.min(), let last = days.max() else { return nil }
    let names = library.severityNames
    let hasUngraded = library.listed.indices.contains { library.incidents[$0].severityLabel == nil }
    let start = first.year * 12 + first.month - 1
    let end = max(start, max(last, library.today ?? last).year * 12 + 11)
    var counts = Array(
      repeating: Array(repeating: 0, count: names.count + 1), count: end - start + 1)
    var newest = start
    var tones: [String: String] = [:]
    for index in library.listed.indices {
      let incident = library.incidents[index]
      if let label = incident.severityLabel { tones[label] = incident.severityTone }
      guard let day = incident.day else { continue }
      let month = day.year * 12 + day.month - 1
      newest = max(newest, month)
      let place = incident.severityLabel.flatMap { names.firstIndex(of: $0) } ?? names.count
      counts[month - start][place] += 1
    }
    if let today = library.today { newest = max(newest, today.year * 12 + today.month - 1) }
    let months = (start...newest).map { month in
      MonthBars.Month(year: month / 12, month: month % 12 + 1, counts: counts[month - start])
    }
    let shown = Array(months.suffix(Self.mostMonths))
    let most = shown.max { ($0.total, $1.name) < ($1.total, $0.name) }
    let total = shown.reduce(0) { $0 + $1.total }
    var finding =
      "\(Wording.counted(total, "incident")) from \(shown.first?.name ?? "") to "
      + "\(shown.last?.name ?? "")"
    if let most, most.total > 0 {
      finding += "; the most in a month are \(most.total), in \(most.name)"
    }
    finding += "."
    let earlier = days.count - total
    if earlier > 0 { finding += " \(earlier) earlier ones are in the table and the file alone." }
    let undated = library.listed.count - days.count
    if undated > 0 { finding += " \(undated) without a day are nowhere." }
    let words = names + (hasUngraded ? ["without a severity"] : [])
    let keys = names.map { "key-\(tones[$0] ?? "word")" } + ["key-none"]
    return Insight(
      heading: "Incidents per month",
      finding: finding,
      definition:
        "Counted by the day of the incident; the worst severity is at the bottom of each bar. More incidents in the archive "
        + "often mean more reporting, not more failures.",
      drawing: MonthBars(months: shown, keys: keys).drawing(
        id: "chart-months", title: "Incidents per month", description: finding),
      legend: zip(keys, words).map { ($0, $1) },
      columns: ["Month", "Incidents"] + words,
      rows: Insight.Rows(
        months.reversed().map { month in
          [.text(month.name), .number(month.total)]
            + month.counts.prefix(words.count).map { .number($0) }
        }))
  }

  private static let shownDurations: [DerivedDuration] = [
    .detect, .acknowledge, .mitigate, .resolve,
  ]

  var durationInsight: Insight? {
    let rows = Self.shownDurations.map {
      DurationDots.Row(name: Wording.name(of: $0), dots: dots($0))
    }
    let chart = DurationDots(rows)
    guard !chart.isEmpty else { return nil }
    let known = Self.shownDurations.filter { library.figures($0).count > 0 }
    let findings = known.map { duration in
      "\(Wording.name(of: duration)): \(Wording.middle(of: library.figures(duration)))"
    }
    return Insight(
      heading: "How long incidents took",
      finding: findings.joined(separator: ". ") + "." + chart.remark,
      definition:
        "Each dot is an incident. The line is the median and the band the middle half. Time to detect, mitigate and resolve "
        + "count from the start, time to acknowledge from detection; an incident without one of the two times is not counted. "
        + "There is no mean, because a few long incidents would decide it.",
      drawing: chart.drawing(id: "chart-durations", title: "How long incidents took"),
      columns: [
        "Incident", "Date", "Minutes to detect", "To acknowledge", "To mitigate", "To resolve",
      ],
      rows: Insight.Rows(
        library.listed.indices.compactMap { index in
          let incident = library.incidents[index]
          let minutes = Self.shownDurations.map { incident.milestones.minutes(to: $0) }
          guard minutes.contains(where: { $0 != nil }) else { return nil }
          return [insightLink(index), .optional(incident.day?.description)]
            + minutes.map { .optional($0) }
        }))
  }

  private static let mostLines = 12

  var courseInsight: Insight? {
    let lines = library.listed.indices.compactMap {
      index -> (index: Int, line: CourseLines.Line)? in
      let incident = library.incidents[index]
      let line = CourseLines.Line(
        name: incident.title, url: "../\(url(ofIncident: index))",
        detect: incident.milestones.minutes(to: .detect),
        mitigate: incident.milestones.minutes(to: .mitigate),
        resolve: incident.milestones.minutes(to: .resolve))
      return line.known.count > 1 ? (index, line) : nil
    }
    guard !lines.isEmpty else { return nil }
    let both = lines.filter { $0.line.detect != nil && $0.line.mitigate != nil }
    let late = both.count { pair in
      (pair.line.detect ?? 0) * 2 > (pair.line.mitigate ?? 0)
    }
    let shown = lines.prefix(Self.mostLines).map(\.line)
    let cut =
      lines.count > shown.count
      ? " Drawn are the latest \(shown.count) of \(lines.count)." : ""
    let finding =
      both.isEmpty
      ? "The times to detect and to mitigate are known together for no incident."
      : "In \(Wording.share(late, of: both.count)) of the incidents with both times, more than half of the time to mitigate "
        + "went by before anybody knew."
    return Insight(
      heading: "From the start to the end of each",
      finding: finding + cut,
      definition:
        "An open circle is detection, a filled one mitigation, and a square resolution; the line counts from the start.",
      drawing: CourseLines(lines: shown).drawing(
        id: "chart-course", title: "Detection, mitigation and resolution of each incident",
        description: finding),
      columns: ["Incident", "Minutes to detect", "To mitigate", "To resolve"],
      rows: Insight.Rows(
        lines.map { index, line in
          [
            insightLink(index), .optional(line.detect), .optional(line.mitigate),
            .optional(line.resolve),
          ]
        }))
  }

  /// Length against severity: teams expect the two to go together, and they seldom do (VOID report 2022).
  var severityInsight: Insight? {
    var groups: [String: [DurationDots.Dot]] = [:]
    var rows: [[Insight.Cell]] = []
    for index in library.listed.indices {
      let incident = library.incidents[index]
      guard let label = incident.severityLabel, let minutes = incident.minutes else { continue }
      groups[label, default: []].append(dot(index, minutes))
      rows.append([insightLink(index), .text(label), .number(minutes)])
    }
    let names = library.severityNames.filter { groups[$0] != nil }
    guard !names.isEmpty else { return nil }
    let chart = DurationDots(names.map { DurationDots.Row(name: $0, dots: groups[$0] ?? []) })
    let findings = names.map { name in
      "\(name): \(Wording.middle(of: Figures((groups[name] ?? []).map(\.minutes))))"
    }
    return Insight(
      heading: "Does a worse severity take longer?",
      finding: findings.joined(separator: ". ") + "." + chart.remark,
      definition:
        "Minutes that users were affected: until mitigation, or until resolution where only that is known. Bands that overlap "
        + "say that the severity does not tell how long an incident takes.",
      drawing: chart.drawing(id: "chart-severities", title: "Duration by severity"),
      columns: ["Incident", "Severity", "Minutes"], rows: Insight.Rows(rows))
  }

  var reviewInsight: Insight? {
    let limit = library.policy[.review].minutes
    var dots: [DurationDots.Dot] = []
    var rows: [[Insight.Cell]] = []
    var inTime = 0
    for index in library.listed.indices {
      let incident = library.incidents[index]
      guard let lag = ReviewLag(of: incident, policy: library.policy) else { continue }
      let minutes: Int?
      let words: String
      switch lag {
      case .inTime(let known): (minutes, words) = (known, "in time")
      case .late(let known, _): (minutes, words) = (known, "late")
      }
      if words == "in time" { inTime += 1 }
      if let minutes { dots.append(dot(index, minutes)) }
      rows.append([insightLink(index), .text(words), .optional(minutes)])
    }
    guard !rows.isEmpty else { return nil }
    let chart = DurationDots(
      [DurationDots.Row(name: Wording.name(of: .reviewLag), dots: dots)], limit: limit, isLong: true
    )
    let unknown = library.listed.count - rows.count
    let rest = unknown == 0 ? "" : " Unknown for \(unknown)."
    return Insight(
      heading: "How soon incidents were reviewed",
      finding:
        "\(Wording.share(inTime, of: rows.count)) reviews were held within "
        + "\(Wording.length(limit)). \(Wording.name(of: .reviewLag)): "
        + "\(Wording.middle(of: library.figures(.reviewLag))).\(rest)",
      definition:
        "From the resolution to the review. The dashed line is the limit that the process runbook states, or 48 h. Where only "
        + "the days are known, the shortest time between them counts.",
      drawing: chart.isEmpty
        ? nil : chart.drawing(id: "chart-reviews", title: "Time from the resolution to the review"),
      columns: ["Incident", "Review", "Minutes"], rows: Insight.Rows(rows))
  }
}
