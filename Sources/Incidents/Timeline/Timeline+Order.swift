package import Vocabulary

extension TimelineEntry {
  /// The day that it is on; `nil` for one without a known time, which may be on any.
  package var knownDay: CalendarDay? { moment != nil || precision == .day ? day : nil }
}

/// The order of the entries in time.
extension Timeline {
  /// Two entries, by their places, of which the later in the record is the earlier in time.
  package struct BackwardStep: Hashable, Sendable {
    package let entry: Int
    /// The entry with an exact time that comes before it in the record.
    package let before: Int
  }

  /// Each entry that is at least a minute earlier than the one before it. Only exact times have an order, and a
  /// record with the last event first has none of these.
  package var backwardSteps: [BackwardStep] {
    guard !isNewestFirst else { return [] }
    var found: [BackwardStep] = []
    var last: Int?
    for index in entries.indices
    where entries[index].precision == .exact && !entries[index].isLabelled {
      defer { last = index }
      guard let last, let moment = entries[index].moment, let before = entries[last].moment,
        let seconds = moment.seconds(since: before), seconds <= -60
      else { continue }
      found.append(BackwardStep(entry: index, before: last))
    }
    return found
  }

  /// The first known time of the record, whichever end it begins at; `nil` when no entry has one.
  package var firstMoment: Moment? {
    let timed = entries.lazy.filter { !$0.isLabelled && $0.moment != nil }
    let first = isNewestFirst ? timed.last : timed.first
    return first?.moment ?? entries.lazy.compactMap(\.moment).first
  }

  /// Whether its entries are on more than one day.
  package var hasSeveralDays: Bool {
    let days = entries.lazy.compactMap(\.knownDay)
    return days.first.map { first in days.contains { $0 != first } } ?? false
  }
}
