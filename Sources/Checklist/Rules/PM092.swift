internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let unresolvedZones = Rule(
    code: "PM092", name: "time zones that cannot be resolved", level: .warning, lesserLevel: .note,
    rationale: """
      The offset of a zone name is looked up in the system's zone database. A name that is not there gives no \
      offset, so its times cannot be compared with others. Without the database (the package tzdata), the \
      offset of the winter is used all year for the zones that are known.
      """,
    bad:
      "# Checkout down\n\n⟦## Timeline (Europe/Berlinn)⟧\n\n- 2026-01-10 10:05 - Error rate at 25%\n",
    good:
      "# Checkout down\n\n## Timeline (Europe/Berlin)\n\n- 2026-01-10 10:05 - Error rate at 25%\n",
    check: .incident { subject in
      remarks(in: subject) { remark in
        guard case .zone(let doubt, let offset) = remark.subject else { return nil }
        switch doubt {
        case .unknown:
          return (
            "'\(remark.written)' is not in the zone database",
            "write a name such as 'Europe/Berlin', or an offset such as 'UTC+1'"
          )
        case .fixed:
          let used = offset.map(ZoneWording.utc) ?? "UTC"
          return (
            "'\(remark.written)' is read as \(used) all year, because the system has no zone database",
            "install the package tzdata, or write the offset"
          )
        case .twice, .skipped, .otherSeason: return nil
        }
      }
    })
}
