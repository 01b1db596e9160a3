package import Diagnostics
internal import Incidents
package import Vocabulary
internal import YAML

/// Reads the four files; anything missing keeps its default.
package struct SiteConfigurationReader {
  package internal(set) var configuration = SiteConfiguration()
  package internal(set) var diagnostics: [Diagnostic] = []

  private let codes: [String]

  /// `codes` are the rules whose level `checklist:` may choose.
  /// `zones` are those that `time_zone:` may name.
  package init(codes: [String] = [], zones: ZoneDatabase = .none) {
    self.codes = codes
    configuration.clock.database = zones
  }

  package mutating func readSite(_ file: SourceFile) {
    let root = root(of: file)
    let fields = FieldReading(root, by: .site, in: file)
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
    configuration.incidentFolders = fields.list("incidents")
    configuration.runbookFolders = fields.list("runbooks")
    configuration.contentFolder = fields.field("content")
    configuration.siteFolder = fields.field("site")
    configuration.templateFolder = fields.field("templates")
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

extension FieldTable {
  /// The keys of `site.yml`.
  package static let site = FieldTable(
    "site.yml",
    own: [
      ("title", .text), ("organization", .text), ("tagline", .text), ("repository", .text),
      ("services", .any), ("factors", .any), ("headings", .any), ("url", .any),
      ("time_zone", .any), ("checklist", .any), ("exclude", .list), ("lang", .text),
      ("language", .text),
      ("severities", .any), ("allow", .any), ("strip_metadata", .flag),
      ("infrastructure", .text), ("accent", .any), ("logo", .text), ("stylesheet", .text),
      ("content", .text), ("incidents", .list), ("runbooks", .list), ("site", .text),
      ("templates", .text),
    ])
}
