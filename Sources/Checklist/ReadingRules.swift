internal import Diagnostics
internal import Runbooks

extension Rule {
  /// Findings of the readers and of the writer: each is reported where it is seen, and explained here.
  ///
  /// A rule without an example is about a file that no text can show, such as one with a NUL byte.
  static let readingRules: [Rule] =
    fileRules + frontMatterRules + markupRules + writingRules + runbookRules + suppressionRules
    + screeningRules + networkRules + programRules + alertRules

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
      """
      A page of more than 100,000 blocks, links and marks, or of 400,000 signs that may begin them, is damage or an \
      attack, so the text is shown as typed.
      """,
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

  private static let writingRules: [Rule] = [
    output(
      "BS030", "broken templates", .error,
      "A template in templates/archive is not valid Mustache, so its pages cannot be rendered.",
      remedy: "correct the tag that the message names"),
    output(
      "BS048", "templates that nothing uses", .note,
      """
      A file in templates/archive takes the place of the built-in one with the same name. With another name, and \
      named by no template, it changes nothing, which is mostly a slip in its name.
      """,
      remedy: "give it the name of the template that it replaces, or remove it"),
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

  /// A rule whose findings are made where a file is read or written.
  static func elsewhere(
    _ code: String, _ name: String, _ level: Level, _ rationale: String, bad: String = "",
    good: String = "", remedy: String? = nil
  ) -> Rule {
    Rule(
      code: code, name: name, level: level, rationale: rationale, bad: bad, good: good,
      remedies: [remedy].compactMap(\.self), check: .elsewhere)
  }
}
