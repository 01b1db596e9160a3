internal import Diagnostics
internal import Publishing
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  /// Why each rule of the check exists, with examples: one page with a heading per rule, as `rules/index.html#PM002`.
  var rulesPage: [OutputFile] {
    guard !rules.isEmpty else { return [] }
    return [
      page(
        "rules/index.html", .rules, title: "Rules",
        description: "What every review and runbook is checked for, and why."
      ) { page, _ in
        page["lede"] = .text(
          "What every review and runbook is checked for, and why: \(Wording.counted(rules.count, "rule"))."
        )
        var facets = RowFacets(["about": "About", "level": "Level"])
        page["rules"] = .list(rules.map { rule($0, &facets) })
        page["facets"] = facets.value(noun: "rules")
        page["narrows"] = true
      }
    ]
  }

  private func rule(_ rule: RuleDescription, _ facets: inout RowFacets) -> TemplateValue {
    let about = Self.subject(of: rule.code)
    let level = rule.level.rawValue
    return [
      "keys": facets.keys(of: [
        RowFacets.Value(facet: "about", key: about, name: about),
        RowFacets.Value(facet: "level", key: level, name: level),
      ]),
      "code": .text(rule.code), "name": .text(rule.name), "level": .text(rule.level.rawValue),
      "rationale": .text(rule.rationale), "bad": .html(marked(rule.bad)),
      "hasBad": .flag(!rule.bad.isEmpty), "good": .html(marked(rule.good)),
      "hasGood": .flag(!rule.good.isEmpty), "remedies": .list(rule.remedies.map { .text($0) }),
      "hasRemedies": .flag(!rule.remedies.isEmpty),
    ]
  }

  /// What a rule looks at, by the numbers that its family has.
  private static func subject(of code: String) -> String {
    let number = Int(code.drop { !$0.isNumber }) ?? 0
    if code.hasPrefix("BS") { return "Files and links" }
    return (80..<90).contains(number) || number >= 100 ? "Runbooks and alerts" : "Reviews"
  }

  /// An example, with what is reported marked.
  private func marked(_ example: String) -> HTML {
    var html = HTML.empty
    var rest = example[...]
    while let start = rest.firstIndex(of: "⟦"), let end = rest[start...].firstIndex(of: "⟧") {
      html.append(HTML(text: String(rest[..<start])))
      html.append(HTML(trusted: "<mark>"))
      html.append(HTML(text: String(rest[rest.index(after: start)..<end])))
      html.append(HTML(trusted: "</mark>"))
      rest = rest[rest.index(after: end)...]
    }
    html.append(HTML(text: String(rest)))
    return html
  }
}
