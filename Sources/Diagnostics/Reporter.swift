/// A way to print findings: a name for `--format` and a pure function.
package struct Reporter: Sendable {
  package let name: String
  package let summary: String
  /// The whole report. The findings come sorted.
  package let report: @Sendable (_ findings: [Diagnostic], _ style: Style) -> String

  /// What the terminal can show.
  package struct Style: Sendable {
    package var usesColor: Bool

    package init(usesColor: Bool) { self.usesColor = usesColor }
  }

  package init(
    name: String, summary: String,
    report: @escaping @Sendable (_ findings: [Diagnostic], _ style: Style) -> String
  ) {
    self.name = name
    self.summary = summary
    self.report = report
  }

  package static let all: [Reporter] = [.text, .json, .github]
}
