package import Diagnostics
package import Incidents
package import Vocabulary
package import YAML

/// What `content/site.yml`, `authors.yml`, `tags.yml` and `redirects.yml` say.
package struct SiteConfiguration: Sendable {
  /// A name of the vocabulary with a label and a sentence, as for a service, a factor or a tag.
  package struct Term: Hashable, Sendable {
    package var key: String
    package var name: String
    package var description: String
  }

  package struct Author: Hashable, Sendable {
    package var key: String
    package var name: String
    /// The whole entry as written, for Docusaurus' `authors.yml`.
    package var entry: YAMLNode
  }

  package var title = "Incident archive"
  package var organization = ""
  package var tagline = "What happened, why, and what we changed"
  /// The base of edit links; empty when the site has none.
  package var repository = ""
  /// The address of the site, without a slash at its end; empty when `url:` states none.
  package var url = ""
  package var services: [Term] = []
  package var factors: [Term] = []
  package var tags: [Term] = []
  package var authors: [Author] = []
  package var headings: [(kind: SectionKind, headings: [String])] = []
  /// The language of pages that do not state theirs.
  package var language = "en"
  /// Patterns of files that are no content.
  package var exclude: [String] = []
  package var redirects = Redirects()
  /// The levels that the team has chosen for rules of the checklist.
  package var levels = RuleLevels()
  /// The zones of the world, and that of times that name none (`time_zone:`).
  package var clock = TeamClock()
  /// The team's severities; `nil` leaves them to the policy.
  package var severities: SeverityScale?
  package var brand = Brand()
  /// Whether copies of pictures are made without their metadata.
  package var stripsMetadata = false
  /// The folder with playbooks, inventories and rule files, as written: a path from the content folder.
  package var infrastructure: Field<String>?
  /// The findings that are allowed in files which cannot say so themselves, as written.
  package var allowed: YAMLNode?

  package init() {}

  package func service(_ key: String) -> Term? { services.first { $0.key == key } }
  package func factor(_ key: String) -> Term? { factors.first { $0.key == key } }
  package func tag(_ key: String) -> Term? { tags.first { $0.key == key } }
  package func author(_ key: String) -> Author? { authors.first { $0.key == key } }
}

/// Reads the four files; anything missing keeps its default.
package struct SiteConfigurationReader {
  package private(set) var configuration = SiteConfiguration()
  package private(set) var diagnostics: [Diagnostic] = []

  private let codes: [String]

  /// `codes` are the rules whose level `checklist:` may choose.
  /// `zones` are those that `time_zone:` may name.
  package init(codes: [String] = [], zones: ZoneDatabase = .none) {
    self.codes = codes
    configuration.clock.database = zones
  }

  package mutating func readSite(_ file: SourceFile) {
    let root = root(of: file)
    let fields = FieldReading(root, by: Self.siteFields, in: file)
    diagnostics += fields.diagnostics
    configuration.title = fields.emptyOrText("title") ?? configuration.title
    configuration.organization = fields.emptyOrText("organization") ?? configuration.organization
    configuration.tagline = fields.emptyOrText("tagline") ?? configuration.tagline
    configuration.repository = fields.emptyOrText("repository") ?? configuration.repository
    if let node = fields.node("services") {
      configuration.services = terms(node, of: "services", in: file)
    }
    if let node = fields.node("factors") {
      configuration.factors = terms(node, of: "factors", in: file)
    }
    diagnostics += Language.findings(in: root, of: file)
    configuration.language = Language.stated(in: root) ?? configuration.language
    configuration.exclude = fields.list("exclude").map(\.written)
    if let node = fields.node("headings") { configuration.headings = headings(node, in: file) }
    if let node = fields.node("time_zone") { readZone(node, in: file) }
    if let node = fields.node("url") { readAddress(node, in: file) }
    if let node = fields.node("severities") {
      let reader = SeverityScaleSetting(node, file: file)
      configuration.severities = reader.scale
      diagnostics += reader.diagnostics
    }
    configuration.allowed = fields.node("allow")
    configuration.infrastructure = fields.field("infrastructure")
    configuration.brand.logo = fields.field("logo")
    configuration.brand.stylesheet = fields.field("stylesheet")
    if let node = fields.node("accent") { readAccent(node, in: file) }
    configuration.stripsMetadata = fields.flag("strip_metadata")
    if let node = fields.node("checklist") {
      let reader = RuleLevelsReader(node, file: file, codes: codes)
      configuration.levels = reader.levels
      diagnostics += reader.diagnostics
    }
  }

  package mutating func readTags(_ file: SourceFile) {
    configuration.tags = pairs(of: file).compactMap { term($0) }
  }

  package mutating func readAuthors(_ file: SourceFile) {
    configuration.authors = pairs(of: file).compactMap { pair in
      guard let key = pair.key.text else { return nil }
      return SiteConfiguration.Author(
        key: key, name: pair.value["name"]?.text ?? key, entry: pair.value)
    }
  }

  package mutating func readRedirects(_ file: SourceFile) {
    let pairs = pairs(of: file)
    configuration.redirects = Redirects(pairs, in: file, findings: &diagnostics)
  }

  private static let siteFields = FieldTable(
    "site.yml",
    own: [
      ("title", .text), ("organization", .text), ("tagline", .text), ("repository", .text),
      ("services", .any), ("factors", .any), ("headings", .any), ("url", .any),
      ("time_zone", .any), ("checklist", .any), ("exclude", .list), ("lang", .text),
      ("language", .text),
      ("severities", .any), ("allow", .any), ("strip_metadata", .flag),
      ("infrastructure", .text), ("accent", .any), ("logo", .text), ("stylesheet", .text),
    ])

  /// The mapping at the root of the file; `nil` when it is empty or something else, which is a finding.
  private mutating func root(of file: SourceFile) -> YAMLNode? {
    let reading = readYAML(in: file, lines: nil, form: .strict)
    diagnostics += reading.diagnostics
    guard let root = reading.root else { return nil }
    if root.pairs != nil { return root }
    diagnostics.append(
      Diagnostic(
        code: "BS017", level: .error, path: file.path, range: root.range,
        message: "the file is not a list of 'key: value' lines",
        help: "write one 'key: value' per line"))
    return nil
  }

  private mutating func pairs(of file: SourceFile) -> [YAMLPair] { root(of: file)?.pairs ?? [] }

  /// A mapping of keys to `{name, description}` or to names, or a plain list of keys.
  private mutating func terms(
    _ node: YAMLNode, of key: String, in file: SourceFile
  ) -> [SiteConfiguration.Term] {
    if let items = node.items {
      return items.compactMap(\.text).map {
        SiteConfiguration.Term(key: $0, name: $0, description: "")
      }
    }
    if let pairs = node.pairs { return pairs.compactMap { term($0) } }
    if node.text?.isEmpty == false {
      diagnostics.append(FieldFinding.wrongKind(key, .list, at: node.range, in: file))
    }
    return []
  }

  private func term(_ pair: YAMLPair) -> SiteConfiguration.Term? {
    guard let key = pair.key.text else { return nil }
    let name = pair.value["name"]?.text ?? pair.value["label"]?.text
    return SiteConfiguration.Term(
      key: key, name: name ?? pair.value.text.flatMap { $0.isEmpty ? nil : $0 } ?? key,
      description: pair.value["description"]?.text ?? "")
  }

  /// `headings: {root_cause: [Ursache]}` adds a team's own words to the vocabulary.
  private mutating func headings(
    _ node: YAMLNode, in file: SourceFile
  ) -> [(kind: SectionKind, headings: [String])] {
    guard let pairs = node.pairs else {
      if !node.isNull {
        report("'headings' is not a list of the parts of a review", Self.headingsHelp, node, file)
      }
      return []
    }
    return pairs.compactMap { pair in
      guard let kind = pair.key.text.flatMap(SectionKind.init(rawValue:)) else {
        diagnostics.append(
          FieldFinding.unknown(
            pair.key.text ?? "", of: "'headings'", among: SectionKind.allCases.map(\.rawValue),
            at: pair.key.range, in: file))
        return nil
      }
      let entries = pair.value.items ?? [pair.value]
      for entry in entries where entry.text == nil {
        report("a heading of '\(kind.rawValue)' is not a text", Self.headingsHelp, entry, file)
      }
      return (kind, entries.compactMap(\.text).filter { !$0.isEmpty })
    }
  }
}

// MARK: - Values that are wrong without being of the wrong type

extension SiteConfigurationReader {
  private static let headingsHelp =
    "write one part per line with your words for it, as in 'root_cause: [Ursache]'"

  private mutating func readZone(_ node: YAMLNode, in file: SourceFile) {
    if node.isNull { return }
    let text = node.text?.oneLine ?? ""
    let zone = Self.zone(text) ?? Self.zone("\(text) time")
    let database = configuration.clock.database
    let isKnown = zone?.place.map { database.isEmpty || database.rules(named: $0) != nil } ?? true
    guard let zone, isKnown, !zone.isShared || zone.place != nil else {
      return report(
        "'\(text)' is not a time zone of the zone database",
        "write a name such as 'Europe/Berlin' or 'UTC'", node, file)
    }
    configuration.clock.zone = zone
  }

  private static func zone(_ text: String) -> ZoneName? {
    let bytes = Array(text.utf8)
    return ZoneName(leading: bytes[...]).flatMap { $0.length == bytes.count ? $0 : nil }
  }

  private mutating func readAddress(_ node: YAMLNode, in file: SourceFile) {
    if node.isNull { return }
    let text = node.text ?? ""
    let rest = ["https://", "http://"].first { text.hasPrefix($0) }.map { text.dropFirst($0.count) }
    if let first = rest?.first, first != "/", !text.contains(where: \.isWhitespace) {
      configuration.url = text.hasSuffix("/") ? String(text.dropLast()) : text
      return
    }
    report(
      "'\(text)' is not the address of a site",
      "write all of it, as in 'https://incidents.example.com'", node, file)
  }

  private mutating func readAccent(_ node: YAMLNode, in file: SourceFile) {
    if node.isNull { return }
    configuration.brand.accent = BrandColor(node.text ?? "")
    if configuration.brand.accent == nil {
      report(
        "'\(node.text ?? "")' is not a colour", "write it in quotes, as in '\"#0b6572\"'", node,
        file)
    }
  }

  private mutating func report(
    _ message: String, _ help: String, _ node: YAMLNode, _ file: SourceFile
  ) {
    diagnostics.append(
      Diagnostic(
        code: "BS017", level: .error, path: file.path, range: node.range, message: message,
        help: help))
  }
}
