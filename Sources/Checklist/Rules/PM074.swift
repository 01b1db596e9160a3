internal import Bytes
internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let droppedActionItems = Rule(
    code: "PM074", name: "action items dropped without a reason", level: .note,
    rationale: """
      Not doing something can be the right decision. Without the reason, the next incident of the \
      same kind finds an old promise that nobody kept.
      """,
    bad: """
      # Checkout down

      ## Action items

      ⟦- ~~Buy a second cluster~~⟧
      - [ ] Cap the pool @data due 2026-02-01

      """,
    good: """
      # Checkout down

      ## Action items

      - ~~Buy a second cluster~~ (a tested cold start makes it unnecessary)
      - [ ] Cap the pool @data due 2026-02-01

      """,
    check: .incident { subject in
      // Without a process, an item struck through is often one that is done.
      guard subject.process != nil else { return [] }
      return subject.incident.actionItems.compactMap { item in
        guard item.state == .dropped, let review = subject.review,
          !hasReason(item, on: review.file.text(ofLine: item.line))
        else { return nil }
        return subject.at(
          item, "'\(Wording.shortened(item.title))' was dropped without a reason",
          help: "add the reason in brackets after the item")
      }
    })

  /// Whether words follow the text that is struck through, or a reason is in brackets or after "because".
  private static func hasReason(_ item: ActionItem, on line: String) -> Bool {
    guard let end = line.ranges(of: "~~").last?.upperBound else {
      return item.title.contains("(") || Words(item.title).contains("because")
    }
    let cell = line[end...].prefix { $0 != "|" }
    return cell.utf8.count { $0.isLetter } > 8
  }
}
