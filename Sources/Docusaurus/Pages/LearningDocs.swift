internal import Incidents
internal import Learning
internal import Publishing
internal import Vocabulary

/// What the incidents show when taken together: an index by year, the open action items and the figures.
///
/// Pages do not grow with the library: lists are split into pages of a fixed length.
struct LearningDocs: Sendable {
  let site: SiteMap

  /// The rows of a full page of a year; the first page has less than twice as many.
  private static let fullYearPage = 200

  var library: Library { site.library }

  /// Rendered only when asked for, so that the plan does not hold any text.
  var files: [OutputFile] {
    let years = self.years
    var files = [
      DocCategory(
        folder: "learning", label: "Learning", position: 2, isCollapsed: false,
        page: "learning/index"
      ).file(of: library),
      DocCategory(
        folder: "learning/incidents", label: "Incidents by year", position: 6, isCollapsed: true,
        page: nil
      ).file(of: library),
      lazily("learning/index") { index(years) },
      lazily("learning/figures") { figures },
    ]
    files += [healthPage, messagesPage].compactMap(\.self)
    for year in years {
      let pages = ListPages(count: year.incidents.count, length: Self.fullYearPage)
      for number in pages.numbers {
        files.append(
          OutputFile(
            path: "docs/\(Self.path(of: year.name, number, pages)).md", origin: library.folder,
            prepare: { inputs in
              inputs.add(pages.pages)
              for index in year.incidents[pages.items(ofPage: number)] {
                IncidentRow(site, index).add(to: &inputs)
              }
              return { _ in yearPage(year, number, pages).bytes }
            }))
      }
    }
    return files + actionPages
  }

  func lazily(_ path: String, _ page: @escaping @Sendable () -> DocPage) -> OutputFile {
    OutputFile(path: "docs/\(path).md", origin: library.folder) { page().bytes }
  }

  // MARK: The index

  private struct Year: Sendable {
    /// A year, or "undated".
    let name: String
    let incidents: [Int]
  }

  private var years: [Year] {
    let dated = (library.facet(.year)?.values ?? []).map {
      Year(name: $0.key, incidents: $0.incidents)
    }
    let undated = library.listed.indices.filter { library.incidents[$0].day == nil }
    return dated + (undated.isEmpty ? [] : [Year(name: "undated", incidents: undated)])
  }

  private static func path(of year: String, _ page: Int, _ pages: ListPages) -> String {
    "learning/incidents/year-\(year)" + (pages.isOpen(page) ? "" : "-page-\(page)")
  }

  /// The page with the newest incidents of a year.
  private static func slug(of year: String) -> String { "/learning/incidents/\(year)" }

  private static func slug(of year: String, _ page: Int, _ pages: ListPages) -> String {
    slug(of: year) + (pages.isOpen(page) ? "" : "/page-\(page)")
  }

  private func index(_ years: [Year]) -> DocPage {
    var body = """
      \(Wording.counted(library.listed.count, "incident")), \
      \(Wording.counted(library.ledger.open.count, "open action item")), \
      \(library.ledger.overdueCount) of them overdue.

      - [Open action items](/docs/learning/action-items)
      - [Figures](/docs/learning/figures)
      \(links)

      """
    let recent = library.listed.indices.prefix(10)
    if !recent.isEmpty { body += "## Latest\n\n" + table(Array(recent)) + "\n" }
    let lessons = recent.filter { !library.incidents[$0].lesson.isEmpty }
    if !lessons.isEmpty {
      body += "## Latest lessons\n\n"
      for index in lessons {
        let lesson = PlainText.escaped(library.incidents[index].lesson)
        body += "- \(lesson) (\(IncidentRow(site, index).link))\n"
      }
      body += "\n"
    }
    if !years.isEmpty { body += "## By year\n\n" + yearTable(years) }
    return DocPage(
      path: "learning/index", title: "What we learned",
      description: "All incidents by year, open action items, and figures.",
      slug: "/learning", position: 1, body: body)
  }

  /// The pages that only some libraries have.
  private var links: String {
    var links = ""
    if healthPage != nil { links += "- [\(RunbookHealth.title)](/docs\(Self.healthSlug))\n" }
    if messagesPage != nil { links += "- [Messages to copy](/docs\(Self.messagesSlug))\n" }
    return links
  }

  /// The team's severities, and the words that are on no scale.
  var severityColumns: [String] { library.severityNames }

  private func yearTable(_ years: [Year]) -> String {
    var table = MarkdownTable(
      ["Year", "Incidents"] + severityColumns.map { PlainText.escaped($0) })
    for year in years {
      let severities = year.incidents.map { library.incidents[$0].severityLabel }
      let counts = severityColumns.map { severity in severities.count { $0 == severity } }
      let name = year.name == "undated" ? "Without a date" : year.name
      table.add(
        ["[\(name)](/docs\(Self.slug(of: year.name)))", String(year.incidents.count)]
          + counts.map { $0 == 0 ? "" : String($0) })
    }
    return table.output
  }

  private func table(_ incidents: [Int]) -> String {
    var table = MarkdownTable(IncidentRow.fullColumns)
    for index in incidents { table.add(IncidentRow(site, index).full) }
    return table.output
  }

  private func yearPage(_ year: Year, _ number: Int, _ pages: ListPages) -> DocPage {
    let name = year.name == "undated" ? "Incidents without a date" : "Incidents in \(year.name)"
    let links = pages.numbers.map { page in
      page == number
        ? "**\(page)**" : "[\(page)](/docs\(Self.slug(of: year.name, page, pages)))"
    }
    let pager = pages.pages > 1 ? "\nPages: \(links.joined(separator: " · "))\n" : ""
    let isOpen = pages.isOpen(number)
    return DocPage(
      path: Self.path(of: year.name, number, pages),
      title: isOpen ? name : "\(name), page \(number)",
      description: "\(name): date, severity, services, duration and open action items.",
      slug: Self.slug(of: year.name, number, pages),
      position: isOpen ? position(of: year.name) : nil,
      body: table(Array(year.incidents[pages.items(ofPage: number)])) + pager)
  }

  /// The newest year comes first; further pages of a year stay out of the sidebar.
  private func position(of year: String) -> Int {
    Int(year).map { 10_000 - $0 } ?? 10_001
  }
}
