import Foundation
import TestSupport
import Testing

struct InspectTests {
  private static let review = """
    # Pool full

    **Severity:** SEV-2

    ## Timeline (UTC)

    - 10:05 - Errors rise

    ## Ursache

    Ten connections.

    ## Next steps

    - [x] Cap the pool @ada

    ## Weather

    Rain.
    """

  @Test func printsOneObjectAnIncident() async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.review, to: "old/2026-01-10-pool.md")
      try work.write("no Markdown", to: "old/notes.txt")
      let run = try Program.run(["inspect", "old"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.errors.isEmpty)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      #expect(object["path"] as? String == "old/2026-01-10-pool.md")
      #expect(object["title"] as? String == "Pool full")
      #expect(object["date"] as? String == "2026-01-10")
      #expect(object["severity"] as? String == "SEV-2")
      let sections = try #require(object["sections"] as? [String: [String: Any]])
      #expect(Set(sections.keys) == ["timeline", "root_cause", "action_items"])
      #expect(sections["root_cause"]?["line"] as? Int == 9)
      let timeline = try #require(object["timeline"] as? [String: Any])
      let entries = try #require(timeline["entries"] as? [[String: Any]])
      #expect(entries.first?["time"] as? String == "2026-01-10T10:05:00Z")
      #expect(entries.first?["written"] as? String == "10:05")
      let items = try #require(object["actionItems"] as? [[String: Any]])
      #expect(items.first?["owner"] as? String == "ada")
      #expect(items.first?["done"] as? Bool == true)
      let unread = try #require(object["unread"] as? [[String: Any]])
      #expect(unread.map { $0["line"] as? Int } == [17])
      #expect(unread.map { $0["text"] as? String } == ["Weather"])
    }
  }

  @Test func saysWhatItDidNotUnderstand() async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.review, to: "pool.md")
      let run = try Program.run(["inspect", "--format", "text", "pool.md"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.output.contains("pool.md:9: section root_cause: Ursache\n"))
      #expect(
        run.output.contains("pool.md:17: not understood, a heading of an unknown section: Weather"))
      #expect(run.output.contains("pool.md:7: entry 10:05 (10:05, no day): Errors rise"))
    }
  }

  /// Lines of the record and of the work that are neither an event nor an item, and what belongs to one.
  @Test func namesTheLinesThatItPassedOver() async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      let review = """
        # Pool full

        ## Timeline

        We looked at the pool first.

        - 2026-01-10 10:05 - Errors rise
          and stay.

        ```
        a log of the event above
        ```

        - Somebody restarts it

        ## Action items

        These are ours:

        - Cap the pool
          - with a number
        """
      try work.write(review, to: "pool.md")
      let run = try Program.run(["inspect", "--format", "text", "pool.md"], in: work)
      let passed = run.output.split(separator: "\n").filter { $0.contains("not understood") }
      #expect(
        passed == [
          "pool.md:5: not understood, a line of the timeline without a time: We looked at the pool first.",
          "pool.md:14: not understood, a line of the timeline without a time: - Somebody restarts it",
          "pool.md:18: not understood, not an action item: These are ours:",
        ])
    }
  }

  @Test(arguments: [(["inspect"], 64), (["inspect", "gone.md"], 65)] as [([String], Int32)])
  func failsWithoutAnything(words: [String], exitCode: Int32) async throws {
    try await withTemporaryFolder { folder in
      let run = try Program.run(words, in: folder)
      #expect(run.exitCode == exitCode)
      #expect(run.output.isEmpty)
    }
  }
}
