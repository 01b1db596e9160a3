import Foundation
import TestSupport
import Testing

/// `build-site decide`: a decision tree in the terminal, and the way taken as an entry of a timeline.
struct DecideCommandTests {
  private static let process = """
    ---
    leads_to:
      Call the lead: "#contacts"
    ---
    # Response

    ## Response policy

    | Step | Window |
    | --- | --- |
    | Internal update | every 20 minutes |

    ## Decision trees

    ### Go back?

    ```text
    Deployed just now? → Yes → Undo the deployment
                       → No → Look further
    Over 20 % errors?  → Yes → Call the lead
                       → No → Continue
    ```

    ### Call somebody?

    ```text
    Stuck? → Yes → Call the lead
           → No → Continue
    ```

    ## Contacts

    - `@lead` – the lead

    ## Communication matrix

    | Severity | Chat | Mail |
    | --- | --- | --- |
    | P1 | Immediate | If >1hr |
    | P2 | When fixed | No |
    """

  private static let undo = """
    ---
    aliases: [Undo the deployment]
    ---
    # Undo

    ```bash
    $ ansible-playbook undo.yml -i hosts
    ```
    """

  private static let timeline = """
    # Timeline: shop slow

    All times in UTC.

    - 10:00 - Detected by an alert
    - 10:02 - @oncall acknowledging
      and looking
    - 10:30 - RESOLVED

    """

  private func withProject(_ body: (URL) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.process, to: "content/runbooks/response.md")
      try work.write(Self.undo, to: "content/runbooks/back.md")
      try work.write(
        Self.timeline, to: "content/incidents/incident-2026-01-10-001/timeline.md")
      try await body(work)
    }
  }

  private static let file = "content/incidents/incident-2026-01-10-001/timeline.md"

  @Test func listsTheTrees() async throws {
    try await withProject { work in
      let run = try Program.run(["decide"], in: work)
      #expect(run.exitCode == 0)
      #expect(
        run.output == """
          1  Go back?  (2 questions, content/runbooks/response.md:15)
          2  Call somebody?  (1 question, content/runbooks/response.md:24)

          """)
    }
  }

  @Test(arguments: [["--answers", "yes,y"], ["--answers", "1,1"], []])
  func outcomesGatherAndLeadSomewhere(answers: [String]) async throws {
    try await withProject { work in
      let run = try Program.run(
        ["decide", "go back"] + answers, in: work, input: "Y\n\nyes\nmore\n")
      #expect(run.errors == "")
      #expect(run.exitCode == 0)
      #expect(
        run.output == """
          Go back?
            Deployed just now? Yes
            Over 20 % errors? Yes
          - Undo the deployment
            content/runbooks/back.md (Undo)
            $ ansible-playbook undo.yml -i hosts
          - Call the lead
            content/runbooks/response.md#contacts (Contacts)

          """)
    }
  }

  @Test func nothingToDo() async throws {
    try await withProject { work in
      let run = try Program.run(["decide", "2", "--answers", "no"], in: work)
      #expect(run.output == "Call somebody?\n  Stuck? No\nNothing more to do: continue.\n")
    }
  }

  @Test(arguments: [
    (["decide", "nothing like it"], 64, "no decision tree is called 'nothing like it'"),
    (["decide", "Go bakc?"], 64, "did you mean 'Go back?'?"),
    (["decide", "?", "--answers", "y"], 64, "no decision tree is called '?'"),
    (["decide", "1", "--answers", "y"], 64, "no answer was given to 'Over 20 % errors?'"),
    (["decide", "1", "--answers", "y,n,n"], 64, "3 answers were given"),
    (["decide", "1", "--answers", "perhaps,n"], 64, "'perhaps' is not an answer to"),
    (["decide", "--answers", "y"], 64, "say which TREE"),
    (["decide", "1", "--at", "25:00"], 64, "'--at' takes TIME"),
    (["decide", "1"], 65, "the answers end before 'Over 20 % errors?'"),
    (["decide", "1", "--append", "gone.md", "--answers", "y,y"], 74, "gone.md"),
    (
      ["decide", "1", "--append", "content/runbooks/back.md", "--answers", "y,y"], 65, "no timeline"
    ),
  ])
  func refuses(arguments: [String], code: Int32, message: String) async throws {
    try await withProject { work in
      let run = try Program.run(arguments, in: work, input: "y\n")
      #expect(run.exitCode == code)
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  @Test func addsAnEntryAtItsTimeAndReadsItBack() async throws {
    try await withProject { work in
      let arguments = ["decide", "1", "--answers", "yes,no", "--append", Self.file]
      let run = try Program.run(arguments + ["--at", "10:05"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.errors == "\(Self.file): entry added at 10:05\n")
      let entry =
        "- 10:05 - Decision \"Go back?\": Deployed just now? Yes; Over 20 % errors? No → Undo the deployment\n"
      #expect(
        try ReviewProject.text(Self.file, in: work)
          == Self.timeline.replacing("- 10:30", with: entry + "- 10:30"))
      let inspected = try Program.run(["inspect", "--format", "text", Self.file], in: work)
      #expect(inspected.output.contains("Decision \"Go back?\""))
      // What was decided is not what was done.
      #expect(!inspected.output.contains("mitigated"))
    }
  }

  /// Whatever form the timeline has, the entry takes it.
  @Test(arguments: [
    ("- **10:00**: alert\n- **10:30**: over\n", "10:10", "- **10:10**: Decision"),
    (
      "| Time | Event |\n|---|---|\n| 10:00 | alert |\n| 10:30 | over |\n", "10:10",
      "| 10:10 | Decision"
    ),
    ("- 10:00 – alert\r\n- 10:30 – over\r\n", "10:40", "- 10:40 – Decision"),
    (
      "- 2026-01-10 10:00 - alert\n- 2026-01-10 10:30 - over", "10:40",
      "- 2026-01-10 10:40 - Decision"
    ),
    ("- 10:00 - alert\n- 10:30 - over\n", "2026-01-12T09:00Z", "- 2026-01-12 09:00 - Decision"),
    ("- 10:30 - over\n- 10:20 - better\n- 10:00 - alert\n", "10:25", "- 10:25 - Decision"),
    ("1. 10:00 alert\n2. 10:30 over\n", "10:40", "10:40"),
    ("10:00 alert\n10:30 over\n", "10:40", "10:40 Decision"),
  ])
  func takesTheFormOfItsNeighbour(text: String, time: String, entry: String) async throws {
    try await withProject { work in
      let page = "# Slow\n\n## Timeline (UTC)\n\n\(text)"
      let tail = "\n## Impact\n\nNone.\n"
      for page in [page, page + tail] {
        try work.write(page, to: Self.file)
        let run = try Program.run(
          ["decide", "1", "--answers", "yes,no", "--append", Self.file, "--at", time], in: work)
        #expect(run.exitCode == 0, "\(run.errors)")
        let new = try ReviewProject.text(Self.file, in: work)
        #expect(new.contains(entry), "\(new)")
        let lines = page.split(whereSeparator: \.isNewline)
        let kept = new.split(whereSeparator: \.isNewline).filter { !$0.contains("Decision") }
        #expect(kept == lines)
      }
    }
  }

  // MARK: Logs

  private static let log = """
    # Incidents

    ## 2026-01-12: Mail late

    ### Timeline

    - 09:00 - Detected by an alert
    - 09:30 - RESOLVED

    ## 2026-01-10: Shop slow

    ### Timeline

    - 10:00 - Detected by an alert
    - 10:30 - RESOLVED

    ## 2026-01-08: Disk full

    **Incident ID:** incident-2026-01-08-001

    ### Timeline

    - 08:00 - Detected by an alert

    """

  /// Only the incident that was meant gets the entry.
  @Test(arguments: [
    ("content/incidents/log.md#2026-01-10-shop-slow", "10:05", "- 10:30"),
    ("content/incidents/log.md#2026-01-12-mail-late", "09:05", "- 09:30"),
    ("2026-01-10-shop-slow", "10:05", "- 10:30"),
    ("incident-2026-01-08-001", "08:05", ""),
    ("content/incidents/log.md#incident-2026-01-08-001", "08:05", ""),
  ])
  func anIncidentOfALogIsNamed(name: String, time: String, next: String) async throws {
    try await withProject { work in
      try work.write(Self.log, to: "content/incidents/log.md")
      let run = try Program.run(
        ["decide", "1", "--answers", "yes,no", "--append", name, "--at", time], in: work)
      #expect(run.exitCode == 0, "\(run.errors)")
      let entry =
        "- \(time) UTC - Decision \"Go back?\": Deployed just now? Yes; Over 20 % errors? No → Undo the deployment\n"
      let expected = next.isEmpty ? Self.log + entry : Self.log.replacing(next, with: entry + next)
      #expect(try ReviewProject.text("content/incidents/log.md", in: work) == expected)
    }
  }

  @Test(arguments: [
    (
      "content/incidents/log.md",
      "'content/incidents/log.md' holds several incidents; say which one, as in 'content/incidents/log.md#2026-01-12-mail-late': 2026-01-12-mail-late, 2026-01-10-shop-slow, incident-2026-01-08-001\n"
    ),
    (
      "content/incidents/log.md#2026-01-10-shop-slwo",
      "no incident in 'content/incidents/log.md' has the heading or the ID '2026-01-10-shop-slwo'; did you mean '2026-01-10-shop-slow'?; it has 2026-01-12-mail-late"
    ),
    ("2026-01-10-shop-slwo", "did you mean '2026-01-10-shop-slow'?"),
  ])
  func whichIncidentOfALogIsAsked(name: String, message: String) async throws {
    try await withProject { work in
      try work.write(Self.log, to: "content/incidents/log.md")
      let run = try Program.run(
        ["decide", "1", "--answers", "yes,no", "--append", name], in: work)
      #expect(run.exitCode == 65)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(try ReviewProject.text("content/incidents/log.md", in: work) == Self.log)
    }
  }

  @Test func twoAtOnceLoseNothing() async throws {
    try await withProject { work in
      try await withThrowingTaskGroup(of: Int32.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try Program.run(
              ["decide", "1", "--answers", "y,n", "--append", Self.file, "--at", "10:40"], in: work
            ).exitCode
          }
        }
        for try await code in group { #expect(code == 0) }
      }
      let lines = try ReviewProject.text(Self.file, in: work).split(separator: "\n")
      #expect(lines.count { $0.contains("Decision \"Go back?\"") } == 8)
      #expect(lines.count == Self.timeline.split(separator: "\n").count + 8)
    }
  }

  @Test func thePageTellsHowOftenEachWayWasTaken() async throws {
    try await withProject { work in
      for time in ["10:05", "10:07"] {
        _ = try Program.run(
          ["decide", "1", "--answers", "yes,no", "--append", Self.file, "--at", time], in: work)
      }
      let run = try Program.build(["--keep-going"], in: work)
      #expect(run.errors.contains("written"), "\(run.errors)")
      let page = try ReviewProject.text("site/docs/runbooks/response.md", in: work)
      #expect(page.contains("## How it was decided"))
      #expect(page.contains("| Go back? | Deployed just now? Yes · Over 20 % errors? No |"))
      #expect(page.contains("resolved after 25 min"))
      for path in ["runbooks/response", "decide/go-back"] {
        let html = try ReviewProject.text("site/static/archive/\(path)/index.html", in: work)
        #expect(html.contains("<td class=\"num\">2 times</td>"))
        #expect(html.contains("resolved after 25 min"))
      }
    }
  }
}
