/// A way to print findings: a name for `--format` and a pure function.
package struct Reporter: Sendable {
  package let name: String
  package let summary: String
  /// Whether ``Report/rules`` is needed.
  package let showsRules: Bool
  /// Whether a host reads the report, which knows files by their paths in the repository, and not a person who is in
  /// one of its folders.
  package let isForHost: Bool
  /// The whole report.
  package let text: @Sendable (_ report: Report, _ style: Style) -> String
  /// Markdown for the page of the CI run, where the CI has one.
  package let jobSummary: (@Sendable (_ report: Report) -> String)?

  /// What the terminal can show, and where the reader is.
  package struct Style: Sendable {
    package var usesColor: Bool
    /// How the program is started, for the commands that a report names.
    package var program: String

    package init(usesColor: Bool, program: String = "build-site") {
      self.usesColor = usesColor
      self.program = program
    }
  }

  package init(
    name: String, summary: String, showsRules: Bool = false, isForHost: Bool = false,
    jobSummary: (@Sendable (_ report: Report) -> String)? = nil,
    text: @escaping @Sendable (_ report: Report, _ style: Style) -> String
  ) {
    self.name = name
    self.summary = summary
    self.showsRules = showsRules
    self.isForHost = isForHost
    self.text = text
    self.jobSummary = jobSummary
  }
}
