package import Diagnostics
package import Incidents
package import Operations
package import Runbooks
package import Vocabulary

/// All incidents and runbooks together, and what connects them. A value; nothing here touches the disk.
///
/// It is a class because each page refers to it: all its properties are constants, and a copy would take a
/// kilobyte for each page.
///
/// Incidents are identified by their index in ``incidents`` and runbooks by theirs in ``runbooks``.
package final class Library: Sendable {
  package let configuration: SiteConfiguration
  /// The content folder as it appears in the paths of the documents, with `/` at the end, or empty.
  package let root: String
  /// The content folder as a path by itself.
  package var folder: String { root.isEmpty ? "." : String(root.dropLast()) }
  /// Newest first; those without a day last; then by path. Those outside ``listed`` come after all others.
  package let incidents: [Incident]
  /// By path. Those outside ``listedRunbooks`` come after all others.
  package let runbooks: [Runbook]
  /// The process runbook, which states the policy; `nil` when the content has none.
  package let process: Runbook?
  /// The windows that the process runbook states, or the standard ones.
  package let policy: ResponsePolicy
  /// The team's severities: those of `site.yml`, or else those of the process runbook.
  package let scale: SeverityScale
  /// "Today" for everything that ages: the given day, or the newest day in the content that is not far from
  /// all others. `nil` when there is none.
  package let today: CalendarDay?
  /// What each document links to and where it can be linked, by its path.
  package let pages: [String: PageFacts]
  package let links: LinkTable
  package let facets: [Facet]
  package let ledger: Ledger
  /// For each incident, the related ones to read with it, the strongest reason first, at most 5 besides those that tell of
  /// the same incident.
  package let related: [[RelatedIncident]]
  /// What happened again while work on it was open, the newest first.
  package let recurrences: [Recurrence]
  /// Those of each incident that has any.
  private let recurring: [Int: [Recurrence]]
  /// For each runbook, the incidents that used it, newest first.
  package let uses: [[Int]]
  /// The incidents that used a listed runbook.
  let usingIncidents: Set<Int>
  /// The services that listed runbooks state.
  package let servicesWithRunbooks: Set<String>
  /// For each runbook, the action items that ask for a change of it, by the newest incident first.
  package let work: [[RunbookWork]]
  /// The names by which incidents, and the outcomes of decision trees, speak of runbooks.
  let names: RunbookNames
  /// Where the listed incidents record a way through a decision tree, by the folded title of the tree.
  let decisions: [String: [DecisionPlace]]
  private let logs: LogTable
  private let listedCounts: (incidents: Int, runbooks: Int)
  /// What the library was collected from besides the documents.
  let origin: Origin

  struct Origin: Sendable {
    let assets: Set<String>
    /// Documents that exist and of which nothing was read.
    let withheld: Set<String>
    let isWhole: Bool
    /// Overrides the newest day in the content.
    let today: CalendarDay?
    let clashes: [NameClash]
    let operations: Operations
    /// What the search knows of each page.
    let words: [DocumentPart: PageWords]
  }

  /// What the search knows of a page; `nil` when nothing was read for it.
  package func words(of document: DocumentPart) -> PageWords? { origin.words[document] }

  /// What the team runs, with which commands and alerts are compared.
  package var operations: Operations { origin.operations }

  /// The incidents that got another name because an older one has theirs; of the library as collected, not of
  /// the published one.
  package var nameClashes: [NameClash] { origin.clashes }

  /// Connects incidents and runbooks that have their order and their names.
  init(
    connecting incidents: [Incident], _ runbooks: [Runbook],
    listed: (incidents: Int, runbooks: Int), process: Runbook?, pages: [String: PageFacts],
    configuration: SiteConfiguration, root: String, origin: Origin
  ) {
    self.configuration = configuration
    self.root = root
    self.origin = origin
    self.incidents = incidents
    self.runbooks = runbooks
    self.process = process
    scale = Self.scale(configuration, process)
    self.pages = pages
    listedCounts = listed
    policy = process?.policy ?? ResponsePolicy()
    today = origin.today ?? Self.newestDay(of: incidents)
    var targets: [String: LinkTarget.Page] = [:]
    for (index, incident) in incidents.enumerated() {
      if let path = incident.timelinePath { targets[path] = .incident(index, isTimeline: true) }
      if let path = incident.reviewPath { targets[path] = .incident(index, isTimeline: false) }
    }
    for (index, runbook) in runbooks.enumerated() { targets[runbook.path] = .runbook(index) }
    logs = LogTable(of: incidents, pages: pages)
    links = LinkTable(
      pages: targets, assets: origin.assets,
      folders: Self.runbookFolderPlaces(of: runbooks[..<listed.runbooks]), root: root,
      isWhole: origin.isWhole, logs: logs)
    let shown = incidents[..<listed.incidents]
    facets = Facet.Kind.allCases.map { Facet($0, of: shown) }
    ledger = Ledger(of: shown, today: today)
    related =
      RelatedIncidents.lists(of: shown) + Array(repeating: [], count: incidents.count - shown.count)
    recurrences = Recurrence.all(in: shown, related: related)
    recurring = Recurrence.byIncident(recurrences)
    names = RunbookNames(of: runbooks)
    uses = Self.uses(of: runbooks, names, by: shown, pages: pages, links: links)
    usingIncidents = Set(uses[..<listed.runbooks].joined())
    servicesWithRunbooks = Set(runbooks[..<listed.runbooks].flatMap(\.services))
    work = Self.work(on: runbooks, names, by: shown, links: links)
    decisions = DecisionPlace.all(in: shown)
  }

  /// The incidents that lists, figures and the search show; all of them until the library is that of a
  /// site (``published(withDrafts:)``).
  package var listed: ArraySlice<Incident> { incidents[..<listedCounts.incidents] }

  /// The runbooks that lists and the search show.
  package var listedRunbooks: ArraySlice<Runbook> { runbooks[..<listedCounts.runbooks] }

  /// The indices of the listed runbooks, that of the response process first.
  package var processFirst: [Int] {
    let path = process?.path
    let all = listedRunbooks.indices
    return all.filter { runbooks[$0].path == path } + all.filter { runbooks[$0].path != path }
  }

  /// The runbook that states the response policy: the one with that name, or else the first that is a
  /// process. A draft states nothing yet.
  package static func process(among all: [Runbook]) -> Runbook? {
    let runbooks = all.lazy.filter { $0.visibility != .draft }
    return runbooks.first { $0.kind == .process && $0.slugPath == "incident-response" }
      ?? runbooks.first { $0.kind == .process }
  }

  package static func scale(
    _ configuration: SiteConfiguration, _ process: Runbook?
  ) -> SeverityScale {
    configuration.severities ?? process?.severities ?? .standard
  }

  /// The severities of the incidents that have one, by document.
  package var severities: [DocumentPart: Severity] {
    var severities: [DocumentPart: Severity] = [:]
    for incident in incidents {
      guard let severity = incident.severity else { continue }
      for document in incident.documents { severities[document] = severity }
    }
    return severities
  }

  /// The document that a finding is in.
  package func document(of finding: Diagnostic) -> DocumentPart {
    logs.part(of: finding.path, at: finding.range?.lowerBound.line)
  }

  /// The path of a file below the content folder, as edit links and pages show it.
  package func shortPath(_ path: String) -> String {
    path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  }

  /// The nine checklist points of an incident.
  package func checklist(of incident: Incident) -> PostIncidentChecklist {
    PostIncidentChecklist(of: incident, policy: policy, process: process)
  }

  /// The links of an incident that stay within the content, grouped by document; in a log, also those of
  /// the footnotes outside its part that it refers to.
  package func links(of incident: Incident) -> [(path: String, links: [PageFacts.InternalLink])] {
    Self.links(of: incident, pages: pages)
  }

  static func links(
    of incident: Incident, pages: [String: PageFacts]
  ) -> [(path: String, links: [PageFacts.InternalLink])] {
    incident.documents.compactMap { document in
      guard let page = pages[document.path] else { return nil }
      guard let part = incident.part else { return (document.path, page.links) }
      return (document.path, ([part] + incident.definitions).flatMap(page.links))
    }
  }

  /// Whether a path that leads to no page is that of a document, or of a folder with one, of which nothing
  /// was read: a finding in it says why.
  package func isWithheld(_ path: String) -> Bool {
    !origin.withheld.isEmpty
      && ([path] + LinkTable.pages(of: path)).contains { origin.withheld.contains($0) }
  }

  package func facet(_ kind: Facet.Kind) -> Facet? { facets.first { $0.kind == kind } }

  /// The listed runbooks that an incident names, in its front matter or by a link.
  package func runbooks(of incident: Int) -> [Int] {
    Self.runbooks(usedBy: incidents[incident], names, pages: pages, links: links)
      .filter { listedRunbooks.indices.contains($0) }
  }

  /// The recurrences in which an incident is the earlier or the later one, the newest first.
  package func recurrences(of incident: Int) -> [Recurrence] { recurring[incident] ?? [] }

  /// The derived durations of all listed incidents that have them, in whole minutes.
  package func figures(_ duration: DerivedDuration) -> Figures {
    // By index, which reads the milestones alone; an iterator would copy every incident.
    Figures(listed.indices.compactMap { incidents[$0].milestones.minutes(to: duration) })
  }
}
