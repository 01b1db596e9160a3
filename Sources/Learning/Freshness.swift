internal import Incidents
package import Operations
package import Runbooks
package import Vocabulary

extension Operations {
  /// The playbooks and files of variables that commands name and that are there.
  package func named(
    by commands: [PlaybookCommand]
  ) -> [(path: String, argument: PlaybookCommand.Argument)] {
    commands.flatMap { $0.playbooks + $0.variableFiles }.compactMap { argument in
      guard let path = path(of: argument.text), files.contains(path) else { return nil }
      return (path, argument)
    }
  }
}

/// How far a runbook can be trusted, by evidence: when somebody verified it, when it was used, and what it names that
/// has changed since.
package struct Freshness: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case verified
    /// Past the day until which its verification counts.
    case due
    /// Files that it names have changed since.
    case changed
    case never
  }

  /// A file that was changed after the runbook was verified.
  package struct Change: Hashable, Sendable {
    package let path: String
    /// `YYYY-MM-DD`
    package let day: String
    package let argument: PlaybookCommand.Argument
  }

  package let state: State
  package let verified: CalendarDay?
  /// The last day on which its verification counts; `nil` when it never was verified.
  package let end: CalendarDay?
  /// Whether the runbook itself says how long it counts; otherwise it is ``standard``.
  package let isStated: Bool
  /// The newest incident that used it, by its index.
  package let lastUse: Int?
  package let changes: [Change]
  /// The last day on which somebody verified or used it.
  package let exercised: CalendarDay?

  /// How long a verification counts where the runbook does not say.
  package static let standard = ReviewInterval(count: 180, unit: .day)

  package init(of index: Int, in library: Library) {
    let runbook = library.runbooks[index]
    verified = runbook.lastVerified.flatMap { CalendarDay($0) }
    let dueOn = runbook.dueOn.flatMap { CalendarDay($0) }
    isStated = dueOn != nil || runbook.interval != nil
    let interval = runbook.interval ?? Self.standard
    end = dueOn ?? verified.map { interval.end(after: $0) }
    lastUse = library.uses[index].first
    let used = lastUse.flatMap { library.incidents[$0].day }
    exercised = [verified, used].compactMap(\.self).max()
    var changes: [Change] = []
    for (path, argument) in library.operations.named(by: runbook.commands) {
      guard let verified = runbook.lastVerified,
        let day = library.operations.history.lastChanges[path], day > verified,
        !changes.contains(where: { $0.path == path })
      else { continue }
      changes.append(Change(path: path, day: day, argument: argument))
    }
    self.changes = changes
    if verified == nil {
      state = .never
    } else if !changes.isEmpty {
      state = .changed
    } else if let end, let today = library.today, today > end {
      state = .due
    } else {
      state = .verified
    }
  }
}

extension Library {
  /// How far each listed runbook can be trusted, in their order.
  package var freshness: [Freshness] {
    listedRunbooks.indices.map { Freshness(of: $0, in: self) }
  }
}
