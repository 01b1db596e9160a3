internal import Incidents
internal import Learning
internal import Publishing
internal import Vocabulary

/// What incidents came from, how they were noticed, and what came again.
extension ArchiveSite {
  /// Wider tables are no longer read; the file has all.
  private static let mostTerms = 40

  /// Which factors met which services, as numbers in a table.
  var factorInsight: Insight? {
    var counts: [String: Int] = [:]
    var factors: [String: Int] = [:]
    var services: [String: Int] = [:]
    for incident in library.listed {
      for factor in Set(incident.factors) {
        factors[factor, default: 0] += 1
        for service in Set(incident.services) {
          counts["\(factor)\u{0}\(service)", default: 0] += 1
        }
      }
      for service in Set(incident.services) { services[service, default: 0] += 1 }
    }
    guard let first = Self.mostFrequent(factors).first else { return nil }
    let rows = Self.mostFrequent(factors).prefix(Self.mostTerms)
    let columns = Self.mostFrequent(services).prefix(Self.mostTerms)
    func name(_ kind: Facet.Kind, _ key: String) -> String { facets.entry(kind, key)?.name ?? key }
    let pair = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    let parts = pair.map { $0.key.split(separator: "\u{0}").map(String.init) } ?? []
    var finding =
      "Most frequent is \(name(.factor, first)), in \(Wording.counted(factors[first] ?? 0, "incident"))."
    if let pair, parts.count == 2, pair.value > 1 {
      finding +=
        " The most common pair is \(name(.factor, parts[0])) in \(name(.service, parts[1])), "
        + "\(pair.value) times."
    }
    if rows.count < factors.count || columns.count < services.count {
      finding +=
        " Shown are \(rows.count) of \(factors.count) factors and \(columns.count) of \(services.count) services."
    }
    return Insight(
      heading: "Contributing factors by service", finding: finding,
      definition:
        "The number of incidents with both, as the reviews state them. An incident with two factors or services counts in each.",
      columns: ["Factor", "Incidents"] + columns.map { name(.service, $0) },
      rows: Insight.Rows(
        rows.map { factor in
          [.text(name(.factor, factor)), .number(factors[factor] ?? 0)]
            + columns.map { .optional(counts["\(factor)\u{0}\($0)"]) }
        }), isHeat: true)
  }

  static func mostFrequent(_ counts: [String: Int]) -> [String] {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map(\.key)
  }

  var detectionInsight: Insight? {
    var counts: [String: Int] = [:]
    for index in library.listed.indices {
      guard let source = library.incidents[index].frontMatter.detectionSource?.written else {
        continue
      }
      counts[source, default: 0] += 1
    }
    let sources = Self.mostFrequent(counts)
    guard let first = sources.first else { return nil }
    let known = counts.values.reduce(0, +)
    let unknown = library.listed.count - known
    let rest = unknown == 0 ? "" : " Unknown for \(unknown)."
    let bars = sources.map { ShareBars.Bar(name: $0, count: counts[$0] ?? 0, total: known) }
    return Insight(
      heading: "How incidents were detected",
      finding:
        "First to notice, most often: \(first), \(Wording.share(counts[first] ?? 0, of: known)).\(rest)",
      definition: "What each review states as detection in its front matter.",
      drawing: ShareBars(bars: Array(bars.prefix(8))).drawing(
        id: "chart-detection", title: "How incidents were detected"),
      columns: ["Detected by", "Incidents"],
      rows: Insight.Rows(bars.map { [.text($0.name), .number($0.count)] }))
  }

  var recurrenceInsight: Insight? {
    guard let latest = library.recurrences.first else { return nil }
    let count = Set(library.recurrences.map(\.again)).count
    return Insight(
      heading: "What came again while work was open",
      finding:
        "\(Wording.counted(count, "incident")) came after one alike whose action items are still open, the latest "
        + "\(library.incidents[latest.again].title).",
      definition:
        "The same factor in the same service, or the same error, as the latest earlier incident that still has open action items.",
      columns: ["Incident", "Date", "Shares", "Earlier incident", "Its open action items"],
      rows: Insight.Rows(
        library.recurrences.map { recurrence in
          let first = library.incidents[recurrence.first]
          return [
            insightLink(recurrence.again),
            .optional(library.incidents[recurrence.again].day?.description),
            .text(library.reason(of: recurrence)), insightLink(recurrence.first),
            .number(first.openActionItemCount),
          ]
        }), isOpen: true)
  }
}
