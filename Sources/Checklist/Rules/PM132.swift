internal import Diagnostics
internal import Learning
internal import Operations
internal import Runbooks
internal import Vocabulary

extension Rule {
  package static let deadRunbookLinks = Rule(
    code: "PM132", name: "alerts whose link to the runbook is dead", level: .warning,
    rationale: """
      The link in the alert is the way to the runbook at night. Links to this site, to the repository and to files of \
      the content are followed; others are left to 'build-site check --online'.
      """,
    bad: """
      groups:
        - name: hosts
          rules:
            - alert: HostDown
              expr: up == 0
              annotations:
                runbook_url: ⟦runbooks/HostsDown.md⟧

      """,
    good: """
      groups:
        - name: hosts
          rules:
            - alert: HostDown
              expr: up == 0
              annotations:
                runbook_url: runbooks/HostDown.md

      """,
    remedies: ["link to the page of the runbook, or add a redirect from its old address"],
    check: .library { library in
      AlertCoverage(of: library).rows.compactMap { row in
        guard let link = row.alert.runbook else { return nil }
        let (message, level): (String, Level)
        var help = "correct the link, or remove it"
        switch row.link {
        case .dead:
          message = "there is no page at '\(Wording.shortened(link.address ?? link.written))'"
          level = .warning
          if let index = row.runbook {
            help = "link to the page of \(library.shortPath(library.runbooks[index].path))"
          }
        case .deadHeading(let index, let anchor):
          message = "\(library.shortPath(library.runbooks[index].path)) has no heading '#\(anchor)'"
          level = .warning
          help = "link to one of its headings, or to the page"
        case .moved(_, let address):
          message = "the page has another address by now, and a redirect leads there"
          level = .note
          help = "write '\(address)'"
        case .none, .page, .unknown: return nil
        }
        return Diagnostic(
          code: "PM132", level: level, path: row.alert.path, range: link.range, message: message,
          help: help)
      }
    })
}
