internal import Incidents
internal import Runbooks
internal import Vocabulary

extension Library {
  /// How many runbooks somebody should look at, in a sentence that leads to the page of them.
  package var healthLine: String {
    let due = freshness.count { $0.state != .verified }
    return due == 0 ? "All were verified in time." : "\(due) should be looked at."
  }
}

extension Freshness {
  /// What lists say of a runbook that somebody should look at first; `nil` for one that was verified in time, and for
  /// one that never was, which says little.
  package var warning: StateMark? { state == .due || state == .changed ? mark : nil }

  /// A sentence of evidence.
  package struct Reason: Hashable, Sendable {
    package let text: String
    /// The incident whose title follows the sentence.
    package let incident: Int?
  }

  /// Why a runbook is in its state: when it was verified, what changed since, when it was used last.
  package func reasons(in library: Library) -> [Reason] {
    var reasons: [Reason] = []
    func add(_ text: String, _ incident: Int? = nil) {
      reasons.append(Reason(text: text, incident: incident))
    }
    if let verified, let end {
      let isPast = library.today.map { $0 > end } ?? false
      let note = isStated ? "" : ", by the default of \(Self.standard.words)"
      add("Verified on \(verified), which \(isPast ? "counted" : "counts") until \(end)\(note).")
    } else {
      add("Nobody has written down that it was tried.")
    }
    for change in changes { add("\(change.path) changed on \(change.day), after that.") }
    if let lastUse {
      let day = library.incidents[lastUse].day?.description
      add(day.map { "Last used on \($0):" } ?? "Last used:", lastUse)
    } else {
      add("No incident in this archive used it.")
    }
    return reasons
  }
}

/// How far the listed runbooks can be trusted, and which alert has one: the page of runbooks to look at.
package struct RunbookHealth: Sendable {
  /// Of each listed runbook, in their order.
  package let freshness: [Freshness]
  /// The runbooks that nobody has verified or used for the longest time come first.
  package let order: [Int]
  package let coverage: AlertCoverage

  package static let title = "Runbooks to look at"
  package static let description = "Which runbooks are due, and which alerts have one."
  package static let tableTitle = "Runbooks, the longest untried first"
  package static let alertsTitle = "Alerts and their runbooks"

  package init(of library: Library) {
    let freshness = library.freshness
    self.freshness = freshness
    coverage = AlertCoverage(of: library)
    order = freshness.indices.sorted { left, right in
      let days = (freshness[left].exercised, freshness[right].exercised)
      guard days.0 != days.1 else { return left < right }
      guard let first = days.0 else { return true }
      return days.1.map { first < $0 } ?? false
    }
  }

  package var lede: String {
    let due = freshness.count { $0.state != .verified }
    let all = Wording.counted(freshness.count, "runbook")
    return
      (due == 0 ? "All \(all) were verified in time." : "\(due) of \(all) should be looked at.")
      + " The one that nobody has verified or used for the longest time comes first."
  }

  /// How many alerts have a runbook.
  package var coverageLede: String {
    let covered = coverage.rows.count { $0.runbook != nil || $0.link == .unknown }
    return "\(covered) of \(Wording.counted(coverage.rows.count, "alert")) have a runbook."
  }
}
