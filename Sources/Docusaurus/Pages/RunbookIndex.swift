internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

/// The entry page of the runbooks, and the folders in their sidebar.
struct RunbookIndex: Sendable {
  let site: SiteMap

  private var library: Library { site.library }

  /// Whether a team's own `index.md` or `README.md` is the entry page instead.
  private var hasOwnPage: Bool { site.runbooks.contains { $0.slug == "/runbooks" } }

  var files: [OutputFile] {
    guard !library.listedRunbooks.isEmpty else { return [] }
    let own = site.runbooks.first { $0.slug == "/runbooks" }
    let id = own?.id ?? "runbooks/index"
    var files = [
      DocCategory(folder: "runbooks", label: "Runbooks", position: 1, isCollapsed: false, page: id)
        .file
    ]
    files += folders.map { folder in
      let name = folder.split(separator: "/").last.map(String.init) ?? folder
      return DocCategory(
        folder: "runbooks/\(folder)", label: Self.label(name), position: nil, isCollapsed: true,
        page: nil
      ).file
    }
    if own == nil {
      files.append(OutputFile(path: "docs/runbooks/index.md", origin: "docusaurus") { page.bytes })
    }
    return files
  }

  /// Every folder that contains a runbook, and the folders above it.
  private var folders: [String] {
    var folders: Set<String> = []
    for runbook in library.listedRunbooks {
      let parts = runbook.slugPath.split(separator: "/").dropLast()
      for count in 1..<max(parts.count + 1, 1) {
        folders.insert(parts.prefix(count).joined(separator: "/"))
      }
    }
    return folders.sorted()
  }

  private static func label(_ name: String) -> String {
    let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.isEmpty ? name : words.prefix(1).uppercased() + words.dropFirst()
  }

  private var page: DocPage {
    var body =
      "What to do, step by step, with the commands to run and the incidents where they were run.\n\n"
    body += section("Incident response", .process, ["Runbook", "When to use it", "Used in"])
    body += section("By alert", .alert, ["Alert", "When to use it", "Used in"])
    body += section("Mitigation", .playbook, ["Runbook", "When to use it", "Used in"])
    body += section("More", .other, ["Runbook", "When to use it", "Used in"])
    return DocPage(
      path: "runbooks/index", title: "Runbooks",
      description: "All runbooks by alert and by purpose, with the incidents where each was used.",
      slug: "/runbooks", position: 1, body: body)
  }

  private func section(_ heading: String, _ kind: Runbook.Kind, _ columns: [String]) -> String {
    let indices = library.listedRunbooks.indices.filter { library.runbooks[$0].kind == kind }
    guard !indices.isEmpty else { return "" }
    var table = MarkdownTable(columns)
    for index in indices {
      let runbook = library.runbooks[index]
      let name = kind == .alert ? runbook.alert ?? runbook.title : runbook.title
      let uses = library.uses[index].count
      table.add([
        MarkdownTable.link(name.isEmpty ? runbook.slugPath : name, site.runbooks[index].permalink),
        PlainText.escaped(PlainText.shortened(runbook.description, to: 160)),
        uses == 0 ? "" : Wording.counted(uses, "incident"),
      ])
    }
    return "## \(heading)\n\n\(table.output)\n"
  }
}
