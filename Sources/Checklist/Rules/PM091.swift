internal import Diagnostics
internal import Incidents
internal import Vocabulary

extension Rule {
  package static let zonesOfTheOtherSeason = Rule(
    code: "PM091", name: "time zones of the other season", level: .note,
    rationale: """
      PST is the winter time of the Pacific coast, and no clock there shows it in September. Who writes it \
      then means the clock on the wall, so the offset of the day is used. It is that of the system's zone \
      database.
      """,
    bad: """
      ---
      date: 2026-09-14
      ---
      # Checkout down

      ⟦## Timeline (PST)⟧

      - 10:05 - Error rate at 25%
      - 10:45 - Resolved

      """,
    good: """
      ---
      date: 2026-09-14
      ---
      # Checkout down

      ## Timeline (PDT)

      - 10:05 - Error rate at 25%
      - 10:45 - Resolved

      """,
    check: .incident { subject in
      remarks(in: subject) { remark in
        guard case .zone(.otherSeason(let own), let offset?) = remark.subject else { return nil }
        return (
          "'\(remark.written)' is \(ZoneWording.utc(own)), which no clock shows there on this day; read as \(ZoneWording.utc(offset))",
          "write the zone for that time of year, or the offset, as in '\(ZoneWording.utc(offset))'"
        )
      }
    })
}
