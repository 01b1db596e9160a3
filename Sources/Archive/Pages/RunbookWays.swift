internal import Learning
internal import Runbooks
internal import Templates
internal import Vocabulary

/// Ways to a runbook besides its alert and its folder, on the page of all runbooks.
extension ArchiveSite {
  func showWays(on page: inout TemplateRecord) {
    let phases = (library.process?.phases ?? []).compactMap(row)
    page["phases"] = .list(phases)
    page["hasPhases"] = .flag(!phases.isEmpty)
    let services = servicesWithRunbooks
    page["services"] = .list(services)
    // With one service there is nothing to choose.
    page["hasServices"] = .flag(services.count > 1)
  }

  private func row(of phase: Phase) -> TemplateValue? {
    let runbooks = library.runbooks(inPhase: phase)
    guard !runbooks.isEmpty, let process = library.process else { return nil }
    let anchor = phase.anchor.map { "#\($0)" } ?? ""
    return [
      "name": .text("\(phase.number). \(phase.name)"),
      "url": .text(process.archivePage + anchor),
      "window": .optional(phase.window.map { Wording.length($0) }),
      "runbooks": .list(runbooks.map(runbookName)),
    ]
  }

  private var servicesWithRunbooks: [TemplateValue] {
    var runbooks: [String: [Int]] = [:]
    for index in library.listedRunbooks.indices {
      for service in Set(library.runbooks[index].services.map(Facet.Kind.service.folded)) {
        runbooks[service, default: []].append(index)
      }
    }
    let named = runbooks.map { key, indices in
      (name: serviceName(key), url: facets.entry(.service, key)?.url, indices: indices)
    }
    return named.sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }
      .map { service in
        [
          "name": .text(service.name), "url": .optional(service.url),
          "runbooks": .list(service.indices.map(runbookName)),
        ]
      }
  }
}
