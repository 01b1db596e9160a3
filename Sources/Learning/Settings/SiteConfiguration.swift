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
  /// The folders of reviews, as written: paths from the folder of `site.yml`.
  package var incidentFolders: [Field<String>] = []
  /// The folders of runbooks, as written.
  package var runbookFolders: [Field<String>] = []
  /// The folder with both, as written; `nil` for the folder of `site.yml`.
  package var contentFolder: Field<String>?
  /// The Docusaurus project and the folder of the team's own templates, as written.
  package var siteFolder: Field<String>?
  package var templateFolder: Field<String>?
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
