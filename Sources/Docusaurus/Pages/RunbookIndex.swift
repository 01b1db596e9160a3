internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

/// The entry page of the runbooks and of each of their folders, and the folders in the sidebar.
struct RunbookIndex: Sendable {
  let site: SiteMap

  private var library: Library { site.library }

  var files: [OutputFile] {
    guard !library.listedRunbooks.isEmpty else { return [] }
    return site.folders.flatMap(files)
  }

  private func files(of folder: RunbookFolder) -> [OutputFile] {
    let isRoot = folder.place.isEmpty
    let path = isRoot ? "runbooks" : "runbooks/\(folder.place)"
    let category = DocCategory(
      folder: path, label: isRoot ? "Runbooks" : PlainText.onOneLine(folder.title),
      position: isRoot ? 1 : nil, isCollapsed: !isRoot,
      page: folder.page.map { site.runbooks[$0].id } ?? "\(path)/index"
    ).file(of: library)
    // A team's own page is the entry page instead.
    guard folder.page == nil else { return [category] }
    return [
      category,
      OutputFile(path: "docs/\(path)/index.md", origin: library.folder) {
        page(of: folder, path).bytes
      },
    ]
  }

  private func page(of folder: RunbookFolder, _ path: String) -> DocPage {
    guard folder.place.isEmpty else {
      return DocPage(
        path: "\(path)/index", title: PlainText.onOneLine(folder.title),
        description:
          "The runbooks of \(PlainText.onOneLine(folder.title)), with the incidents where each was used.",
        slug: "/\(path)", position: 1, body: contents(of: folder))
    }
    let lead =
      "What to do, step by step, with the commands to run and the incidents where they were run. "
      + "[\(library.healthLine)](\(SiteMap.docs)\(LearningDocs.healthSlug))\n\n"
    return DocPage(
      path: "\(path)/index", title: "Runbooks",
      description: "All runbooks by alert and by purpose, with the incidents where each was used.",
      slug: "/\(path)", position: 1, body: lead + contents(of: folder))
  }

  /// The runbooks of a folder by their kinds.
  private func contents(of folder: RunbookFolder) -> String {
    let shown = library.shown(on: folder)
    var body = section("Incident response", .process, "Runbook", among: shown)
    body += folders(in: folder, heading: "## Folders\n\n")
    body += section("By alert", .alert, "Alert", among: shown)
    body += section("Mitigation", .playbook, "Runbook", among: shown)
    return body + section("More", .other, "Runbook", among: shown)
  }

  private func section(
    _ heading: String, _ kind: Runbook.Kind, _ column: String, among runbooks: [Int]
  ) -> String {
    let indices = runbooks.filter { library.runbooks[$0].kind == kind }
    return indices.isEmpty ? "" : "## \(heading)\n\n\(table(of: indices, column))\n"
  }

  /// What a team's own page of a folder is followed by.
  func list(of folder: RunbookFolder) -> String {
    let shown = library.shown(on: folder)
    return folders(in: folder, heading: "") + (shown.isEmpty ? "" : table(of: shown, "Runbook"))
  }

  private func folders(in folder: RunbookFolder, heading: String) -> String {
    guard !library.showsAll(on: folder), !folder.folders.isEmpty else { return "" }
    var table = MarkdownTable(["Folder", "Runbooks"])
    let inner = Set(folder.folders)
    for folder in site.folders where inner.contains(folder.place) {
      table.add([
        MarkdownTable.link(folder.title, site.permalink(ofFolder: folder.place)),
        String(folder.count),
      ])
    }
    return "\(heading)\(table.output)\n"
  }

  private func table(of indices: [Int], _ column: String) -> String {
    var table = MarkdownTable([column, "When to use it", "Used in"])
    for index in indices {
      let runbook = library.runbooks[index]
      let name = runbook.kind == .alert ? runbook.alert ?? runbook.title : runbook.title
      let uses = library.uses[index].count
      let warning = Freshness(of: index, in: library).warning.map { " \(Badge.markdown($0))" } ?? ""
      table.add([
        site.link(toRunbook: index, as: name) + warning,
        PlainText.escaped(PlainText.shortened(runbook.description, to: 160)),
        uses == 0 ? "" : Wording.counted(uses, "incident"),
      ])
    }
    return table.output
  }
}

extension SiteMap {
  /// A link to the page of a runbook, by a name or else its title.
  func link(toRunbook index: Int, as name: String? = nil) -> String {
    let runbook = library.runbooks[index]
    let text = name ?? runbook.title
    return MarkdownTable.link(text.isEmpty ? runbook.slugPath : text, runbooks[index].permalink)
  }
}
