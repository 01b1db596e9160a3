/// A state in a word or two, and how it is shown: by its shape and colour as well as by the word.
package struct StateMark: Hashable, Sendable {
  /// The names of the styles in both outputs.
  package enum Look: String, Sendable {
    case done, open, overdue, silent
  }

  package let word: String
  package let look: Look

  package init(_ word: String, _ look: Look) {
    self.word = word
    self.look = look
  }
}

extension Freshness {
  package var mark: StateMark {
    switch state {
    case .verified: StateMark("verified", .done)
    case .due: StateMark("due for a check", .open)
    case .changed: StateMark("changed since", .overdue)
    case .never: StateMark("never verified", .open)
    }
  }
}

extension AlertCoverage.Row {
  /// Where the alert's own link leads.
  package var mark: StateMark {
    switch link {
    case .page: StateMark("linked", .done)
    case .moved: StateMark("linked to an old address", .open)
    case .dead, .deadHeading: StateMark("dead link", .overdue)
    case .unknown: StateMark("linked elsewhere", .silent)
    case .none: runbook == nil ? StateMark("no runbook", .overdue) : StateMark("not linked", .open)
    }
  }
}
