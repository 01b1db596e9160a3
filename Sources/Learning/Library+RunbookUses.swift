internal import Diagnostics
internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Library {
  /// How the listed incidents used a runbook, newest first; of the newest `most` of them.
  package func uses(ofRunbook runbook: Int, most: Int) -> [RunbookUse] {
    uses[runbook].prefix(most).map { index in
      let incident = incidents[index]
      var steps: [RunbookUse.Step] = []
      var remarks: [String] = []
      for mention in incident.mentions where !mention.text.isEmpty {
        guard let (target, anchor) = names.target(of: mention, links), target == runbook else {
          continue
        }
        if mention.path == incident.timeline?.path, mention.moment != nil {
          steps.append(step(mention, of: incident, in: runbook, anchor: anchor))
        } else if !remarks.contains(mention.text) {
          remarks.append(mention.text)
        }
      }
      return RunbookUse(incident: index, steps: steps, remarks: remarks)
    }
  }

  private func step(
    _ mention: PageMention, of incident: Incident, in runbook: Int, anchor: String?
  ) -> RunbookUse.Step {
    func minutes(_ milestone: Milestone) -> Int? {
      guard let moment = mention.moment, let mark = incident.milestones[milestone] else {
        return nil
      }
      return moment.minutes(since: mark.moment)
    }
    let untilMitigated = minutes(.mitigated).map { -$0 }
    let section = anchor.flatMap { anchor in
      runbooks[runbook].sections.first { $0.anchor == anchor }?.heading
    }
    return RunbookUse.Step(
      moment: mention.moment, section: section, sinceDetected: minutes(.detected),
      untilMitigated: untilMitigated.flatMap { $0 < 0 ? nil : $0 }, text: mention.text)
  }

  static func uses(
    of runbooks: [Runbook], _ names: RunbookNames, by incidents: ArraySlice<Incident>,
    pages: [String: PageFacts], links: LinkTable
  ) -> [[Int]] {
    var uses = Array(repeating: [Int](), count: runbooks.count)
    for (index, incident) in incidents.enumerated() {
      for runbook in Self.runbooks(usedBy: incident, names, pages: pages, links: links) {
        uses[runbook].append(index)
      }
    }
    return uses
  }

  static func runbooks(
    usedBy incident: Incident, _ names: RunbookNames, pages: [String: PageFacts], links: LinkTable
  ) -> [Int] {
    var found: [Int] = []
    func add(_ destination: String, from path: String) {
      guard case .page(.runbook(let index), _, _) = links.target(of: destination, from: path),
        !found.contains(index)
      else { return }
      found.append(index)
    }
    for field in incident.frontMatter.runbooks { add(field.written, from: incident.path) }
    for (path, links) in Self.links(of: incident, pages: pages) {
      for link in links where !link.isImage { add(link.destination, from: path) }
    }
    for mention in incident.mentions where mention.isPlaybook {
      if let index = names.target(of: mention, links)?.runbook, !found.contains(index) {
        found.append(index)
      }
    }
    return found
  }

  static func work(
    on runbooks: [Runbook], _ names: RunbookNames, by incidents: ArraySlice<Incident>,
    links: LinkTable
  ) -> [[RunbookWork]] {
    var work = Array(repeating: [RunbookWork](), count: runbooks.count)
    for (index, incident) in incidents.enumerated() where !incident.mentions.isEmpty {
      for mention in incident.mentions where mention.text.isEmpty {
        guard let runbook = names.target(of: mention, links)?.runbook,
          let item = incident.actionItems.first(where: { $0.line == mention.line }),
          work[runbook].last.map({ $0.incident == index && $0.item.line == item.line }) != true
        else { continue }
        work[runbook].append(RunbookWork(incident: index, item: item))
      }
    }
    return work
  }
}
