internal import Diagnostics
package import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let overdueActionItems = Rule(
    code: "PM072", name: "overdue action items", level: .note,
    rationale: """
      The agreed date has passed. That is not a fault: either the work still matters and gets a \
      new date, or it does not and is dropped with a reason. Due dates are compared with the \
      newest date in the content, or with --now.
      """,
    bad: """
      ---
      date: 2026-01-10
      reviewed: 2026-01-12
      ---
      # Checkout down

      ## Action items

      ⟦- [ ] Alert on pool use @mira due 2026-01-11⟧

      """,
    good: """
      ---
      date: 2026-01-10
      reviewed: 2026-01-12
      ---
      # Checkout down

      ## Action items

      - [x] Alert on pool use @mira due 2026-01-11
      - [ ] Cap the pool @data due 2026-02-01

      """,
    check: .library { library in
      // The ledger starts with the most urgent: for each incident the oldest is reported, with the number of the others.
      // By number: an entry is large to copy.
      var oldest: [Int: (number: Int, count: Int)] = [:]
      let overdue = library.ledger.overdue
      for number in overdue.indices {
        oldest[overdue[number].incident, default: (number, 0)].count += 1
      }
      return oldest.values.map { number, count in
        let entry = overdue[number]
        let place = SourceLocation(line: entry.item.line, column: 1)
        let days =
          library.today.flatMap { today in entry.item.due.map { today.number - $0.number } } ?? 0
        let more = count == 1 ? "" : ", and \(count - 1) more \(count == 2 ? "is" : "are") overdue"
        return Diagnostic(
          code: "PM072", level: .note, path: library.incidents[entry.incident].path,
          range: place..<place,
          message:
            "'\(Wording.shortened(entry.item.title))' was due \(Wording.days(days)) ago\(more)",
          help: "finish it, agree on a new date, or drop it with a reason")
      }
    })

  /// The lines of an incident that rules of the library will most likely point at: that of the first open action item
  /// that is due, which is overdue one day. Their text is kept when the incident is read.
  package static func linesToQuote(of incident: Incident) -> [Int] {
    let items = incident.actionItems
    let dated = items.indices.compactMap { index -> (due: CalendarDay, line: Int)? in
      guard items[index].state == .open, let due = items[index].due else { return nil }
      return (due, items[index].line)
    }
    return dated.min { ($0.due, $0.line) < ($1.due, $1.line) }.map { [$0.line] } ?? []
  }
}
