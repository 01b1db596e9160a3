internal import Bytes
package import Vocabulary

/// The eight points of an incident's life. They are all different, and any of them may be unknown.
package enum Milestone: String, CaseIterable, Comparable, Sendable {
  /// Users were first affected.
  case started
  /// Somebody or something on our side first noticed it.
  case detected
  /// The on-call engineer confirmed it.
  case acknowledged
  /// It became an incident with a channel of its own.
  case declared
  /// Users were no longer affected; the cause may still be there.
  case mitigated
  /// The service was declared healthy.
  case resolved
  /// The incident channel was closed.
  case closed
  /// The post-incident review was held.
  case reviewed

  package static func < (left: Self, right: Self) -> Bool { left.position < right.position }

  fileprivate var position: Int {
    switch self {
    case .started: 0
    case .detected: 1
    case .acknowledged: 2
    case .declared: 3
    case .mitigated: 4
    case .resolved: 5
    case .closed: 6
    case .reviewed: 7
    }
  }
}

/// A milestone's time and where it was found.
package struct MilestoneMark: Hashable, Sendable {
  /// How the time is known.
  package enum Basis: UInt8, Sendable {
    /// A key of the front matter.
    case stated
    /// The wording of a timeline entry.
    case worded
  }

  package let moment: Moment
  package let path: String
  package let line: Int
  package let basis: Basis
}

/// What is known about the eight points.
package struct Milestones: Hashable, Sendable {
  private struct Known: Hashable {
    let milestone: Milestone
    var mark: MilestoneMark
  }

  /// In the order of an incident's life.
  private var marks: [Known] = []

  package init() {}

  package subscript(milestone: Milestone) -> MilestoneMark? {
    get {
      for index in marks.indices where marks[index].milestone == milestone {
        return marks[index].mark
      }
      return nil
    }
    set {
      let place = marks.partition { $0.milestone >= milestone }
      let isKnown = place < marks.count && marks[place].milestone == milestone
      switch (newValue, isKnown) {
      case (let mark?, true): marks[place].mark = mark
      case (let mark?, false): marks.insert(Known(milestone: milestone, mark: mark), at: place)
      case (nil, true): marks.remove(at: place)
      case (nil, false): break
      }
    }
  }

  /// The known milestones, in the order of an incident's life.
  package var known: [(milestone: Milestone, mark: MilestoneMark)] {
    marks.map { ($0.milestone, $0.mark) }
  }

  /// Whole minutes between two milestones; `nil` when one is unknown, they cannot be compared, or they are
  /// in the wrong order.
  package func minutes(from first: Milestone, to second: Milestone) -> Int? {
    guard let start = self[first]?.moment, let end = self[second]?.moment,
      let minutes = end.minutes(since: start), minutes >= 0
    else { return nil }
    return minutes
  }
}

/// A derived figure, defined only here; `reference/metrics` of the product's documentation uses these
/// names.
package enum DerivedDuration: String, CaseIterable, Sendable {
  case detect
  case acknowledge
  case declare
  case mitigate
  case resolve
  case reviewLag

  package var milestones: (from: Milestone, to: Milestone) {
    switch self {
    case .detect: (.started, .detected)
    case .acknowledge: (.detected, .acknowledged)
    case .declare: (.detected, .declared)
    case .mitigate: (.started, .mitigated)
    case .resolve: (.started, .resolved)
    case .reviewLag: (.resolved, .reviewed)
    }
  }
}

extension Milestones {
  /// Whole minutes; `nil` when unknown.
  package func minutes(to duration: DerivedDuration) -> Int? {
    minutes(from: duration.milestones.from, to: duration.milestones.to)
  }
}
