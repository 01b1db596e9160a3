internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

extension ArchiveSite {
  var runbookPages: [OutputFile] {
    let prepare: @Sendable (Int, inout PageInputs) -> OutputFile.Rendering = runbookPage
    // The page of all runbooks begins with what a team's own page of them says.
    let root = folders[""]?.page
    return folderPages
      + library.runbooks.indices.filter { $0 != root }.map { index in
        let path = library.runbooks[index].path
        return OutputFile(
          path: Self.folder + url(ofRunbook: index), origin: path, source: path,
          prepare: { prepare(index, &$0) })
      }
  }

  func runbookLink(_ index: Int) -> TemplateValue {
    [
      "url": .text(url(ofRunbook: index)), "name": .text(library.runbooks[index].title),
      "title": .text(library.runbooks[index].title),
      "description": .text(library.runbooks[index].description),
    ]
  }

  /// A link to a runbook by its title alone.
  func runbookName(_ index: Int) -> TemplateValue {
    ["url": .text(url(ofRunbook: index)), "name": .text(library.runbooks[index].title)]
  }

  /// A row or a card of a list; `counted` counts it.
  func card(_ index: Int, _ counted: inout RowFacets) -> TemplateValue {
    let runbook = library.runbooks[index]
    let uses = library.uses[index].count
    let severity = runbook.severity?.value
    return [
      "keys": counted.keys(of: values(ofRunbook: index)),
      "url": .text(url(ofRunbook: index)), "title": .text(runbook.title),
      "description": .text(runbook.description), "alert": .optional(runbook.alert),
      "sev": .optional(severity?.tone ?? runbook.severity.map { _ in "word" }),
      "severity": .optional(severity?.name ?? runbook.severity?.written),
      "servicesText": .text(
        runbook.services.map(serviceName).joined(separator: ", ")),
      "takes": .optional(runbook.minutes.map { Wording.length($0) }),
      "verified": .optional(runbook.lastVerified),
      "stale": .optional(staleness(of: index)),
      "usedText": uses > 0 ? .text("used in \(Wording.counted(uses, "incident"))") : .nothing,
    ]
  }

  private func values(ofRunbook index: Int) -> [RowFacets.Value] {
    let runbook = library.runbooks[index]
    let severity = (runbook.severity?.value?.name ?? runbook.severity?.written).map {
      RowFacets.Value(facet: "severity", key: $0, name: $0)
    }
    let state =
      switch Freshness(of: index, in: library).state {
      case .verified: ("verified", "Verified")
      case .due: ("stale", "Stale")
      case .changed: ("changed", "Changed since")
      case .never: ("never", "Never")
      }
    return serviceValues(runbook.services) + [severity].compactMap(\.self)
      + [RowFacets.Value(facet: "state", key: state.0, name: state.1)]
  }

  private func staleness(of index: Int) -> String? {
    switch Freshness(of: index, in: library).state {
    case .verified, .never: nil
    case .due: "stale"
    case .changed: "changed since"
    }
  }

  static func heading(of kind: Runbook.Kind) -> String {
    switch kind {
    case .process: "Incident response"
    case .playbook: "Ready to run"
    case .alert: "By alert"
    case .other: "More"
    }
  }

  // MARK: One runbook

  private func runbookPage(_ index: Int, _ inputs: inout PageInputs) -> OutputFile.Rendering {
    let runbook = library.runbooks[index]
    let fields = fields(ofRunbook: index, problems: inputs.errors[runbook])
    inputs.add(source: runbook.path)
    inputs.add(
      library.pages[runbook.path]?.links ?? [],
      with: LinkRewriter(site: self, path: runbook.path, place: Place(url(ofRunbook: index))))
    inputs.add(fields)
    return { documents in
      var document = try documents.take(runbook: runbook.path)
      rewriteLinks(of: &document, on: Place(url(ofRunbook: index)), &documents)
      let shift = runbook.sections.contains { $0.level == 1 } ? 1 : 0
      let body = HTML(document, headingShift: shift, omitting: runbook.titleHeading?.line)
      return try rendered(
        url(ofRunbook: index), .runbook, title: runbook.title, description: runbook.description,
        in: .runbooks
      ) { page, _ in
        tell(runbook.visibility, on: &page)
        tell(language: runbook.language, on: &page)
        page["body"] = .html(body)
        page.add(fields)
      }
    }
  }

  /// What the page of a runbook shows besides its text.
  private func fields(ofRunbook index: Int, problems errors: [Diagnostic]) -> TemplateRecord {
    let runbook = library.runbooks[index]
    let showsCommand = runbook.kind == .playbook || runbook.kind == .alert
    var page: TemplateRecord = [
      "titleAnchor": .optional(runbook.titleHeading?.anchor),
      "kindText": .text(Self.heading(of: runbook.kind)),
      "lede": .text(runbook.description),
      "problems": problems(errors),
      "facts": .list(facts(of: index)),
      "hasFacts": true,
      "command": .optional(showsCommand ? runbook.firstCommand : nil),
      "commandFolder": .optional(showsCommand ? runbook.firstCommandFolder : nil),
      "crumbs": .list(crumbs(of: runbook.place)),
    ]
    if let folder = folders[runbook.place.lowercased()], folder.page == index {
      showFolder(folder, on: &page)
    }
    page["trust"] = trust(of: index)
    addSide(of: index, to: &page)
    addDecisions(runbook.decisionTrees, to: &page)
    return page
  }

  private func addSide(of index: Int, to page: inout TemplateRecord) {
    let runbook = library.runbooks[index]
    let top = Outline.mainLevel(of: runbook.sections.map(\.level))
    let contents = runbook.sections.filter { $0.level <= top && $0.anchor != nil }
    page["toc"] = .list(
      contents.map { ["anchor": .optional($0.anchor), "heading": .text($0.heading)] })
    page["hasToc"] = .flag(contents.count > 1)
    page["services"] = facets.links(.service, runbook.services)
    page["hasServices"] = .flag(!runbook.services.isEmpty)
    addUses(of: index, to: &page)
    page["edit"] = .optional(editAddress(of: runbook.path))
  }

  private func facts(of index: Int) -> [TemplateValue] {
    let runbook = library.runbooks[index]
    var facts: [TemplateValue] = []
    func add(_ name: String, _ value: String?, note: String? = nil) {
      guard let value else { return }
      facts.append(["name": .text(name), "value": .text(value), "note": .optional(note)])
    }
    add("Alert", runbook.alert)
    add("Severity", runbook.severity?.written)
    add("Takes", runbook.minutes.map { Wording.length($0) })
    add("Owner", runbook.owner)
    return facts
  }
}
