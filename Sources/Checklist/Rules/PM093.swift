internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let distantDates = Rule(
    code: "PM093", name: "dates in the future or far from all others", level: .warning,
    rationale: """
      A review of 2062 among reviews of 2026 has a slip in its year. It would lead every list for decades, so \
      it also says nothing about what is overdue today. With at least three incidents, a date is far when \
      more than ten years are between it and the nearest other one. With --now, a later date is in the future.
      """,
    bad: "", good: "---\ndate: 2026-01-10\n---\n# Checkout down\n",
    remedies: ["correct the year in the front matter, in the text or in the file name"],
    check: .library { library in
      let distant = Set(library.misdated)
      return Set(library.future).union(distant).sorted().map { index in
        let incident = library.incidents[index]
        let line = incident.statedDay?.line
        let day = incident.day?.description ?? ""
        return Diagnostic(
          code: "PM093", level: .warning, path: incident.path,
          range: incident.frontMatter.date?.range
            ?? line.map {
              SourceLocation(line: $0, column: 1)..<SourceLocation(line: $0, column: 1)
            },
          message: distant.contains(index)
            ? "date \(day) is more than ten years from that of every other incident"
            : "date \(day) is in the future, seen from \(library.today?.description ?? "today")",
          help: distant.contains(index) ? "correct the year" : "correct the date")
      }
    })
}
