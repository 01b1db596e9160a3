package import Vocabulary

extension FieldTable {
  /// The keys of a review and of a timeline file.
  package static let review = FieldTable(
    "a review's front matter",
    own: [
      ("title", .text), ("id", .text), ("date", .textOrMapping("created")), ("severity", .text),
      ("status", .text), ("services", .list), ("tags", .list), ("authors", .people),
      ("factors", .list), ("detection", .text), ("repeats", .text), ("near_miss", .flag),
      ("security", .flag), ("runbooks", .list), ("description", .text), ("slug", .text),
      ("allow", .any),
    ] + Milestone.allCases.map { ($0.rawValue, .text) },
    read: [
      ("summary", .text), ("excerpt", .text), ("author", .people), ("params", .any),
      ("extra", .any),
    ],
    aliases: [
      "services": wordsForServices,
      "severity": ["severity_level", "incident_severity"], "id": ["incident_id"],
      "started": ["start_time"],
    ],
    passed: passed, silent: generatorKeys + silent)

  /// Section 1.3 of the Docusaurus contract: keys of a post that have no meaning here and are passed on.
  private static let passed = [
    "title_meta", "sidebar_label", "image", "keywords", "draft", "unlisted",
    "hide_table_of_contents", "toc_min_heading_level", "toc_max_heading_level", "last_update",
    "sidebar_position",
  ]

  /// Keys for what is derived anyway, or that belong to another part of the product or to another program.
  private static let silent = [
    "duration", "published_on", "cover", "resources", "cascade", "publishDate", "expiryDate",
    "outputs", "series", "images", "taxonomies", "comments", "search", "updated", "created",
    "date_created", "readtime", "pin", "links", "sidebar", "pagination_next", "pagination_prev",
    "pagination_label", "displayed_sidebar", "slugify", "custom_edit_url", "sidebar_class_name",
    "sidebar_custom_props", "header", "toc_sticky", "author_profile", "read_time", "share",
    "related", "last_reviewed_on", "state", "project", "postid", "lang", "locale", "version",
    "meta", "incident", "duration_minutes", "impact", "root_cause", "owner", "owners", "team",
    "teams", "created_at", "updated_at", "language", "translation", "reviewers", "reviewer",
    "author_url", "author_image_url", "labels", "assignees", "name", "about", "priority",
    "resolvedWhen", "section", "informational", "jupytext", "kernelspec", "doc_type",
    "status_page", "og_image", "thumbnail", "banner", "featured", "featured_image",
    "feature_image", "teaser", "hideToc", "bookToc", "bookHidden", "math", "mermaid", "uuid",
    "archive_url", "company", "product", "end_time", "resolved_when", "affected",
  ]
}
