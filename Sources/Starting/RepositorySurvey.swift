internal import CommonMark
internal import Content
internal import Diagnostics
package import Files
internal import Incidents
internal import Runbooks
internal import Vocabulary

/// What a folder has that build-site can use: the folders whose documents read as reviews or as runbooks.
package struct RepositorySurvey: Sendable {
  /// By their paths, sorted; each outside the others.
  package private(set) var incidents: [String] = []
  package private(set) var runbooks: [String] = []
  /// How many documents in them read so.
  package private(set) var reviewCount = 0
  package private(set) var runbookCount = 0
  /// The services that the documents name, sorted.
  package private(set) var services: [String] = []
  /// The severities as the reviews write them, one entry for each review that has one.
  private(set) var severities: [String] = []
  /// Whether a runbook states how the team responds.
  package private(set) var hasPolicy = false
  /// The reviews outside any folder.
  package private(set) var looseReviews: [String] = []

  /// Of the documents of a folder: some of them say too little to be recognised.
  private static let leastShare = 0.5

  /// Reads every document below a folder that git does not ignore.
  ///
  /// - Throws: When the folder cannot be listed; a document that cannot be read is passed over.
  package init(of folder: String, in source: FileSource = .disk) throws {
    let layout: ContentLayout
    do {
      layout = try ContentLoader(root: folder, today: nil, isWhole: false, source: source).layout()
    } catch ContentError.nothing {
      return
    }
    var documents = FolderCount()
    var services: Set<String> = []
    for path in (layout.incidents + layout.runbooks).flatMap(\.paths) {
      guard let file = try? source.file(path) else { continue }
      let facts = DocumentFacts(file)
      let inner = folder == "." ? path : String(path.dropFirst(folderPrefix(folder).count))
      documents.add(inner, facts.kind)
      guard let kind = facts.kind else { continue }
      services.formUnion(facts.services)
      if kind == .review, let severity = facts.severity { severities.append(severity) }
      if facts.isPolicy { hasPolicy = true }
      if kind == .review, !inner.contains("/") { looseReviews.append(inner) }
    }
    self.services = services.sorted()
    for (path, count) in documents.folders(of: .review, share: Self.leastShare) {
      incidents.append(path)
      reviewCount += count
    }
    for (path, count) in documents.folders(of: .runbook, share: Self.leastShare)
    where !incidents.contains(where: { $0 == path || path.hasPrefix($0 + "/") }) {
      runbooks.append(path)
      runbookCount += count
    }
    // A folder of both is one of reviews with a folder of runbooks in it, or the other way round.
    incidents.removeAll { path in runbooks.contains { path.hasPrefix($0 + "/") } }
  }
}

/// What one document reads as.
struct DocumentFacts {
  enum Kind {
    case review
    case runbook
  }

  private(set) var kind: Kind?
  private(set) var services: [String] = []
  private(set) var severity: String?
  private(set) var isPolicy = false

  init(_ file: SourceFile) {
    let runbook = Runbook(reading: MarkdownDocument(parsing: file))
    let document = DocumentReading(parsing: file)
    let incident = IncidentReader(clock: TeamClock(database: .system))
      .read(review: document, timeline: nil, folder: nil).incident
    if runbook.kind == .process || runbook.kind == .alert {
      kind = .runbook
      isPolicy = runbook.kind == .process
    } else if Self.isReview(incident, at: file.path) {
      kind = .review
      severity = incident.severityWritten
      services = incident.services
    } else if Self.isRunbook(runbook, at: file.path) {
      kind = .runbook
    }
    if kind == .runbook { services = runbook.services }
  }

  /// The parts that a review has and other documents seldom do.
  private static let parts: Set<SectionKind> = [
    .timeline, .rootCause, .contributingFactors, .actionItems, .lessons, .wentWell, .wentWrong,
    .lucky, .impact, .detection, .resolution,
  ]

  private static func isReview(_ incident: Incident, at path: String) -> Bool {
    if DocumentName(path)?.role != nil { return true }
    let kinds = Set(incident.sections.compactMap(\.kind)).intersection(parts)
    let hasFacts = incident.day != nil || incident.severityWritten != nil
    return kinds.count >= (hasFacts ? 2 : 3)
  }

  private static func isRunbook(_ runbook: Runbook, at path: String) -> Bool {
    if runbook.kind != .other { return true }
    let folders = path.split(separator: "/").dropLast().map { $0.lowercased() }
    return folders.contains { folder in words.contains { folder.contains($0) } }
  }

  /// What teams call folders of runbooks.
  private static let words = [
    "runbook", "playbook", "on-call", "oncall", "troubleshooting", "sop", "alerts", "procedures",
  ]
}

/// How many documents of each kind there are in a folder and in all those in it.
private struct FolderCount {
  private var kinds: [DocumentFacts.Kind?: Int] = [:]
  /// Of the folder itself.
  private var own: [DocumentFacts.Kind?: Int] = [:]
  private var folders: [String: FolderCount] = [:]

  mutating func add(_ path: String, _ kind: DocumentFacts.Kind?) {
    add(path.split(separator: "/").map(String.init).dropLast(), kind)
  }

  private mutating func add(_ folders: ArraySlice<String>, _ kind: DocumentFacts.Kind?) {
    kinds[kind, default: 0] += 1
    guard let first = folders.first else {
      own[kind, default: 0] += 1
      return
    }
    self.folders[first, default: FolderCount()].add(folders.dropFirst(), kind)
  }

  /// The outermost folders of a kind, with the number of documents that are of it.
  func folders(
    of kind: DocumentFacts.Kind, share: Double, below path: String = ""
  ) -> [(path: String, count: Int)] {
    folders.sorted { bytesPrecede($0.key, $1.key) }.flatMap { name, folder in
      let path = joinedPath(path, name)
      guard let count = folder.kinds[kind] else { return [(path: String, count: Int)]() }
      if folder.isOf(kind, share), !folder.isPassage { return [(path, count)] }
      return folder.folders(of: kind, share: share, below: path)
    }
  }

  /// Whether at least a share of its own documents, and of those in each of its folders, is of a kind.
  private func isOf(_ kind: DocumentFacts.Kind, _ share: Double) -> Bool {
    let all = own.values.reduce(0, +)
    return Double(own[kind] ?? 0) >= share * Double(all)
      && folders.values.allSatisfy { $0.isOf(kind, share) }
  }

  /// Whether there is nothing in it but one folder: `docs` is for more than the reviews in it. Folders of years are
  /// those of the folder that they are in.
  private var isPassage: Bool {
    own.isEmpty && folders.count == 1 && folders.keys.allSatisfy { $0.first?.isNumber != true }
  }
}
