internal import Diagnostics
internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Rule {
  /// Findings of the readers and of the writer: each is reported where it is seen, and explained here.
  ///
  /// A rule without an example is about a file that no text can show, such as one with a NUL byte.
  static let readingRules: [Rule] =
    fileRules + frontMatterRules + markupRules + writingRules + runbookRules + suppressionRules
    + screeningRules

  /// The runbooks' own rules, which bring their explanations.
  private static let runbookRules: [Rule] = RunbookFinding.all.map { finding in
    Rule(
      code: finding.code, name: finding.name, level: finding.level, rationale: finding.rationale,
      bad: finding.bad, good: finding.good, remedies: finding.remedies, check: .elsewhere)
  }

  private static let fileRules: [Rule] = [
    elsewhere(
      "BS002", "NUL bytes", .error,
      "A NUL byte means that the file is not text, or that a disk or an editor damaged it.",
      remedy: "remove the byte, and check that the file is text"),
    elsewhere(
      "BS003", "text that is not UTF-8", .error,
      "A byte that is not UTF-8 would be shown as a question mark, and nobody could tell what it was.",
      remedy: "save the file as UTF-8"),
    elsewhere(
      "BS004", "lone carriage returns", .warning,
      "Editors and git count the lines of such a file differently, so findings would name the wrong lines.",
      remedy: "save the file with the line ending LF or CR LF"),
    elsewhere(
      "BS005", "oversized files", .error, "A review of many megabytes is really a log.",
      remedy: "put the log beside the review and link to it"),
    elsewhere(
      "BS006", "blocks nested too deeply", .error,
      "More than a hundred levels of quotes or lists mean damage or an attack, so the text is shown as typed.",
      remedy: "use fewer levels"),
    elsewhere(
      "BS007", "byte order marks", .note,
      "The mark does no harm here, but breaks other tools that read the file.",
      remedy: "save the file as UTF-8 without a byte order mark"),
    elsewhere(
      "BS008", "paragraphs with too many images", .error,
      "libcmark 0.30 takes quadratic time for them (fixed in 0.31), so the text is shown as typed.",
      remedy: "put blank lines between the images"),
    elsewhere(
      "BS025", "too much Markdown in one file", .error,
      "A page of more than 100,000 blocks, links and marks is damage or an attack, so the text is shown as typed.",
      remedy: "split the file, or put the log beside the review and link to it"),
    elsewhere(
      "BS009", "skipped links and folders", .warning,
      """
      A symbolic link may lead out of the repository or in a circle, so the site would depend on the machine. \
      Folders nested too deeply are not read either.
      """,
      remedy: "replace the link with the file itself, or move the folder up"),
    elsewhere(
      "BS046", "documents that are not read", .note,
      """
      Text that nobody checks and nobody sees is easily taken for published. Files about their folder, files in an \
      incident's folder, files outside incidents/ and runbooks/, templates, and what begins with '_' are no pages.
      """,
      remedy: "move the file to where it is read, or list it under 'exclude:' in site.yml"),
    elsewhere(
      "BS064", "empty documents", .warning,
      "A runbook or a review without text has a page that says nothing, and a reader in a hurry opens it.",
      remedy: "write the document, or remove the file"),
    elsewhere(
      "BS060", "extra pages in an incident's folder", .warning,
      "An incident is its timeline and its review. A third page beside them would have no place on the site.",
      remedy: "move the text to review.md or timeline.md, or the file out of the folder"),
    elsewhere(
      "BS061", "documents with the same name", .error,
      """
      A page is named after its document without the extension, so 'pool.md' and 'pool.mdx' would be one page. Names \
      that differ only in how an accent is put together are one file on some disks.
      """,
      remedy: "keep one of the two, or rename one"),
    elsewhere(
      "BS067", "pipes, devices and folders in place of files", .error,
      "A pipe, a socket, a device or a folder with the name of a document holds no text, and reading it could wait forever.",
      remedy: "put a file in its place, or move it out of the content"),
    elsewhere(
      "BS068", "files without permission", .error,
      "What the build may not read would be missing from the site without a word.",
      remedy: "give the user who runs the build the right to read the file"),
  ]

  private static let frontMatterRules: [Rule] = [
    elsewhere(
      "BS010", "invalid YAML", .error,
      "The metadata of the page cannot be read. Usually a value contains ': ' or starts with a symbol and needs quotes.",
      bad: "---\ntitle: Checkout⟦:⟧ pool exhausted\n---\n",
      good: "---\ntitle: \"Checkout: pool exhausted\"\n---\n"),
    elsewhere(
      "BS011", "unsupported YAML", .error,
      """
      Front matter is plain values. With aliases, anchors, tags or a second document, a value comes from somewhere \
      else.
      """,
      bad: "---\ntitle: ⟦&name Checkout⟧\n---\n", good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS012", "duplicate keys", .error,
      "One of the two values would be dropped, and different programs drop different ones.",
      bad: "---\ntitle: Checkout\n⟦title⟧: Pool\n---\n", good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS013", "unclosed front matter", .error,
      "Without the second '---' the whole page would be metadata.",
      bad: "⟦---⟧\ntitle: Checkout\n\n# Checkout\n",
      good: "---\ntitle: Checkout\n---\n\n# Checkout\n"),
    elsewhere(
      "BS014", "front matter in a programming language", .error,
      "Some generators execute '---js'. It is never run here, and never passed on.",
      bad: "⟦---js⟧\n{ title: \"Checkout\" }\n---\n", good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS015", "front matter without fields", .error,
      "The metadata of a page is a list of 'key: value' lines.", bad: "---\n⟦just text⟧\n---\n",
      good: "---\ntitle: Checkout\n---\n"),
    elsewhere(
      "BS016", "unknown keys", .warning,
      """
      A misspelt key has no effect, and nobody notices. The keys of a review are \
      \(Wording.list(FieldTable.review.names)). The keys of a runbook are \
      \(Wording.list(FieldTable.runbook.names)). Both may have those of Docusaurus.
      """,
      bad: "---\n⟦serverity⟧: P1\n---\n", good: "---\nseverity: P1\n---\n",
      remedy: "use one of the keys above, or remove the line"),
    elsewhere(
      "BS017", "values of the wrong type", .error,
      "A list where a single value is expected, or the other way round.",
      bad: "---\nnear_miss: ⟦perhaps⟧\n---\n", good: "---\nnear_miss: true\n---\n",
      remedy: "write a value of the type that the message names"),
    elsewhere(
      "BS065", "keys without a value", .note,
      "An 'owner:' with nothing behind it names nobody, and looks as if it did.",
      remedy: "write a value, or remove the line"),
    elsewhere(
      "BS066", "front matter that ends with dots", .error,
      """
      In YAML a line '...' ends a document, so what follows it is text, also when a line '---' comes later. Other \
      generators read on to that line. Without fields below the dots it is a warning.
      """,
      bad: "---\ntitle: Checkout\n⟦...⟧\nseverity: P1\n---\n",
      good: "---\ntitle: Checkout\nseverity: P1\n---\n"),
    elsewhere(
      "BS019", "invalid TOML", .error,
      "Between two lines '+++' the front matter is TOML. From the first invalid line on, the metadata cannot be read.",
      bad: "+++\n⟦title: Checkout⟧\n+++\n", good: "+++\ntitle = \"Checkout\"\n+++\n"),
  ]

  private static let markupRules: [Rule] = [
    elsewhere(
      "PM009", "blocks that never end", .error,
      """
      Without its last line, a code block or a comment goes on to the end of the file, and the sections in it are not \
      read. What they would hold is not reported as missing. When no heading is in it, this is a warning.
      """,
      bad: "# Checkout\n\n⟦```⟧\ncurl localhost\n\n## Root cause\n\nThe pool was full.\n",
      good: "# Checkout\n\n```\ncurl localhost\n```\n\n## Root cause\n\nThe pool was full.\n"),
    elsewhere(
      "BS018", "tags of other generators", .warning,
      """
      Shortcodes, Liquid, ERB and template variables belong to the generator that a review was written for. Here they \
      are shown as typed.
      """,
      bad: "# Checkout\n\n⟦{{< alert >}}⟧ The pool was full.\n",
      good: "# Checkout\n\nThe pool was full. It has `{{ pool.size }}` connections.\n"),
    elsewhere(
      "BS020", "unknown admonitions", .warning,
      """
      Docusaurus knows note, tip, info, warning and danger. It drops the text of other admonitions, or shows the colons.
      """,
      bad: "# Checkout\n\n⟦:::timeline⟧\n\ntext\n\n:::\n",
      good: "# Checkout\n\n:::note\n\ntext\n\n:::\n"),
    elsewhere(
      "BS021", "HTML shown as text", .warning,
      "Raw HTML can run scripts and break a page. A few harmless elements are kept; the rest is shown, never dropped.",
      bad: "# Checkout\n\nThe ⟦<service-name>⟧ was down.\n",
      good: "# Checkout\n\nThe `<service-name>` was down.\n"),
    elsewhere(
      "BS022", "unsafe links", .warning,
      "A link to 'javascript:' or to a local file runs or opens something on the reader's machine.",
      bad: "# Checkout\n\n[open](⟦file:///etc/hosts⟧)\n",
      good: "# Checkout\n\n[open](https://example.com/hosts)\n"),
    elsewhere(
      "BS062", "labels without a definition", .warning,
      "A link or a footnote whose label is defined nowhere is shown with its brackets, and leads nowhere.",
      bad: "# Checkout down\n\nSee ⟦[the log][log]⟧.\n",
      good: "# Checkout down\n\nSee [the log][log].\n\n[log]: https://example.com/log\n",
      remedy: "define the label, or remove the brackets"),
    elsewhere(
      "BS063", "destinations with spaces", .warning,
      "In Markdown a space ends the destination of a link, so the whole link is shown as typed.",
      bad: "# Checkout down\n\nSee [the log](⟦the log.txt⟧).\n",
      good: "# Checkout down\n\nSee [the log](https://example.com/the%20log.txt).\n",
      remedy: "enclose the destination in '<' and '>', or write '%20' for each space"),
    elsewhere(
      "BS023", "unused footnotes", .warning,
      "A footnote without a reference is not shown, so its text would be lost silently.",
      bad: "# Checkout\n\nText.\n\n⟦[^1]: From the provider's status page.⟧\n",
      good: "# Checkout\n\nText.[^1]\n\n[^1]: From the provider's status page.\n",
      remedy: "refer to the footnote by its label, as in '[^1]', or remove it"),
    elsewhere(
      "BS024", "MDX shown as text", .warning,
      """
      Imports, expressions and components are programs, and nothing in a document is run: tabs are kept, and all other \
      MDX is shown as typed.
      """,
      bad: "# Checkout\n\nIt took ⟦{minutes}⟧ minutes.\n\n⟦<Chart id=\"pool\" />⟧\n",
      good: "# Checkout\n\nIt took `{minutes}` minutes. {/* a comment */}\n"),
    elsewhere(
      "BS096", "cells beyond a table's columns", .warning,
      """
      The header of a table decides how many columns it has. GitHub, Docusaurus and the archive show no further cells, \
      so their text would be lost silently. Most come from a '|' in code.
      """,
      bad: "# Checkout\n\n| Time | Command |\n| --- | --- |\n| 10:02 | `ps | ⟦grep db`⟧ |\n",
      good: "# Checkout\n\n| Time | Command |\n| --- | --- |\n| 10:02 | `ps \\| grep db` |\n"),
  ]

  private static let writingRules: [Rule] = [
    output(
      "BS030", "broken templates", .error,
      "A template in templates/archive is not valid Mustache, so its pages cannot be rendered.",
      remedy: "correct the tag that the message names"),
    output(
      "BS031", "missing templates", .error,
      "Every kind of page has a template in templates/archive.",
      remedy: "restore the template from build-site's own"),
    elsewhere(
      "BS032", "unclear drafts", .error,
      """
      A draft is not published, and an unlisted page is published but named nowhere. With an unclear mark, the page is \
      hidden: what was not meant for readers must not reach them by a slip of the pen.
      """,
      remedy: "write 'draft: true' or 'unlisted: true', but not both"),
    elsewhere(
      "BS047", "unknown languages", .warning,
      "The language of a page decides how a screen reader pronounces it and whether a browser offers a translation.",
      remedy: "write 'lang:' with two letters, as in 'lang: de', or with a tag such as 'pt-BR'"),
    output(
      "BS040", "pages with the same path", .error,
      """
      One of the two pages would be lost. Upper and lower case, and the two encodings of an accented letter, count as \
      the same, as they do on macOS.
      """,
      remedy: "give one of the two pages another slug, date or file name"),
    output(
      "BS041", "paths that cannot be written", .error,
      "A path may lead out of the site folder, or contain a name that some operating system forbids.",
      remedy: "change the slug, the title or the file name that the path is made from"),
    elsewhere(
      "BS042", "generated files edited by hand", .error,
      "The next build would overwrite the change.",
      remedy: "make the change in the content folder, and delete the generated file"),
    elsewhere(
      "BS043", "existing files in the way", .error,
      "Only files that the build wrote itself are ever replaced.",
      remedy: "move the file away, or give the page another path"),
    elsewhere(
      "BS044", "damaged manifests", .warning,
      "Without site/.build-site/manifest nobody can tell which files the build wrote.",
      remedy: "delete all files that the build wrote, and build again"),
    output(
      "BS045", "front matter that Docusaurus rejects", .error,
      "Docusaurus' own keys are passed on, and one that it rejects stops the build of the whole site.",
      remedy: "correct the value, or remove the line"),
  ]

  private static func output(
    _ code: String, _ name: String, _ level: Level, _ rationale: String, remedy: String
  ) -> Rule {
    Rule(
      code: code, name: name, level: level, rationale: rationale, bad: "", good: "",
      remedies: [remedy], check: .output)
  }

  private static func elsewhere(
    _ code: String, _ name: String, _ level: Level, _ rationale: String, bad: String = "",
    good: String = "", remedy: String? = nil
  ) -> Rule {
    Rule(
      code: code, name: name, level: level, rationale: rationale, bad: bad, good: good,
      remedies: [remedy].compactMap(\.self), check: .elsewhere)
  }
}
