internal import Diagnostics
package import Vocabulary
internal import YAML

/// The front matter of a runbook.
struct RunbookFrontMatter {
  let title: String?
  let description: String?
  let owner: String?
  /// `YYYY-MM-DD`.
  let lastVerified: String?
  let verifiedRange: SourceRange?
  let interval: Field<ReviewInterval>?
  /// `YYYY-MM-DD`; the day on which it is to be verified again, where the page states that itself.
  let dueOn: String?
  let severity: Field<Severity>?
  let minutes: Int?
  let services: [String]
  let alert: Field<String>?
  let tags: [String]
  let aliases: [String]
  let leadsTo: [OutcomeLead]
  /// Docusaurus' own keys.
  let docusaurus: [YAMLPair]

  init(_ fields: FieldReading) {
    title = fields.text("title")
    description = fields.text("description")
    owner = fields.text("owner")
    let verified = (["last_verified"] + Self.verified).first { fields.day($0) != nil }
    lastVerified = verified.flatMap(fields.day)
    verifiedRange = verified.flatMap(fields.place)
    interval =
      (["verify_every"] + Self.intervals).lazy.compactMap { key in
        fields.field(key) { ReviewInterval($0) }
      }.first
    dueOn = Self.dueDays.lazy.compactMap { fields.day($0) }.first
    severity = fields.field("severity") { SeverityScale.standard.severity(leading: $0) }
    minutes = fields.count("minutes")
    services = fields.list("services").map(\.written)
    alert = fields.field("alert")
    tags = fields.list("tags").map(\.written)
    // Hugo writes addresses here, so that anything but a text is another program's.
    aliases = fields.node("aliases").map { $0.items ?? [$0] }?.compactMap(\.text) ?? []
    leadsTo = OutcomeLead.all(in: fields.node("leads_to"))
    docusaurus = fields.passed
  }

  /// What other tools and teams call the day on which somebody last tried the page: GOV.UK's tech-docs, Giant Swarm's
  /// and others.
  static let verified = [
    "last_reviewed_on", "last_review_date", "last_reviewed", "last_tested_on", "last_tested",
  ]
  static let intervals = ["review_in", "review_interval", "review_every"]
  static let dueDays = ["verify_by", "review_by", "expires_on", "expires", "next_review"]
}

extension FieldTable {
  package static let runbook = FieldTable(
    "a runbook's front matter",
    own: [
      ("title", .text), ("description", .text), ("owner", .text), ("last_verified", .day),
      ("verify_every", .text), ("verify_by", .day), ("severity", .text), ("minutes", .count),
      ("services", .list), ("alert", .text), ("tags", .list), ("aliases", .any),
      ("leads_to", .any), ("allow", .any),
    ],
    read: RunbookFrontMatter.verified.map { ($0, .day) }
      + RunbookFrontMatter.intervals.map { ($0, .text) }
      + RunbookFrontMatter.dueDays.map { ($0, .day) }, asked: ["owner"],
    aliases: [
      "services": wordsForServices,
      "severity": ["severity_level", "incident_severity"], "owner": ["owners", "owned_by"],
      "minutes": ["duration_minutes", "estimated_minutes"], "alert": ["alert_name"],
      "last_verified": ["verified", "verified_on", "last_verified_on"],
      "description": ["summary"],
    ],
    passed: passed, silent: generatorKeys + ["date", "author", "authors"])

  /// Section 2 of the Docusaurus contract: keys of a page that have no meaning here and are passed on.
  private static let passed = [
    "custom_edit_url", "displayed_sidebar", "draft", "hide_table_of_contents", "hide_title", "id",
    "image", "keywords", "last_update", "mdx", "pagination_label", "pagination_next",
    "pagination_prev", "parse_number_prefixes", "sidebar_class_name", "sidebar_custom_props",
    "sidebar_key", "sidebar_label", "sidebar_position", "slug", "toc_max_heading_level",
    "toc_min_heading_level", "unlisted",
  ]
}
