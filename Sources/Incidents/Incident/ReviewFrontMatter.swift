internal import Diagnostics
package import Vocabulary
package import YAML

/// The front matter of a review, each value with its place. Nothing is refused here: the rules judge.
package struct ReviewFrontMatter: Hashable, Sendable {
  package var title: String?
  package var id: Field<IncidentID>?
  /// The day of the incident; the value is `nil` for a day that no calendar has.
  package var date: Field<Moment>?
  package var severity: Field<Severity>?
  package var status: String?
  package var summary: String?
  package var slug: Field<String>?
  package var services: [Field<String>] = []
  package var tags: [Field<String>] = []
  package var authors: [Field<String>] = []
  package var factors: [Field<String>] = []
  package var runbooks: [Field<String>] = []
  package var detectionSource: Field<String>?
  package var repeats: Field<IncidentID>?
  package var isNearMiss = false
  package var isSecurity = false
  package var milestones: [Milestone: Field<Moment>] = [:]
  /// Docusaurus' own keys, handed on to the blog post as they are.
  package var docusaurus: [YAMLPair] = []

  package init() {}
}

/// Reads the front matter of a review or of a timeline file.
struct ReviewFrontMatterReader {
  private(set) var frontMatter = ReviewFrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  private let path: String

  init(_ root: YAMLNode?, path: String) {
    self.path = path
    for pair in root?.pairs ?? [] {
      guard let key = pair.key.text else { continue }
      read(key, pair)
    }
  }

  private mutating func read(_ key: String, _ pair: YAMLPair) {
    let value = pair.value
    switch key {
    case "title": frontMatter.title = text(value, key: key)
    case "id": frontMatter.id = field(value, key: key) { IncidentID($0) }
    case "date":
      // MkDocs writes `date: {created: …}`.
      frontMatter.date = field(value["created"] ?? value, key: key) { Moment(frontMatter: $0) }
    case "severity": frontMatter.severity = field(value, key: key) { Severity(rawValue: $0) }
    case "status": frontMatter.status = text(value, key: key)
    case "description", "summary": frontMatter.summary = text(value, key: key)
    case "excerpt": frontMatter.summary = frontMatter.summary ?? value.text
    case "author":
      if frontMatter.authors.isEmpty { frontMatter.authors = list(value, key: key) }
    case "slug": frontMatter.slug = field(value, key: key) { $0 }
    case "services": frontMatter.services = list(value, key: key)
    case "tags": frontMatter.tags = list(value, key: key)
    case "authors": frontMatter.authors = list(value, key: key)
    case "factors": frontMatter.factors = list(value, key: key)
    case "runbooks": frontMatter.runbooks = list(value, key: key)
    case "detection": frontMatter.detectionSource = field(value, key: key) { $0 }
    case "repeats": frontMatter.repeats = field(value, key: key) { IncidentID($0) }
    // Hugo and Zola put keys of their own into a table.
    case "params", "extra":
      if let severity = value["severity"], frontMatter.severity == nil {
        frontMatter.severity = field(severity, key: "severity") { Severity(rawValue: $0) }
      }
    case "near_miss": frontMatter.isNearMiss = flag(value, key: key)
    case "security": frontMatter.isSecurity = flag(value, key: key)
    default:
      if let milestone = Milestone(rawValue: key) {
        frontMatter.milestones[milestone] = field(value, key: key) { Moment(frontMatter: $0) }
      } else if Self.docusaurusKeys.contains(key) {
        frontMatter.docusaurus.append(pair)
      } else if !Self.silentKeys.contains(key) {
        reportUnknown(key, at: pair.key.range)
      }
    }
  }

  private mutating func reportUnknown(_ key: String, at range: SourceRange) {
    let near = nearestName(to: key, among: Self.knownKeys)
    diagnostics.append(
      Diagnostic(
        code: "BS016", level: .warning, path: path, range: range,
        message: "'\(key)' is not a key of a review's front matter",
        help: near.map { "write '\($0)'" }
          ?? "remove the line; 'build-site explain BS016' lists the keys"))
  }

  private mutating func text(_ node: YAMLNode, key: String) -> String? {
    guard let text = node.text else {
      reportType(key, "a single value", at: node.range)
      return nil
    }
    return text.isEmpty ? nil : text
  }

  private mutating func field<Value>(
    _ node: YAMLNode, key: String, _ value: (String) -> Value?
  ) -> Field<Value>? {
    guard let text = text(node, key: key) else { return nil }
    return Field(written: text, range: node.range, value: value(text))
  }

  /// A list of texts; one text alone counts as a list of one.
  private mutating func list(_ node: YAMLNode, key: String) -> [Field<String>] {
    if let text = node.text {
      return text.isEmpty ? [] : [Field(written: text, range: node.range, value: text)]
    }
    guard let items = node.items else {
      reportType(key, "a list", at: node.range)
      return []
    }
    return items.compactMap { item in
      if let text = item.text { return Field(written: text, range: item.range, value: text) }
      // Docusaurus allows an author to be written out: the name is what we show.
      if let name = item["name"]?.text ?? item["key"]?.text {
        return Field(written: name, range: item.range, value: name)
      }
      reportType(key, "a list of words or phrases", at: item.range)
      return nil
    }
  }

  private mutating func flag(_ node: YAMLNode, key: String) -> Bool {
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      reportType(key, "true or false", at: node.range)
      return false
    }
  }

  private mutating func reportType(_ key: String, _ wanted: String, at range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        code: "BS017", level: .error, path: path, range: range,
        message: "'\(key)' is not \(wanted)",
        help: "write \(wanted) after '\(key):'"))
  }

  static let knownKeys =
    [
      "title", "id", "date", "severity", "status", "description", "slug", "services", "tags",
      "authors",
      "factors", "runbooks", "detection", "repeats", "near_miss", "security", "allow",
    ] + Milestone.allCases.map(\.rawValue) + docusaurusKeys

  /// Section 1.3 of the Docusaurus contract: keys of a post that mean nothing to us and pass through.
  private static let docusaurusKeys = [
    "title_meta", "sidebar_label", "image", "keywords", "draft", "unlisted",
    "hide_table_of_contents",
    "toc_min_heading_level", "toc_max_heading_level", "last_update", "sidebar_position",
  ]

  /// Keys that say what is derived anyway, or that belong to another part of the product or to another
  /// generator: Jekyll, Hugo, MkDocs, Docusaurus' docs, Middleman.
  private static let silentKeys: Set<String> = [
    "allow", "duration", "layout", "categories", "category", "summary", "permalink", "published",
    "published_on", "redirect_from", "redirect_to", "weight", "linkTitle", "lastmod", "type",
    "cover", "aliases", "url", "resources", "cascade", "menu", "publishDate",
    "expiryDate", "outputs", "series", "images", "taxonomies", "extra", "toc", "comments", "hide",
    "icon", "template", "subtitle", "search", "updated", "created", "date_created", "readtime",
    "pin", "links", "nav_order", "parent", "grand_parent", "has_children", "has_toc", "sidebar",
    "pagination_next", "pagination_prev", "pagination_label", "displayed_sidebar", "slugify",
    "custom_edit_url", "sidebar_class_name", "sidebar_custom_props", "header", "toc_sticky",
    "author_profile", "read_time", "share", "related", "owner_slack", "last_reviewed_on",
    "review_in", "expires", "state", "project", "postid", "lang", "locale", "version", "meta",
    "incident_id", "incident", "service", "affected_services", "affected_systems",
    "affectedsystems", "duration_minutes", "impact", "root_cause", "owner", "owners", "team",
    "teams", "created_at", "updated_at", "language", "translation", "reviewers", "reviewer",
    "author_url", "author_image_url", "labels", "assignees", "name", "about", "priority",
    "resolvedWhen", "section", "informational", "jupytext", "kernelspec", "doc_type", "status_page",
    "og_image", "thumbnail", "banner", "featured", "featured_image", "feature_image", "teaser",
    "hideToc", "bookToc", "bookHidden", "math", "mermaid", "uuid", "archive_url", "company",
    "product", "start_time", "end_time", "severity_level", "resolved_when", "affected",
  ]
}

extension Moment {
  /// A moment of the front matter: `2026-01-10`, `2026-01-10 14:00 UTC`, `2026-01-10T14:00:00Z`.
  package init?(frontMatter text: String) {
    if let day = CalendarDay(text) {
      self.init(written: text, clock: day.number * 86_400, hasDay: true, offset: nil)
      return
    }
    guard let reading = ClockReading(leading: text), reading.rest.isEmpty, let day = reading.day,
      let second = reading.second
    else { return nil }
    self.init(
      written: text, clock: day.number * 86_400 + second, hasDay: true, offset: reading.offset,
      isApproximate: reading.isApproximate)
  }
}
