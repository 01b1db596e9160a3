internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var insightsPage: [OutputFile] {
    [
      page(
        "insights/index.html", .insights, title: "Insights",
        description: "Figures for all incidents, each with its definition and data.",
        in: .insights
      ) { page, _ in
        page["lede"] = .text(insightsLede)
        tellDay(on: &page)
        page["charts"] = .list(
          [quarterSection, durationSection, factorSection, detectionSection, followUpSection]
            .compactMap { $0 })
      }
    ]
  }

  private var insightsLede: String {
    let count = library.listed.count
    let worst = library.worstCount.map { ", \($0)" } ?? ""
    return "\(Wording.counted(count, "incident"))\(worst). Time to mitigate: "
      + "\(Wording.middle(of: library.figures(.mitigate)))."
  }

  private func section(
    _ anchor: String, _ heading: String, _ finding: String, chart: TemplateValue? = nil,
    table: TemplateValue? = nil
  ) -> TemplateValue {
    [
      "anchor": .text(anchor), "heading": .text(heading), "finding": .text(finding),
      "chart": chart ?? .nothing, "table": table ?? .nothing,
    ]
  }

  private var quarterSection: TemplateValue? {
    guard let bars = QuarterBars(of: Array(library.listed.indices), in: library, id: "quarters")
    else { return nil }
    return section(
      "quarters", "Incidents per quarter",
      "More incidents in the archive often mean more reporting, not more failures.",
      chart: bars.value)
  }

  private var durationSection: TemplateValue? {
    let rows = [DerivedDuration.detect, .acknowledge, .mitigate, .resolve, .reviewLag].map {
      duration in
      DurationDots.Row(name: Wording.name(of: duration), figures: library.figures(duration))
    }
    let dots = DurationDots(rows, id: "durations", title: "How long incidents took")
    guard !dots.isEmpty else { return nil }
    return section(
      "durations", "How long incidents took",
      "Time to mitigate: \(Wording.middle(of: library.figures(.mitigate))). "
        + "Time to detect: \(Wording.middle(of: library.figures(.detect))).",
      chart: dots.value)
  }

  private static let mostTerms = 8

  /// Which factors met which services, as numbers in a table.
  private var factorSection: TemplateValue? {
    var counts: [String: Int] = [:]
    var factors: [String: Int] = [:]
    var services: [String: Int] = [:]
    for incident in library.listed {
      for factor in incident.factors {
        factors[factor, default: 0] += 1
        for service in incident.services { counts["\(factor)\u{0}\(service)", default: 0] += 1 }
      }
      for service in incident.services { services[service, default: 0] += 1 }
    }
    guard !counts.isEmpty else { return nil }
    let rows = Self.mostFrequent(factors)
    let columns = Self.mostFrequent(services)
    let most = counts.values.max() ?? 1
    let table: TemplateValue = [
      "isHeat": true,
      "columns": .list(["Factor"] + columns.map { .text(facets.entry(.service, $0)?.name ?? $0) }),
      "rows": .list(
        rows.map { factor in
          [
            "name": .text(facets.entry(.factor, factor)?.name ?? factor),
            "cells": .list(columns.map { Self.cell(counts["\(factor)\u{0}\($0)"] ?? 0, of: most) }),
          ]
        }),
    ]
    let first = rows.first.map { facets.entry(.factor, $0)?.name ?? $0 } ?? ""
    return section(
      "factors", "Contributing factors by service",
      "Most frequent: \(first), in \(Wording.counted(factors[rows.first ?? ""] ?? 0, "incident")).",
      table: table)
  }

  /// A count, and how strong its field is coloured; the number says the same.
  private static func cell(_ count: Int, of most: Int) -> TemplateValue {
    let heat = count == 0 ? 0 : most > 1 && count * 2 > most ? 2 : 1
    return ["text": count == 0 ? "" : .number(count), "heat": .number(heat)]
  }

  private static func mostFrequent(_ counts: [String: Int]) -> [String] {
    counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(mostTerms).map(\.key)
  }

  private var detectionSection: TemplateValue? {
    var counts: [String: Int] = [:]
    for incident in library.listed {
      guard let source = incident.frontMatter.detectionSource?.written else { continue }
      counts[source, default: 0] += 1
    }
    guard !counts.isEmpty else { return nil }
    let known = counts.values.reduce(0, +)
    let rows = Self.mostFrequent(counts)
    return section(
      "detection", "How incidents were detected",
      "Known for \(known) of \(Wording.counted(library.listed.count, "incident")).",
      table: Self.counts(
        rows.map { ($0, "\(counts[$0] ?? 0)") }, name: "Detected by", count: "Incidents"))
  }

  private var followUpSection: TemplateValue? {
    let ledger = library.ledger
    let total = ledger.open.count + ledger.done.count + ledger.dropped.count
    guard total > 0 else { return nil }
    return section(
      "follow-up", "Follow-up on action items",
      "\(ledger.done.count) of \(total) are done.",
      table: Self.counts(
        [
          ("Done", "\(ledger.done.count)"), ("Open", "\(ledger.open.count)"),
          ("Open and overdue", "\(ledger.overdueCount)"),
          ("Dropped", "\(ledger.dropped.count)"),
        ], name: "State", count: "Action items"))
  }

  private static func counts(
    _ rows: [(String, String)], name: String, count: String
  ) -> TemplateValue {
    [
      "columns": .list([.text(name), .text(count)]),
      "rows": .list(
        rows.map { ["name": .text($0.0), "cells": .list([["text": .text($0.1), "heat": 0]])] }),
    ]
  }
}
