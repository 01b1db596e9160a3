package import Incidents
internal import Vocabulary

/// All action items of the library.
package struct Ledger: Sendable {
  package struct Entry: Hashable, Sendable {
    /// Index into ``Library/incidents``.
    package let incident: Int
    package let item: ActionItem
    package let isOverdue: Bool
    /// Days from the incident to the content day; `nil` when a day is unknown.
    package let age: Int?
  }

  /// Open items: overdue ones first, then by due day, then those without one; within each, the oldest
  /// incident first.
  package let open: [Entry]
  /// How many of ``open`` are overdue; they are first.
  package let overdueCount: Int
  package let done: [Entry]
  package let dropped: [Entry]

  init(of incidents: ArraySlice<Incident>, today: CalendarDay?) {
    var open: [Entry] = []
    var done: [Entry] = []
    var dropped: [Entry] = []
    for (index, incident) in incidents.enumerated() {
      let age = today.flatMap { today in incident.day.map { max(0, today.number - $0.number) } }
      for item in incident.actionItems {
        let isOverdue = today.flatMap { today in item.due.map { $0 < today } } ?? false
        let entry = Entry(
          incident: index, item: item, isOverdue: isOverdue && item.state == .open, age: age)
        switch item.state {
        case .open: open.append(entry)
        case .done: done.append(entry)
        case .dropped: dropped.append(entry)
        }
      }
    }
    // Positions are sorted, not entries: an entry is large, and sorting moves each one many times.
    let keys = open.map(Self.order)
    self.open = keys.indices.sorted { keys[$0] < keys[$1] }.map { open[$0] }
    overdueCount = self.open.prefix(while: \.isOverdue).count
    self.done = done
    self.dropped = dropped
  }

  package var overdue: ArraySlice<Entry> { open.prefix(overdueCount) }

  private static func order(_ entry: Entry) -> (Int, Int, Int) {
    let due = entry.item.due?.number ?? Int.max
    return (due, -entry.incident, entry.item.line)
  }
}
