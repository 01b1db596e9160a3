internal import Diagnostics
internal import Runbooks

extension Rule {
  /// Findings of the readers and of the writer: each is reported where it is seen, and explained here.
  ///
  /// An example that marks nothing stands for a file that no text can show, such as one with a NUL byte.
  static let readingRules: [Rule] =
    fileRules + frontMatterRules + markupRules + writingRules + runbookRules + suppressionRules

  /// The runbooks' own rules, which bring their explanations.
  private static let runbookRules: [Rule] = RunbookFinding.all.map { finding in
    Rule(
      code: finding.code, name: finding.name, level: finding.level, rationale: finding.rationale,
      bad: finding.bad, good: finding.good, check: .elsewhere)
  }

  private static let fileRules: [Rule] = [
    elsewhere(
      "BS002", "NUL bytes", .error,
      "A NUL byte means that the file is no text, or that a disk or an editor broke it."),
    elsewhere(
      "BS003", "text that is not UTF-8", .error,
      "A byte that is no UTF-8 would be shown as a question mark, and nobody could tell what stood there."
    ),
    elsewhere(
      "BS004", "single carriage returns", .warning,
      "Editors and git count lines differently in such a file, so findings would name the wrong ones."
    ),
    elsewhere(
      "BS005", "files that are too large", .error,
      "A review of many megabytes is a log. Put the log beside the review and link to it."),
    elsewhere(
      "BS006", "blocks nested too deeply", .error,
      "More than a hundred levels of quotes or lists are damage or an attack; the text is shown as it is."
    ),
    elsewhere(
      "BS007", "byte order marks", .note,
      "The mark is harmless here and breaks other tools that read the file."),
    elsewhere(
      "BS008", "paragraphs with too many images", .error,
      "libcmark 0.30 takes quadratic time for them (fixed in 0.31), so the text is shown as it is."),
    elsewhere(
      "BS009", "links and depths that are not followed", .warning,
      "A symbolic link may lead out of the repository or in a circle, so the site would depend on the machine."
    ),
    elsewhere(
      "BS060", "loose pages in an incident's folder", .warning,
      "An incident is its timeline and its review. A third page beside them would have no place on the site."
    ),
    elsewhere(
      "BS061", "two documents of one name", .error,
      "A page has the name of its document without the ending, so 'pool.md' and 'pool.mdx' would be one page."
    ),
  ]

  private static let frontMatterRules: [Rule] = [
    elsewhere(
      "BS010", "front matter that is not YAML", .error,
      "The metadata of the page cannot be read. Most often a value holds ': ' or starts with a sign and needs quotes.",
      bad: "---\ntitle: Checkout⟦:⟧ pool exhausted\n---\n",
      good: "---\ntitle: \"Checkout: pool exhausted\"\n---\n"),
    elsewhere(
      "BS011", "YAML beyond plain values", .error,
      "Aliases, anchors, tags and second documents make a value come from elsewhere. Front matter is plain.",
      bad: "---\ntitle: ⟦&name Checkout⟧\n---\n", good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS012", "duplicate keys", .error,
      "One of the two values would be dropped, and different programs drop different ones.",
      bad: "---\ntitle: Checkout\n⟦title⟧: Pool\n---\n", good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS013", "front matter without an end", .error,
      "Without the second '---' the whole page would be metadata.",
      bad: "⟦---⟧\ntitle: Checkout\n\n# Checkout\n",
      good: "---\ntitle: Checkout\n---\n\n# Checkout\n"),
    elsewhere(
      "BS014", "front matter that is not YAML by its first line", .error,
      "Some generators execute '---js'. It is never evaluated here, and never handed on.",
      bad: "⟦---js⟧\n{ title: \"Checkout\" }\n---\n", good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS015", "front matter that is no list of fields", .error,
      "A page's metadata is a list of 'key: value' lines.", bad: "---\n⟦just text⟧\n---\n",
      good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS016", "unknown keys", .warning,
      """
      A misspelt key is silently nothing. The keys of a review are title, id, date, severity, status, services, \
      tags, authors, factors, detection, repeats, near_miss, security, runbooks, description, slug, the milestones \
      (started, detected, acknowledged, declared, mitigated, resolved, closed, reviewed) and Docusaurus' own.
      """,
      bad: "---\n⟦serverity⟧: P1\n---\n", good: "---\nseverity: P1\n---\n"),
    elsewhere(
      "BS017", "values of the wrong kind", .error,
      "A list where one value is meant, or the other way round.",
      bad: "---\nnear_miss: ⟦perhaps⟧\n---\n", good: "---\nnear_miss: true\n---\n"),
    elsewhere(
      "BS019", "front matter that is not TOML", .error,
      "Between two lines '+++' stands TOML. From the first line that is none on, the metadata of the page cannot be read.",
      bad: "+++\n⟦title: Checkout⟧\n+++\n", good: "+++\ntitle = \"Checkout\"\n+++\n"),
  ]

  private static let markupRules: [Rule] = [
    elsewhere(
      "BS018", "tags of other generators", .warning,
      "Shortcodes, Liquid, ERB and template variables belong to the generator a review was written for. Here they are shown as they stand.",
      bad: "# Checkout\n\n⟦{{< alert >}}⟧ The pool was full.\n",
      good: "# Checkout\n\nThe pool was full. It is `{{ pool.size }}` connections.\n"),
    elsewhere(
      "BS020", "unknown admonitions", .warning,
      "Docusaurus knows note, tip, info, warning and danger, and drops the text of others or shows the colons.",
      bad: "# Checkout\n\n⟦:::timeline⟧\n\ntext\n\n:::\n",
      good: "# Checkout\n\n:::note\n\ntext\n\n:::\n"),
    elsewhere(
      "BS021", "HTML that is shown as text", .warning,
      "Raw HTML can run scripts and break a page. A few harmless elements stay; the rest is shown, never dropped.",
      bad: "# Checkout\n\nThe ⟦<service-name>⟧ was down.\n",
      good: "# Checkout\n\nThe `<service-name>` was down.\n"),
    elsewhere(
      "BS022", "links that are not safe to follow", .warning,
      "A link to 'javascript:' or to a local file runs or opens something on the reader's machine.",
      bad: "# Checkout\n\n[open](⟦file:///etc/hosts⟧)\n",
      good: "# Checkout\n\n[open](https://example.com/hosts)\n"),
    elsewhere(
      "BS023", "footnotes that nothing refers to", .warning,
      "A footnote without a reference is not shown, so its text would be lost without a word.",
      bad: "# Checkout\n\nText.\n\n⟦[^1]: By the provider's status page.⟧\n",
      good: "# Checkout\n\nText.[^1]\n\n[^1]: By the provider's status page.\n"),
    elsewhere(
      "BS024", "MDX that is shown as text", .warning,
      "Modules, expressions and components are programs. Nothing of a document is run: tabs stay, all else of MDX is shown as it is written.",
      bad: "# Checkout\n\nIt took ⟦{minutes}⟧ minutes.\n\n⟦<Chart id=\"pool\" />⟧\n",
      good: "# Checkout\n\nIt took `{minutes}` minutes. {/* a remark */}\n"),
  ]

  private static let writingRules: [Rule] = [
    output(
      "BS030", "broken templates", .error,
      "A page shell in templates/archive cannot be read as Mustache."),
    output(
      "BS031", "missing templates", .error, "Every kind of page has a shell in templates/archive."),
    output(
      "BS040", "two pages on one path", .error,
      "One of the two would be lost. Upper and lower case and the two spellings of an accent count as the same, as on macOS."
    ),
    output(
      "BS041", "paths that no disk can hold", .error,
      "A path that leaves the site folder, or a name that some system forbids, would not be written everywhere."
    ),
    elsewhere(
      "BS042", "generated files changed by hand", .error,
      "The next build would overwrite the change. It belongs into content/."),
    elsewhere(
      "BS043", "foreign files in the way", .error,
      "Only files that the build wrote itself are ever replaced."),
    elsewhere(
      "BS044", "broken lists of written files", .warning,
      "Without site/.build-site/manifest nobody can tell which files are the build's own."),
    output(
      "BS045", "keys that Docusaurus refuses", .error,
      "Docusaurus' own keys are handed on, and one that it refuses stops the build of the whole site."
    ),
  ]

  private static func output(
    _ code: String, _ name: String, _ level: Level, _ rationale: String
  ) -> Rule {
    Rule(
      code: code, name: name, level: level, rationale: rationale, bad: "", good: "", check: .output)
  }

  private static func elsewhere(
    _ code: String, _ name: String, _ level: Level, _ rationale: String, bad: String = "",
    good: String = ""
  ) -> Rule {
    Rule(
      code: code, name: name, level: level, rationale: rationale, bad: bad, good: good,
      check: .elsewhere)
  }
}
