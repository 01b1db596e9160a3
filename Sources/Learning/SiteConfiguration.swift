package import Diagnostics
package import Incidents
package import YAML

/// What `content/site.yml`, `authors.yml` and `tags.yml` say.
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
    /// All of the entry as written, for Docusaurus' `authors.yml`.
    package var entry: YAMLNode
  }

  package var title = "Incident archive"
  package var organization = ""
  package var tagline = "What happened, why, and what we changed"
  /// The base of edit links; empty when the site has none.
  package var repository = ""
  package var services: [Term] = []
  package var factors: [Term] = []
  package var tags: [Term] = []
  package var authors: [Author] = []
  package var headings: [(kind: SectionKind, headings: [String])] = []
  /// The levels that the team has chosen for rules of the checklist.
  package var levels = RuleLevels()

  package init() {}

  package func service(_ key: String) -> Term? { services.first { $0.key == key } }
  package func factor(_ key: String) -> Term? { factors.first { $0.key == key } }
  package func tag(_ key: String) -> Term? { tags.first { $0.key == key } }
  package func author(_ key: String) -> Author? { authors.first { $0.key == key } }
}

/// Reads the three files; what is missing keeps its default.
package struct SiteConfigurationReader {
  package private(set) var configuration = SiteConfiguration()
  package private(set) var diagnostics: [Diagnostic] = []

  private let codes: [String]

  /// `codes` are those of the rules whose level `checklist:` may choose.
  package init(codes: [String] = []) { self.codes = codes }

  package mutating func readSite(_ file: SourceFile) {
    for pair in pairs(of: file) {
      guard let key = pair.key.text else { continue }
      switch key {
      case "title": set(\.title, pair, in: file)
      case "organization": set(\.organization, pair, in: file)
      case "tagline": set(\.tagline, pair, in: file)
      case "repository": set(\.repository, pair, in: file)
      case "services": configuration.services = terms(pair.value, in: file)
      case "factors": configuration.factors = terms(pair.value, in: file)
      case "headings": configuration.headings = headings(pair.value, in: file)
      case "checklist":
        let reader = RuleLevelsReader(pair.value, path: file.path, codes: codes)
        configuration.levels = reader.levels
        diagnostics += reader.diagnostics
      case "url", "time_zone": continue
      default: reportUnknown(pair, in: file, among: Self.siteKeys)
      }
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

  private static let siteKeys = [
    "title", "organization", "tagline", "repository", "services", "factors", "headings", "url",
    "time_zone", "checklist",
  ]

  private mutating func pairs(of file: SourceFile) -> [YAMLPair] {
    let reading = readYAML(in: file, lines: nil, form: .strict)
    diagnostics += reading.diagnostics
    guard let root = reading.root else { return [] }
    guard let pairs = root.pairs else {
      diagnostics.append(
        Diagnostic(
          code: "BS017", level: .error, path: file.path, range: root.range,
          message: "the file is not a list of 'key: value' lines",
          help: "write one 'key: value' per line"))
      return []
    }
    return pairs
  }

  private mutating func set(
    _ keyPath: WritableKeyPath<SiteConfiguration, String>, _ pair: YAMLPair, in file: SourceFile
  ) {
    guard let text = pair.value.text else {
      reportType(pair, "a single value", in: file)
      return
    }
    configuration[keyPath: keyPath] = text
  }

  /// A mapping of key to `{name, description}`, to a name, or a plain list of keys.
  private mutating func terms(_ node: YAMLNode, in file: SourceFile) -> [SiteConfiguration.Term] {
    if let items = node.items {
      return items.compactMap(\.text).map {
        SiteConfiguration.Term(key: $0, name: $0, description: "")
      }
    }
    return (node.pairs ?? []).compactMap { term($0) }
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
    (node.pairs ?? []).compactMap { pair in
      guard let kind = pair.key.text.flatMap(SectionKind.init(rawValue:)) else {
        reportUnknown(pair, in: file, among: SectionKind.allCases.map(\.rawValue))
        return nil
      }
      return (kind, pair.value.items?.compactMap(\.text) ?? [pair.value.text].compactMap { $0 })
    }
  }

  private mutating func reportUnknown(_ pair: YAMLPair, in file: SourceFile, among known: [String])
  {
    let key = pair.key.text ?? ""
    let near = nearestName(to: key, among: known)
    diagnostics.append(
      Diagnostic(
        code: "BS016", level: .warning, path: file.path, range: pair.key.range,
        message: "'\(key)' is not a key of this file",
        help: near.map { "write '\($0)'" } ?? "write one of \(known.joined(separator: ", "))"))
  }

  private mutating func reportType(_ pair: YAMLPair, _ wanted: String, in file: SourceFile) {
    diagnostics.append(
      Diagnostic(
        code: "BS017", level: .error, path: file.path, range: pair.value.range,
        message: "'\(pair.key.text ?? "")' is not \(wanted)",
        help: "write \(wanted) after the colon"))
  }
}
