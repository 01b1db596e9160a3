internal import Diagnostics
internal import Incidents
internal import Learning
internal import Publishing
internal import Runbooks
internal import Templates
internal import Vocabulary

/// What every page of the archive needs.
struct ArchiveSite: Sendable {
  let library: Library
  let templates: ArchiveTemplates
  /// The rules of the check; empty when they are not given.
  let rules: [RuleDescription]
  let facets: FacetIndex
  let trees: [TreePage]
  /// The folders of the runbooks, by their places in lower case.
  let folders: [String: RunbookFolder]
  let rows: IncidentRows
  let facts: SharedFacts
  /// What the frame of every page says of the brand.
  let brand: TemplateRecord

  /// Where the archive lies in the site folder.
  static let folder = "static/archive/"

  init(
    library: Library, templates: ArchiveTemplates, rules: [RuleDescription] = []
  ) {
    self.library = library
    self.templates = templates
    self.rules = rules
    facets = FacetIndex(of: library)
    trees = TreePage.all(of: library)
    folders = Dictionary(library.runbookFolders.map { ($0.place.lowercased(), $0) }) { first, _ in
      first
    }
    rows = IncidentRows(of: library, facets, templates)
    facts = SharedFacts(of: library)
    brand = Self.brand(of: library)
  }

  /// A page of its kind alone. Kinds with a page an incident share one closure instead, which keeps
  /// the plan of ten thousand pages small.
  func page(
    _ path: String, _ template: ArchiveTemplates.Page, origin: String? = nil, title: String,
    description: String = "", in area: Area? = nil,
    fill: @escaping @Sendable (_ page: inout TemplateRecord, _ place: Place) throws -> Void
  ) -> OutputFile {
    OutputFile(path: Self.folder + path, origin: origin ?? templates.path(of: template)) {
      try rendered(path, template, title: title, description: description, in: area, fill: fill)
    }
  }

  /// A file for other programs that is made of ``facts`` and the settings alone.
  func dataFile(_ path: String, _ bytes: @escaping @Sendable () -> [UInt8]) -> OutputFile {
    OutputFile(
      path: Self.folder + path, origin: library.folder,
      prepare: { inputs in
        inputs.add(facts.hash())
        return { _ in bytes() }
      })
  }

  /// The bytes of a page: `fill` adds the page's own fields to those of
  /// ``frame(of:title:description:in:)``.
  func rendered(
    _ path: String, _ template: ArchiveTemplates.Page, title: String, description: String,
    in area: Area?, fill: (_ page: inout TemplateRecord, _ place: Place) throws -> Void
  ) throws -> [UInt8] {
    let place = Place(path)
    var record = frame(of: place, title: title, description: description, in: area)
    record.add(brand)
    try fill(&record, place)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32_768)
    try templates.template(template).render(.record(record), into: &bytes)
    return bytes
  }

  /// A part of the archive that the header names.
  enum Area: FieldName {
    case incidents
    case runbooks
    case decide
    case communicate
    case actions
    case insights
  }

  private func frame(
    of place: Place, title: String, description: String, in area: Area?
  ) -> TemplateRecord {
    [
      "root": .text(place.root),
      "title": .text(title),
      "description": .text(description),
      "site": .text(library.configuration.title),
      "isHome": .flag(place.path == "index.html"),
      "nav": .record(area.map { [$0.rawValue: true] } ?? [:]),
      "report": .nothing,
      "noindex": false,
      "lang": .text(library.configuration.language),
      "draft": false,
      "narrows": false,
    ]
  }
}

/// Where a page lies in the archive.
struct Place: Sendable {
  /// Below the archive, as `incidents/index.html`.
  let path: String
  /// The way from the page to the archive's folder: empty, or `../` as often as needed.
  let root: String

  init(_ path: String) {
    self.path = path
    root = String(repeating: "../", count: path.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// The folder of the page with `/` at the end, or empty.
  var folder: String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }
}
