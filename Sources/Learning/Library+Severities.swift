internal import Incidents
internal import Vocabulary

extension Library {
  /// The severities that tables have a column for: the team's scale, without one those in use; then the
  /// words that are on no scale.
  package var severityNames: [String] {
    let used = facet(.severity)?.values.map(\.key) ?? []
    let known = scale.isStandard ? [] : scale.names
    return known + used.filter { !known.contains($0) }
  }

  /// How many incidents have the worst severity of the team's scale, as in "2 of them P0, 3 without a
  /// severity of the scale"; `nil` when that says nothing.
  package var worstCount: String? {
    guard let worst = scale.severities.first else { return nil }
    let known = listed.count { $0.severity != nil }
    let count = listed.count { $0.severity == worst }
    guard known > 0, count > 0 || !scale.isStandard else { return nil }
    let unknown = listed.count - known
    let rest = unknown == 0 ? "" : ", \(unknown) of unknown severity"
    return "\(count) of them \(worst.name)\(rest)"
  }
}
