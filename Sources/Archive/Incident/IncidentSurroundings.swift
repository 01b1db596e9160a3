internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

/// What the page of an incident shows of the rest of the library, and of the day that counts as today.
///
/// All else on the page is made from the incident, its documents, the settings, the policy and the templates.
struct IncidentSurroundings {
  /// Fields of the page.
  let fields: TemplateRecord
  /// Whether each of its action items is overdue.
  let overdue: [Bool]
  /// Addresses of the trees that decisions of its timeline went through, by their lines.
  let trees: [Int: String]

  /// `problems` are the errors that were found in its documents.
  init(of incident: Incident, at index: Int, in site: ArchiveSite, problems: [Diagnostic]) {
    let (library, facets) = (site.library, site.facets)
    let runbooks = library.runbooks(of: index)
    let related = library.related[index].filter { $0.reason != .sameIncident }
    let same = library.related[index].filter { $0.reason == .sameIncident }
    let count = library.listed.count
    fields = [
      "problems": site.problems(problems),
      "services": facets.links(.service, incident.services),
      "hasServices": .flag(!incident.services.isEmpty),
      "factors": facets.links(.factor, incident.factors),
      "hasFactors": .flag(!incident.factors.isEmpty),
      "tags": facets.links(.tag, incident.tags), "hasTags": .flag(!incident.tags.isEmpty),
      "runbooks": .list(runbooks.map { site.runbookName($0) }),
      "hasRunbooks": .flag(!runbooks.isEmpty),
      "related": .list(related.map { Self.link(to: $0, in: site) }),
      "hasRelated": .flag(!related.isEmpty),
      "same": .list(same.map { .record(site.incidentLink($0.incident)) }),
      "hasSame": .flag(!same.isEmpty),
      "recurrences": site.recurrenceNotices(of: index),
      "previous": index + 1 < count ? .record(site.incidentLink(index + 1)) : .nothing,
      "next": index > 0 && index < count ? .record(site.incidentLink(index - 1)) : .nothing,
    ]
    trees = Dictionary(
      incident.decisions.compactMap { decision in
        let title = decision.tree.foldedWords
        return site.trees.first { $0.tree.title.foldedWords == title }.map {
          (decision.line, $0.url)
        }
      }
    ) { first, _ in first }
    overdue = incident.actionItems.map { item in
      library.today.flatMap { today in item.due.map { $0 < today } } ?? false
    }
  }

  func add(to inputs: inout PageInputs) {
    inputs.add(fields)
    for isOverdue in overdue { inputs.add(isOverdue) }
    for (line, url) in trees.sorted(by: { $0.key < $1.key }) {
      inputs.add(line)
      inputs.add(url)
    }
  }

  private static func link(to related: RelatedIncident, in site: ArchiveSite) -> TemplateValue {
    var record = site.incidentLink(related.incident)
    record["reason"] = .text(site.library.reason(of: related))
    return .record(record)
  }
}
