/// How bad an incident is, by the runbook's own scale: P0 is everything down, P3 is a nuisance.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  case p0 = "P0"
  case p1 = "P1"
  case p2 = "P2"
  case p3 = "P3"

  /// The worst is the smallest.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The spelling in a URL and in a tag.
  package var slug: String { rawValue.lowercased() }
}
