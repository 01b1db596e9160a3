import Foundation
import Learning
import Pipeline
import TestSupport
import Testing

/// The nine points are decided from what is recorded, and silence is not held against anybody.
struct PostIncidentChecklistTests {
  private static let process = """
    ---
    title: Incident response
    ---

    ## Communication matrix

    | Severity | Chat | Status page | Email |
    | --- | --- | --- | --- |
    | P0 | Immediate | Yes | Yes |
    | P3 | When fixed | No | No |

    ## Post-incident checklist

    - [ ] Incident marked as resolved
    - [ ] Root cause identified
    - [ ] Team debriefed over lunch

    """

  private func points(of review: String, policy: String = "") async throws
    -> [PostIncidentChecklist.Entry]
  {
    try await withTemporaryFolder { folder in
      try folder.write(review, to: "incidents/2026-01-10-x.md")
      try folder.write(Self.process + policy, to: "runbooks/incident-response.md")
      let library = try await Build(content: folder.path()).checked().library
      return library.checklist(of: try #require(library.incidents.first)).entries
    }
  }

  @Test func silenceIsNotRecorded() async throws {
    let entries = try await points(of: "---\nseverity: P0\n---\n# X\n")
    #expect(
      entries.map(\.state) == [
        .notRecorded, .notDone, .notRecorded, .notRecorded, .notRecorded, .notRecorded,
        .notRecorded,
        .notRecorded, .notRecorded,
      ])
    #expect(entries.last?.title == "Team debriefed over lunch")
    #expect(entries[2].title == "Root cause identified")
    #expect(entries[1].title == PostIncidentChecklist.Point.timeline.standardTitle)
  }

  @Test func everythingDone() async throws {
    let entries = try await points(
      of: """
        ---
        severity: P0
        reviewed: 2026-01-11 10:00 UTC
        ---
        # X

        ## Timeline (UTC)

        - 10:00 - Alert Down fires
        - 10:05 - Status page updated
        - 10:30 - RESOLVED

        ## Root cause

        A pool of ten connections.

        ## Action items

        - [x] Alert on the pool @a due 2026-02-01 [#1](https://git.example.com/1)
        - [x] Put it into the runbook @a due 2026-02-01 [#2](https://git.example.com/2)

        """)
    #expect(entries.filter { $0.state != .done }.map(\.point) == [])
    #expect(entries[3].reason == "23 h 30 min after the resolution")
  }

  /// Each line is one change of a review, the point it is about, and what becomes of it.
  @Test(arguments: [
    ("status: investigating", "", 0, "notDone", "the last status is 'investigating'"),
    ("status: closed", "", 0, "done", "the status is 'closed'"),
    ("", "## Root cause\n\nTBD\n", 2, "notDone", "it says 'TBD'"),
    (
      "reviewed: 2026-01-14", "## Timeline (UTC)\n\n- 10:30 - RESOLVED\n", 3, "notDone",
      "4 days after the resolution, later than 2 days, build-site’s own default"
    ),
    (
      "reviewed: 2026-01-12", "## Timeline (UTC)\n\n- 10:30 - RESOLVED\n", 3, "done",
      "held within 2 days, build-site’s own default"
    ),
    ("", "## Action items\n\n- [ ] Cap it\n", 4, "notDone", "0 of 1 have a link"),
    ("severity: P3", "", 5, "done", "not needed: the matrix says 'No' for a P3"),
    ("", "## Action items\n\n- [ ] Alert on it\n", 6, "notDone", "'Alert on it' is open"),
    ("", "## Action items\n\n- [x] Extend the runbook\n", 7, "done", "'Extend the runbook'"),
  ])
  func decides(front: String, body: String, point: Int, state: String, reason: String) async throws
  {
    let entries = try await points(of: "---\n\(front)\n---\n# X\n\n\(body)")
    #expect(entries[point].state.rawValue == state)
    #expect(entries[point].reason == reason)
  }

  /// A window that the runbook states is the team's, and one that it does not state never is.
  @Test(arguments: [
    ("2026-01-12", "48 hours", "held in time"),
    ("2026-01-14", "48 hours", "4 days after the resolution, later than 2 days"),
    ("2026-01-14", "5 days", "held in time"),
    ("2026-01-13 09:00 UTC", "1 day", "2 days 22 h after the resolution, later than 24 h"),
    (
      "2026-01-13 09:00 UTC", nil as String?,
      "2 days 22 h after the resolution, later than 2 days, build-site’s own default"
    ),
    ("2026-01-11 09:00 UTC", nil, "22 h 30 min after the resolution"),
  ])
  func saysWhoseTheWindowIs(reviewed: String, window: String?, reason: String) async throws {
    let policy = window.map {
      "## Response policy\n\n| Step | Window |\n| --- | --- |\n| Review | within \($0) |\n"
    }
    let entries = try await points(
      of: "---\nreviewed: \(reviewed)\n---\n# X\n\n## Timeline (UTC)\n\n- 10:30 - RESOLVED\n",
      policy: policy ?? "")
    #expect(entries[3].reason == reason)
  }
}
