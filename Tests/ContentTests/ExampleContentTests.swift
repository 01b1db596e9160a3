import Diagnostics
import Foundation
import Incidents
import Learning
import Pipeline
import Runbooks
import TestSupport
import Testing
internal import Vocabulary

/// The content that a newcomer sees first is right, and the readers understand all of it.
struct ExampleContentTests {
  private static let folder = URL(filePath: #filePath).appending(path: "../../../content")
    .standardized

  private func library() async throws -> Library {
    try await Build(content: Self.folder.path()).checked().library
  }

  @Test func hasNoFindings() async throws {
    let content = try await Build(content: Self.folder.path()).checked()
    let notes = content.judgement.findings.filter { $0.level == .note }
    let others = content.judgement.findings.filter { $0.level != .note }
    #expect(others.map { "\($0.path): \($0.code) \($0.message)" } == [])
    // Three promises of the story are overdue, and the ledger shows them.
    #expect(notes.map(\.code) == ["PM072", "PM072", "PM072"])
    #expect(content.library.incidents.count == 7)
    #expect(content.library.runbooks.count == 8)
  }

  /// The day, then the times of started, detected, acknowledged, declared, mitigated, resolved and closed.
  @Test(arguments: [
    ("incident-2025-03-18-001", "P1", "06:00 06:31 06:34 06:36 06:58 07:29 07:34"),
    ("incident-2025-07-09-001", "P2", "13:20 15:02 15:04 15:06 15:16 16:18 16:25"),
    ("incident-2025-11-28-002", "P0", "17:41 17:43 17:44 17:45 18:46 19:06 19:15"),
    ("incident-2026-01-10-001", "P1", "09:58 10:01 10:02 10:02 10:20 10:45 10:50"),
    ("incident-2026-04-21-001", "P3", "08:42 09:20 09:22 09:24 09:41 10:14 10:20"),
    ("incident-2026-06-16-001", "P2", "03:00 09:48 09:51 09:55 15:40 11:00 11:15"),
    ("incident-2026-11-10-001", "P2", "13:09 13:14 13:16 13:18 13:31 13:52 13:58"),
  ])
  func understandsTheMilestones(id: String, severity: String, times: String) async throws {
    let incident = try #require(try await library().incidents.first { $0.id?.description == id })
    let found = Milestone.allCases.dropLast().map {
      incident.milestones[$0]?.moment.timeOfDay ?? "-"
    }
    #expect(found.joined(separator: " ") == times)
    #expect(incident.severity?.name == severity)
    #expect(incident.milestones[.reviewed]?.basis == .stated)
    #expect(incident.milestones.known.allSatisfy { $0.mark.moment.rfc3339?.hasSuffix("Z") == true })
  }

  @Test func understandsTheActionItems() async throws {
    let library = try await library()
    let items = library.incidents.flatMap(\.actionItems)
    #expect(items.count == 39)
    #expect(items.allSatisfy { $0.owner != nil && $0.due != nil && $0.link != nil })
    #expect(library.ledger.done.count == 28)
    #expect(library.ledger.open.count == 10)
    #expect(library.ledger.dropped.count == 1)
    #expect(
      library.ledger.overdue.map(\.item.linkText).sorted { ($0 ?? "") < ($1 ?? "") } == [
        "#372", "#416", "#535",
      ])
  }

  @Test func connectsIncidentsAndRunbooks() async throws {
    let library = try await library()
    let repeating = try #require(
      library.incidents.firstIndex { $0.id?.description == "incident-2026-11-10-001" })
    let repeated = try #require(
      library.incidents.firstIndex { $0.id?.description == "incident-2025-11-28-002" })
    #expect(
      library.related[repeating].first == RelatedIncident(incident: repeated, reason: .repeats))
    #expect(
      library.related[repeated].first == RelatedIncident(incident: repeating, reason: .repeatedBy))
    let rollback = try #require(library.runbooks.firstIndex { $0.slugPath == "rollback" })
    #expect(library.uses[rollback].isEmpty == false)
    #expect(library.process?.slugPath == "incident-response")
    #expect(library.process?.decisionTrees.count == 3)
    #expect(library.process?.postIncidentChecklist.count == 9)
  }
}
