internal import CommonMark
internal import Learning
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

/// The page of all runbooks, and one for each of their folders that has no page of its own.
extension ArchiveSite {
  var folderPages: [OutputFile] {
    let all = folders.values.filter { $0.page == nil && !$0.place.isEmpty }
      .sorted { $0.place < $1.place }
    return [runbookIndex]
      + all.map { folder in
        page(
          url(ofFolder: folder.place), .runbooks, title: folder.title,
          description: "The runbooks of \(folder.title).", in: .runbooks
        ) { page, _ in
          page["heading"] = .text(folder.title)
          page["lede"] = .text("\(Wording.counted(folder.count, "runbook")).")
          page["crumbs"] = .list(crumbs(of: folder.place))
          page["inFolder"] = true
          page["hasPhases"] = false
          page["hasServices"] = false
          page["narrows"] = true
          showFolder(folder, on: &page)
        }
      }
  }

  func url(ofFolder place: String) -> String {
    if let page = folders[place.lowercased()]?.page, !place.isEmpty { return url(ofRunbook: page) }
    return place.isEmpty ? "runbooks/index.html" : "runbooks/\(place)/index.html"
  }

  private var runbookIndex: OutputFile {
    let url = url(ofFolder: "")
    let own = folders[""]?.page
    let path = own.map { library.runbooks[$0].path }
    let origin = path ?? templates.path(of: .runbooks)
    return OutputFile(path: Self.folder + url, origin: origin, source: path) { documents in
      var body: HTML?
      if let own, let path {
        var document = try documents.take(runbook: path)
        rewriteLinks(of: &document, on: Place(url), &documents)
        let shift = library.runbooks[own].sections.contains { $0.level == 1 } ? 1 : 0
        body = HTML(
          document, headingShift: shift, omitting: library.runbooks[own].titleHeading?.line)
      }
      let title = own.map { library.runbooks[$0].title } ?? "Runbooks"
      return try rendered(
        url, .runbooks, title: title, description: "What to do, by alert and task.", in: .runbooks
      ) { page, _ in
        page["heading"] = .text(title)
        page["narrows"] = true
        page["body"] = body.map { .html($0) } ?? .nothing
        if let own {
          tell(library.runbooks[own].visibility, on: &page)
          tell(language: library.runbooks[own].language, on: &page)
          page["problems"] = problems(documents.errors[library.runbooks[own]])
        }
        let alerts = library.listedRunbooks.count { $0.alert != nil }
        page["lede"] = .text(
          Wording.counted(library.listedRunbooks.count, "runbook")
            + ", \(alerts) of them for alerts.")
        page["healthURL"] = library.listedRunbooks.isEmpty ? .nothing : .text(Self.healthURL)
        page["healthText"] = .text(library.healthLine)
        if let folder = folders[""] { showFolder(folder, on: &page) }
        showWays(on: &page)
      }
    }
  }

  /// The page of all runbooks, at its table of alerts if it has one.
  var alertsURL: String {
    let url = url(ofFolder: "")
    let shown = folders[""].map(library.shown) ?? []
    let hasAlerts = shown.contains { library.runbooks[$0].alert != nil }
    let prefix = folders[""]?.page == nil ? "" : "list-"
    return hasAlerts ? "\(url)#\(prefix)alerts" : url
  }

  /// Puts what is in a folder on a page.
  func showFolder(_ folder: RunbookFolder, on page: inout TemplateRecord) {
    let shown = library.shown(on: folder)
    let inner =
      library.showsAll(on: folder)
      ? [] : folder.folders.compactMap { folders[$0.lowercased()] }
    page["folders"] = .list(
      inner.map { inner in
        [
          "url": .text(url(ofFolder: inner.place)), "title": .text(inner.title),
          "countText": .text(Wording.counted(inner.count, "runbook")),
        ]
      })
    // A team's own page may have headings with the same ids.
    page["idPrefix"] = folder.page == nil ? "" : "list-"
    page["hasFolders"] = .flag(!inner.isEmpty)
    let alerts = shown.filter { library.runbooks[$0].alert != nil }
    var facets = RowFacets(["service": "Service", "severity": "Severity", "state": "Verified"])
    page["alerts"] = .list(alerts.map { card($0, &facets) })
    page["hasAlerts"] = .flag(!alerts.isEmpty)
    page["groups"] = .list(
      Runbook.Kind.allCases.compactMap { kind -> TemplateValue? in
        let members = shown.filter { library.runbooks[$0].kind == kind }
        guard kind != .alert, !members.isEmpty else { return nil }
        return [
          "anchor": .text(kind.rawValue), "heading": .text(Self.heading(of: kind)),
          "runbooks": .list(members.map { card($0, &facets) }),
        ]
      })
    page["facets"] = facets.value(noun: "runbooks")
  }

  /// The folders above a page, from the outermost.
  func crumbs(of place: String) -> [TemplateValue] {
    let parts = place.split(separator: "/").dropLast()
    return parts.indices.compactMap { end in
      guard let folder = folders[parts[...end].joined(separator: "/").lowercased()] else {
        return nil
      }
      return ["url": .text(url(ofFolder: folder.place)), "name": .text(folder.title)]
    }
  }
}
