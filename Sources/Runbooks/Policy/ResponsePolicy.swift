/// The time windows of a response in minutes, each with the place that sets it.
///
/// The runbook is the policy: what `content/runbooks/incident-response.md` states applies, and
/// ``Rule/standard`` applies to what it leaves open.
package struct ResponsePolicy: Hashable, Sendable {
  package enum Rule: String, CaseIterable, Sendable {
    /// From the alert to the acknowledgement.
    case acknowledge
    case investigation
    case mitigation
    /// Between two updates to the people who respond.
    case internalUpdate
    /// Between two updates to customers.
    case externalUpdate
    /// After this time without progress, the lead is called.
    case escalation
    /// A P1 that lasts longer is announced on the status page.
    case statusPage
    /// From the resolution to the review.
    case review

    /// The window that applies when the runbook is silent.
    package var standard: ClosedRange<Int> {
      switch self {
      case .acknowledge: 0...5
      case .investigation: 5...15
      case .mitigation: 15...30
      case .internalUpdate: 0...10
      case .externalUpdate: 0...15
      case .escalation: 0...30
      case .statusPage: 0...60
      case .review: 0...2880
      }
    }
  }

  package enum Source: Hashable, Sendable {
    case standard
    case stated(path: String, line: Int)
  }

  package struct Statement: Hashable, Sendable {
    package var rule: Rule
    /// In minutes. Starts at 0, except for a phase that follows another.
    package var window: ClosedRange<Int>
    package var source: Source

    /// The limit: the end of the window.
    package var minutes: Int { window.upperBound }

    /// Whose it is when the team did not write it, for what shows the window to readers.
    package var defaultNote: String? {
      source == .standard ? "build-site’s own default" : nil
    }
  }

  /// At most one per rule; only what is stated somewhere.
  var stated: [Statement] = []

  package init() {}

  package subscript(rule: Rule) -> Statement {
    stated.first { $0.rule == rule }
      ?? Statement(rule: rule, window: rule.standard, source: .standard)
  }

  /// In the order of ``Rule``.
  package var statements: [Statement] { Rule.allCases.map { self[$0] } }

  /// Sets a rule, as `site.yml` may do to override the runbook.
  package mutating func set(_ rule: Rule, to window: ClosedRange<Int>, source: Source) {
    stated.removeAll { $0.rule == rule }
    stated.append(Statement(rule: rule, window: window, source: source))
  }
}
