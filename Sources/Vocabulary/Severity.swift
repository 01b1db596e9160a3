/// How bad an incident is, on the team's own scale.
///
/// Only a ``SeverityScale`` makes one; a word that no scale knows is kept as text.
package struct Severity: Hashable, Comparable, Sendable {
  /// As the scale writes it: `P0`, `SEV-1`, `Critical`.
  package let name: String
  /// Its place in the scale; 0 is the worst.
  package let rank: Int
  /// Whether the checklist asks for everything: the two worst of a scale, or the worst of two.
  ///
  /// Both Atlassian's incident handbook (three severities) and PagerDuty's response guide (five) call the
  /// two worst a major incident.
  package let isMajor: Bool

  init(name: String, rank: Int, of count: Int) {
    self.name = name
    self.rank = rank
    isMajor = rank == 0 || (rank == 1 && count > 2)
  }

  /// The worst severity is the smallest.
  package static func < (left: Self, right: Self) -> Bool {
    (left.rank, left.name) < (right.rank, right.name)
  }

  /// The name of the badge's style: `p0` for the worst, `p3` for the fourth and all below it.
  package var tone: String { "p\(min(rank, 3))" }
}

extension Severity {
  /// The severities of ``SeverityScale/standard``.
  package static let p0 = Severity(name: "P0", rank: 0, of: 4)
  package static let p1 = Severity(name: "P1", rank: 1, of: 4)
  package static let p2 = Severity(name: "P2", rank: 2, of: 4)
  package static let p3 = Severity(name: "P3", rank: 3, of: 4)
}
