internal import CommonMark
internal import Diagnostics
internal import Incidents
internal import Vocabulary

/// What the readers understand of a document, without places: an edit of its spelling must not change it.
struct Understanding: Equatable {
  private struct Entry: Equatable {
    let text: String
    let clock: Int?
    let offset: Int?
    let until: Int?
    let day: CalendarDay?
    let precision: TimelineEntry.Precision

    func isAtSameTime(as other: Entry) -> Bool {
      (clock, offset, until, precision) == (other.clock, other.offset, other.until, other.precision)
        && day == other.day
    }
  }

  private var title: String
  private var day: CalendarDay?
  private var severity: String?
  private var zone: String?
  private var entries: [Entry]
  private var items: [ActionItem]
  private var kinds: [SectionKind?]
  /// The codes of the findings in it.
  private var codes: [String]

  init(of subject: FixSubject, diagnostics: [Diagnostic]) {
    let incident = subject.incident
    title = incident.title
    day = incident.day
    severity = incident.severityWritten
    zone = incident.timeline?.zone
    let told = (incident.timeline?.entries ?? []) + (incident.timeline?.recap ?? [])
    entries = told.map { entry in
      Entry(
        text: entry.text, clock: entry.moment?.clock, offset: entry.moment?.offset,
        until: entry.until?.clock, day: entry.day, precision: entry.precision)
    }
    items = incident.actionItems.map { item in
      var item = item
      item.line = 0
      return item
    }
    kinds = (incident.sections + incident.labelled).map(\.kind)
    codes = diagnostics.map(\.code)
  }

  /// Whether an edit changed only what it may change.
  func isKept(in other: Understanding, after change: Fix.Change) -> Bool {
    if change == .nothing { return self == other }
    var same = other
    same.kinds = kinds
    if change == .dividedParts {
      // Items are found below the new heading, and the last entry above it ends there.
      if items.isEmpty { same.items = [] }
      guard entries.count == other.entries.count,
        zip(entries, other.entries).allSatisfy({ $0.isAtSameTime(as: $1) })
      else { return false }
      same.entries = entries
      if day == nil { same.day = nil }
    }
    guard self == same else { return false }
    var rest = other.kinds[...]
    return kinds.allSatisfy { kind in
      guard let index = rest.firstIndex(of: kind) else { return false }
      rest = rest[(index + 1)...]
      return true
    }
  }
}
