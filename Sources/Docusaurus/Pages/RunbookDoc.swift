internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

/// A runbook as a page of the docs: its own text, a diagram below each decision tree, and the incidents in
/// which it was used.
struct RunbookDoc: Sendable {
  let site: SiteMap
  let tags: [String]
  let index: Int

  private var runbook: Runbook { site.library.runbooks[index] }
  private var doc: SiteMap.Doc { site.runbooks[index] }
  private var isMDX: Bool { MarkdownDocument.isMDX(doc.path) }

  /// Adds everything that the page shows besides the runbook, its document and the settings.
  @Sendable func prepared(_ inputs: inout PageInputs) -> OutputFile.Rendering {
    inputs.add(source: runbook.path)
    inputs.add(tags)
    inputs.add(doc.path)
    inputs.add(doc.slug)
    inputs.add(site.library.process?.path == runbook.path)
    links(titleAnchor: nil).add(site.library.pages[runbook.path]?.links ?? [], to: &inputs)
    var ids = HeadingIDs()
    inputs.add(contents(&ids))
    inputs.add(trust)
    inputs.add(uses(&ids))
    inputs.add(decisions(&ids))
    inputs.add(runbook.decisionTrees.map(leaves.list))
    return render
  }

  private func links(titleAnchor: String?) -> PageLinks {
    let folder = site.assetFolder(ofRunbook: index)
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    return PageLinks(
      site: site, path: runbook.path, permalink: doc.permalink, titleAnchor: titleAnchor,
      assetFolder: folder, assetPrefix: "./\(name)/")
  }

  private var leaves: TreeLeaves {
    TreeLeaves(site: site, runbook: index, links: links(titleAnchor: nil))
  }

  /// - Throws: Errors from reading the document.
  private func render(_ documents: inout OpenDocuments) throws -> [UInt8] {
    var page = try documents.read(runbook: runbook.path) {
      Rewriting($0, title: runbook.titleHeading)
    }
    var isBeyondInputs = false
    let links = links(titleAnchor: page.title?.anchor).changes { isBeyondInputs = true }
    let kind = PageKind(isMDX: isMDX)
    var ids = HeadingIDs()
    let body = page.body(for: kind, ids: &ids, links: links, with: diagrams(in: page))
    if isBeyondInputs { documents.isBeyondInputs = true }
    let written = LanguageElement.around(
      body, in: runbook.language, usual: site.library.configuration.language)
    return kind.page(
      Array((frontMatter + "\n" + mark + facts + command + trust).utf8) + written
        + Array((contents(&ids) + uses(&ids) + decisions(&ids)).utf8))
  }

  /// What is in the folder whose page this is.
  private func contents(_ ids: inout HeadingIDs) -> String {
    guard let folder = site.folders.first(where: { $0.page == index }) else { return "" }
    let list = RunbookIndex(site: site).list(of: folder)
    guard !list.isEmpty else { return "" }
    let anchor = ids.free("runbooks-in-this-folder", prefix: "archive")
    return "\n\(ids.heading("Runbooks in this folder", level: 2, anchor: anchor))\(list)"
  }

  private var mark: String { runbook.visibility == .draft ? DraftMark.text : "" }

  /// One diagram for each tree, at the end of the section that contains the tree.
  private func diagrams(in page: Rewriting) -> [Insertion] {
    let headings = Outline(of: page.blocks, end: page.file.lineCount + 1).sections
    return runbook.decisionTrees.map { tree in
      // Nothing is inserted into the middle of a quote.
      let next = headings.first { !$0.isHeld && $0.lines.lowerBound > tree.line }
      let offset = next.map { page.file.start(ofLine: $0.lines.lowerBound) }
      return Insertion(offset: offset ?? page.body.upperBound) { _ in
        let list = leaves.list(of: tree)
        return Array(
          "\(Mermaid.flowchart(of: tree))\n\(list.isEmpty ? "" : list + "\n")".utf8)
      }
    }
  }

  private func uses(_ ids: inout HeadingIDs) -> String {
    RunbookUses(site: site, index: index).markdown(&ids)
  }

  /// The ways through its decision trees that incidents took.
  private func decisions(_ ids: inout HeadingIDs) -> String {
    let table = TakenBranches(site: site).table(of: runbook)
    guard !table.isEmpty else { return "" }
    let anchor = ids.free("how-it-was-decided", prefix: "archive")
    return "\n\(ids.heading("How it was decided", level: 2, anchor: anchor))\(table)"
  }

  /// What someone in a hurry wants to know before the first step.
  private var facts: String {
    var facts: [String] = []
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { facts.append("**\(name):** \(PlainText.escaped(value))") }
    }
    add("Alert", runbook.alert)
    add("Severity", runbook.severity?.written)
    add("Takes", runbook.minutes.map { "about \(Wording.length($0))" })
    add("Owner", runbook.owner)
    return facts.isEmpty ? "" : facts.joined(separator: " · ") + "\n\n"
  }

  /// The first command above all text, with the folder to run it in.
  private var command: String {
    guard runbook.kind == .playbook || runbook.kind == .alert, let command = runbook.firstCommand
    else { return "" }
    let folder = runbook.firstCommandFolder.map { ", in \(PlainText.escaped($0))" } ?? ""
    let code = FencedCode.markdown(command, language: "bash")
    return "**First command**\(folder):\n\n\(code)\n"
  }

  /// Whether it can be trusted, with the reasons.
  private var trust: String {
    let freshness = Freshness(of: index, in: site.library)
    let reasons = freshness.reasons(in: site.library).map { reason in
      let link = reason.incident.map { " \(IncidentRow(site, $0).link)." } ?? ""
      return PlainText.escaped(reason.text) + link
    }
    return "**State:** \(Badge.markdown(freshness.mark)). \(reasons.joined(separator: " "))\n\n"
  }

  private var frontMatter: String {
    var writer = FrontMatterWriter()
    let title = PlainText.onOneLine(runbook.title)
    writer.add("title", FrontMatterWriter.isSeen(title) ? title : runbook.slugPath)
    let description = PlainText.shortened(runbook.description, to: 300)
    writer.add(
      "description", FrontMatterWriter.isSeen(description) ? description : "Runbook: \(title)")
    writer.add("slug", doc.slug)
    if site.library.process?.path == runbook.path { writer.add("sidebar_position", 1) }
    writer.add("parse_number_prefixes", false)
    if !tags.isEmpty { writer.add("tags", tags) }
    if runbook.visibility == .unlisted { writer.add("unlisted", true) }
    writer.add("source", site.library.shortPath(runbook.path))
    writer.pinFormat(isMDX: isMDX)
    return writer.output
  }
}
