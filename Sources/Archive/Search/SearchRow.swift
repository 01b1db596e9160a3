internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Vocabulary

/// What the search shows of one page.
struct SearchRow {
  let values: [String]

  /// The values are: the address without `/index.html`, the title, the day, the severity and its style where its name does
  /// not say it, what the page is about, what ended the incident, and the sections. Sections are lines of an anchor, a tab
  /// and a heading, in the order of their numbers from 1 on.
  init(of subject: SearchSegment.Subject, _ words: PageWords?, in site: ArchiveSite) {
    let sections = (words?.sections.dropFirst() ?? []).map { "\($0.anchor)\t\($0.heading.oneLine)" }
    func values(
      _ address: String, _ title: String, day: String = "", severity: String = "",
      tone: String = "", about: String, fix: String = ""
    ) -> [String] {
      [
        String(address.dropLast("/index.html".count)), title, day, severity, tone,
        Self.short(about, 220), Self.short(fix, 180), sections.joined(separator: "\n"),
      ]
    }
    switch subject {
    case .incident(let index):
      let incident = site.library.incidents[index]
      let label = incident.severityLabel ?? ""
      self.values = values(
        site.url(ofIncident: index), incident.title, day: incident.day?.description ?? "",
        severity: label,
        tone: incident.severityTone.flatMap { $0 == label.lowercased() ? nil : $0 } ?? "",
        about: incident.summary.isEmpty ? incident.lesson : incident.summary, fix: incident.fix)
    case .tree(let index):
      let tree = site.trees[index]
      self.values = values(
        tree.url, tree.tree.title, about: tree.tree.questions.map(\.text).joined(separator: " "))
    case .runbook(let index):
      let runbook = site.library.runbooks[index]
      self.values = values(site.url(ofRunbook: index), runbook.title, about: runbook.description)
    }
  }

  /// The text up to a word that ends within some bytes.
  private static func short(_ text: String, _ most: Int) -> String {
    guard text.utf8.count > most else { return text }
    let start = String(decoding: text.utf8.prefix(most), as: UTF8.self)
    let words = start.lastIndex(of: " ").map { start[..<$0] } ?? start.dropLast()
    return words + " …"
  }
}
