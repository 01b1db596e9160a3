internal import Incidents
package import Runbooks
internal import Vocabulary

/// Where an outcome of a decision tree leads: a runbook, a template, a part of the page, or an address.
package struct DecisionLead: Hashable, Sendable {
  /// A page, an asset, or somewhere else on the web; never a heading of the same document.
  package let target: LinkTarget
  /// The link as the author wrote it; `nil` when the name of the outcome leads there.
  package let written: String?
  /// What it leads to.
  package let title: String
  /// The first command of the runbook that it leads to.
  package let command: String?
}

extension Library {
  /// Where an answer leads: by its own link, by `leads_to` in the front matter of its page, or because it names a
  /// runbook, a template, a contact or severities.
  ///
  /// - Returns: `nil` when the answer adds nothing, and when it leads nowhere.
  package func lead(of answer: DecisionTree.Answer, in runbook: Runbook) -> DecisionLead? {
    guard let outcome = answer.outcome else { return nil }
    if let written = runbook.destination(of: answer) {
      return lead(to: written, in: runbook)
    }
    if let index = names.runbook(namedIn: outcome), listedRunbooks.indices.contains(index) {
      return lead(to: .page(.runbook(index), path: runbooks[index].path, anchor: nil), nil)
    }
    guard let line = runbook.line(namedBy: outcome, on: scale),
      let section = runbook.sections.last(where: { $0.lines.contains(line) }),
      let anchor = section.anchor, let target = page(of: runbook, anchor)
    else { return nil }
    return DecisionLead(target: target, written: nil, title: section.heading, command: nil)
  }

  /// Where a link of a runbook's page leads, as seen from any page.
  private func lead(to written: String, in runbook: Runbook) -> DecisionLead? {
    let target = links.target(of: written, from: runbook.path)
    guard case .heading(let anchor) = target else { return lead(to: target, written) }
    return page(of: runbook, anchor).flatMap { lead(to: $0, written) }
  }

  private func page(of runbook: Runbook, _ anchor: String) -> LinkTarget? {
    guard case .runbook(let index)? = links.page(at: runbook.path) else { return nil }
    return .page(.runbook(index), path: runbook.path, anchor: anchor)
  }

  private func lead(to target: LinkTarget, _ written: String?) -> DecisionLead? {
    switch target {
    case .page(.runbook(let index), let path, let anchor):
      let section = anchor.flatMap { anchor in
        runbooks[index].sections.first { $0.anchor == anchor }
      }
      if anchor != nil, section == nil, pages[path]?.hasAnchor(anchor ?? "") != true { return nil }
      return DecisionLead(
        target: target, written: written, title: section?.heading ?? runbooks[index].title,
        command: runbooks[index].leadingCommand)
    case .page(.incident(let index, _), _, _):
      return DecisionLead(
        target: target, written: written, title: incidents[index].title, command: nil)
    case .external, .asset, .folder:
      return DecisionLead(target: target, written: written, title: written ?? "", command: nil)
    case .heading, .missing, .outside: return nil
    }
  }
}

extension Runbook {
  /// The command to begin with; a process only describes what people say to a bot.
  package var leadingCommand: String? { kind == .process ? nil : firstCommand }

  /// The link that the author gives an answer: its own, or in `leads_to` that of its outcome, or else of the longest
  /// beginning of its outcome.
  package func destination(of answer: DecisionTree.Answer) -> String? {
    if let own = answer.destination { return own }
    guard let words = answer.outcome?.foldedWords else { return nil }
    var best: (length: Int, destination: String)?
    for lead in leadsTo where !lead.destination.isEmpty {
      let name = lead.outcome.foldedWords
      guard !name.isEmpty, words == name || words.hasPrefix(name + " ") else { continue }
      if name.utf8.count > best?.length ?? 0 { best = (name.utf8.count, lead.destination) }
    }
    return best?.destination
  }

  /// The line of what an outcome names on the page: a message template, a contact, the matrix of severities.
  fileprivate func line(namedBy outcome: String, on scale: SeverityScale) -> Int? {
    let words = outcome.foldedWords
    if let kind = UpdateTemplate.Kind.allCases.first(where: { kind in
      ["update", "message", "comms", "communication", "communications", "notice"]
        .contains { words.mentions("\(kind.rawValue) \($0)") }
    }), let template = updateTemplates.first(where: { $0.kind == kind }) {
      return template.line
    }
    if let contact = contacts.first(where: { contact in
      outcome.split(separator: " ").contains { $0 == contact.handle }
    }) {
      return contact.line
    }
    let parts = words.split(separator: " ")
    let isSeverities =
      parts.contains { scale.severity(named: $0) != nil }
      && parts.allSatisfy { ["or", "and"].contains($0) || scale.severity(named: $0) != nil }
    return isSeverities ? communicationMatrix?.line : nil
  }
}
