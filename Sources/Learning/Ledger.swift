package import Incidents
internal import Vocabulary

/// All action items of the library.
package struct Ledger: Sendable {
  package struct Entry: Hashable, Sendable {
    /// Index into ``Library/incidents``.
    package let incident: Int
    /// One reference: there may be thirty thousand entries, and an item is large to copy.
    private let source: Incident
    private let number: Int
    package let isOverdue: Bool
    /// Days from the incident to the content day; `nil` when a day is unknown.
    package let age: Int?

    package var item: ActionItem { _read { yield source.actionItems[number] } }

    /// `number` is the place of the item among those of the incident.
    init(
      _ number: Int, of source: Incident, at incident: Int, age: Int?, today: CalendarDay?
    ) {
      self.source = source
      self.number = number
      self.incident = incident
      self.age = age
      let isPast = today.flatMap { today in source.actionItems[number].due.map { $0 < today } }
      isOverdue = isPast ?? false && source.actionItems[number].state == .open
    }
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
      for number in incident.actionItems.indices {
        let entry = Entry(number, of: incident, at: index, age: age, today: today)
        switch entry.item.state {
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
