import Foundation
import TestSupport
import Testing

/// `build-site draft`: the text of an update from the policy's template and the incident's timeline.
struct DraftCommandTests {
  private static let process = """
    # Response

    ## Response policy

    | Step | Window |
    | --- | --- |
    | Internal update | every 20 minutes |
    | Post-incident review | within 24 hours |

    ## Communication matrix

    | Severity | Chat | Status page | |
    | --- | --- | --- | --- |
    | P1 | Immediate | If >1hr | If customer-facing |
    | P2 | When fixed | No | No |

    ## Internal update

    ```text
    ⏰ [time] UPDATE
    Status: INVESTIGATING / MITIGATING / RESOLVED
    Impact: [what is affected]
    Actions: [what we do]
    ETA: [when]
    Next update: [time + 20 minutes]
    ```

    ## Resolved update

    ```text
    ✅ RESOLVED - [time]
    - [time]: Errors began
    - [time]: Issue detected
    - [time]: Mitigation applied
    - [time]: Fully restored
    Root cause: [one line]
    Review: [date and time]
    Action items: [link]
    ```
    """

  private static let timeline = """
    # Timeline: shop slow

    All times in Europe/Berlin.

    - 2026-01-10 10:00 - Alert fires: shop slow since 09:50
    - 2026-01-10 10:02 - Incident declared, severity P1
    - 2026-01-10 10:10 - UPDATE
      Status: MITIGATING
      Impact: every third page
      Actions: taking the release back
    - 2026-01-10 10:30 - Mitigation applied: release taken back
    - 2026-01-10 10:40 - RESOLVED
      Root cause: a query without an index

    """

  private func draft(
    _ arguments: [String], process: String = process
  ) async throws -> Program.Run {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(process, to: "content/runbooks/response.md")
      try work.write(
        Self.timeline, to: "content/incidents/incident-2026-01-10-001/timeline.md")
      return try Program.run(["draft"] + arguments, in: work)
    }
  }

  @Test func internalUpdate() async throws {
    let run = try await draft(["internal", "incident-2026-01-10-001", "--at", "10:12"])
    #expect(run.exitCode == 0)
    #expect(
      run.output == """
        ⏰ 10:12 UPDATE
        Status: MITIGATING
        Impact: every third page
        Actions: taking the release back
        ETA: [unknown: when]
        Next update: 10:32

        """)
    #expect(
      run.errors == """
        line 5: unknown: when
        template: content/runbooks/response.md:20
        next internal update due 10:32, every 20 min (content/runbooks/response.md:7)
        P1 Chat: Immediate
        P1 Status page: If >1hr, due 10:50
        P1 untitled column: If customer-facing
        (content/runbooks/response.md:14)

        """)
  }

  /// An estimate that has passed is none.
  @Test(arguments: [
    ("10:35", "[unknown: when]"), ("10:15", "10:20 UTC"), ("10:20", "10:20 UTC"),
  ])
  func estimates(time: String, expected: String) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.process, to: "content/runbooks/response.md")
      let line = "Actions: taking the release back\n"
      try work.write(
        Self.timeline.replacing(line, with: line + "  ETA: 10:20 UTC\n"),
        to: "content/incidents/incident-2026-01-10-001/timeline.md")
      let run = try Program.run(
        ["draft", "internal", "incident-2026-01-10-001", "--at", time], in: work)
      #expect(run.output.contains("ETA: \(expected)\n"), "\(run.output)")
    }
  }

  @Test func onlyWhatIsKnownAtTheTime() async throws {
    let run = try await draft(["internal", "incident-2026-01-10-001", "--at", "10:05"])
    #expect(
      run.output == """
        ⏰ 10:05 UPDATE
        Status: INVESTIGATING
        Impact: [unknown: what is affected]
        Actions: Incident declared, severity P1
        ETA: [unknown: when]
        Next update: 10:25

        """)
  }

  @Test func nothingIsDueOnceItIsResolved() async throws {
    let run = try await draft(["internal", "incident-2026-01-10-001", "--at", "11:00"])
    #expect(
      run.output == """
        ⏰ 11:00 UPDATE
        Status: RESOLVED
        Impact: every third page
        Actions: taking the release back
        ETA: none, it is resolved
        Next update: none, it is resolved

        """)
  }

  @Test func resolvedUpdate() async throws {
    let run = try await draft([
      "resolved", "content/incidents/incident-2026-01-10-001", "--at", "2026-01-10T09:45Z",
    ])
    #expect(
      run.output == """
        ✅ RESOLVED - 10:40
        - 09:50: Errors began
        - 10:00: Issue detected
        - 10:30: Mitigation applied
        - 10:40: Fully restored
        Root cause: a query without an index
        Review: by 2026-01-11 10:40
        Action items: [unknown: link]

        """)
    #expect(run.errors.contains("no further update is due: it is resolved"))
  }

  @Test func withoutATemplateOurOwnIsUsedAndSaid() async throws {
    let run = try await draft(["external", "incident-2026-01-10-001", "--at", "10:31"])
    #expect(
      run.output == """
        We have a problem with [unknown: service].
        Impact: every third page
        Status: monitoring
        Workaround: [unknown: if available]
        ETA: [unknown: if known]
        Next update: 10:46

        """)
    #expect(run.errors.contains("template: build-site's own"))
    #expect(run.errors.contains("every 15 min (build-site's own default"))
  }

  @Test(arguments: [
    (["internl", "incident-2026-01-10-001"], 64, "did you mean 'internal'?"),
    (["internal"], 64, "'draft' needs INCIDENT"),
    (["internal", "incident-2026-01-10-002"], 65, "did you mean 'incident-2026-01-10-001'?"),
    (["internal", "nothing"], 65, "no incident is called 'nothing'"),
  ])
  func refuses(arguments: [String], code: Int32, message: String) async throws {
    let run = try await draft(arguments)
    #expect(run.exitCode == code)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
