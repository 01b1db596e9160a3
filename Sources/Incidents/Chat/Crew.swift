internal import Bytes

/// How many took part in an incident, as far as its timeline names them with `@`. Nothing is kept of who they are.
package struct Crew: Hashable, Sendable {
  package let people: Int
  package let teams: Int

  package init(people: Int, teams: Int) {
    self.people = people
    self.teams = teams
  }

  /// - Returns: `nil` when the timeline names nobody.
  init?(of timeline: Timeline) {
    var people: Set<String> = []
    var teams: Set<String> = []
    for entry in timeline.entries {
      for name in ChatFacts.names(after: UInt8(ascii: "@"), in: entry.text) {
        let name = name.lowercased()
        if Self.everyone.contains(name) { continue }
        if Self.endings.contains(where: name.hasSuffix) {
          teams.insert(name)
        } else {
          people.insert(name)
        }
      }
    }
    guard !people.isEmpty || !teams.isEmpty else { return nil }
    self.init(people: people.count, teams: teams.count)
  }

  private static let everyone: Set<String> = ["here", "channel", "everyone", "all"]
  private static let endings = ["team", "oncall", "on-call", "leadership"]
}
