internal import Incidents
internal import Learning
internal import Runbooks
internal import Templates

/// Addresses of pages below the archive. All name a file, so that they work from a disk too.
extension ArchiveSite {
  func url(ofIncident index: Int) -> String {
    library.incidents[index].archivePage
  }

  func url(ofRunbook index: Int) -> String {
    library.runbooks[index].archivePage
  }

  /// Where a document can be edited; `nil` when the site names no repository.
  func editAddress(of path: String) -> String? {
    var base = library.configuration.repository
    guard !base.isEmpty, path.hasPrefix(library.root) else { return nil }
    if !base.hasSuffix("/") { base += "/" }
    return base + library.shortPath(path)
  }

  func incidentLink(_ index: Int) -> TemplateRecord {
    ["url": .text(url(ofIncident: index)), "title": .text(library.incidents[index].title)]
  }
}

/// Names and addresses of the values of every facet, by key.
struct FacetIndex: Sendable {
  struct Entry: Sendable {
    /// What people call it.
    let name: String
    /// A sentence from the configuration, or empty.
    let meaning: String
    let url: String
  }

  private var entries: [Facet.Kind: [String: Entry]] = [:]

  init(of library: Library) {
    for facet in library.facets {
      let terms = Self.terms(facet.kind, library.configuration)
      let known = Dictionary(terms.map { (facet.kind.folded($0.key), $0) }) { first, _ in first }
      for value in facet.values {
        let key = facet.kind.folded(value.key)
        let term = known[key]
        entries[facet.kind, default: [:]][key] = Entry(
          name: term?.name ?? value.key, meaning: term?.description ?? "",
          url: "\(facet.kind.folder)/\(value.slug)/index.html")
      }
    }
  }

  func entry(_ kind: Facet.Kind, _ key: String) -> Entry? { entries[kind]?[kind.folded(key)] }

  /// The links to some values, in their order, each once.
  func links(_ kind: Facet.Kind, _ keys: [String]) -> TemplateValue {
    var seen: Set<String> = []
    return .list(
      keys.compactMap { entry(kind, $0) }.filter { seen.insert($0.url).inserted }
        .map { ["url": .text($0.url), "name": .text($0.name)] })
  }

  private static func terms(
    _ kind: Facet.Kind, _ configuration: SiteConfiguration
  ) -> [SiteConfiguration.Term] {
    switch kind {
    case .service: configuration.services
    case .factor: configuration.factors
    case .tag: configuration.tags
    case .severity, .year: []
    }
  }
}
