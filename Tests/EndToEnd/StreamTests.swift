import Foundation
import TestSupport
import Testing

/// Exit codes, and what goes to which stream.
struct StreamTests {
  @Test(arguments: [
    (["check", "-", "--fix=all"], Int32(64), "'all' is not a value of '--fix'"),
    (["check", "--stdin-path", "a.md"], 64, "--stdin-path"),
    (["check", "--baseline", "a", "--write-baseline", "b"], 64, "cannot be used together"),
    (["check", "--baseline", "gone.txt"], 65, "gone.txt: no such file"),
    (["check", "gone.md", "gone2.md"], 65, "gone2.md"),
    (["check", "content/incidents/README.md"], 65, "nothing to check"),
    (["check", "empty"], 65, "no reviews or runbooks in 'empty'"),
    (["check", "--write-baseline", "no/such/folder.txt"], 74, "no/such/folder.txt"),
  ])
  func saysWhyThereIsNoVerdict(words: [String], exitCode: Int32, said: String) async throws {
    try await ReviewProject.with { work in
      try work.write("# About\n", to: "content/incidents/README.md")
      try work.write("", to: "empty/notes.txt")
      let run = try Program.run(words, in: work)
      #expect(run.exitCode == exitCode)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(said), "\(run.errors)")
    }
  }

  /// A closed or full standard output is not a verdict, whatever is written to it.
  @Test(arguments: [
    "check >&-", "check --format sarif >&-", "check --diff >&-", "explain >&-", "check --help >&-",
    "inspect content/incidents/a.md >&-", "check --diff >/dev/full", "explain PM002 >/dev/full",
  ])
  func aReportThatIsLostIsAnError(command: String) async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try await ReviewProject.with { work in
      let exitCode = try Program.shell(command, in: work)
      #expect(exitCode == 74)
    }
  }

  /// Only the summary is lost: the verdict stands.
  @Test(arguments: [
    ("check 2>&- >/dev/null", Int32(1)), ("check content/gone.md 2>&-", 65),
    ("check --baseline known.txt 2>/dev/full", 0),
  ])
  func aLostSummaryChangesNoVerdict(command: String, expected: Int32) async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try await ReviewProject.with { work in
      _ = try Program.run(["check", "--write-baseline", "known.txt"], in: work)
      let exitCode = try Program.shell(command, in: work)
      #expect(exitCode == expected)
    }
  }

  @Test func aJobSummaryIsAdded() async throws {
    try await ReviewProject.with { work in
      try work.write("before\n", to: "summary.md")
      let environment = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary.md"]
      let run = try Program.run(["check"], in: work, environment: environment)
      #expect(run.output.hasPrefix("::error file=content/incidents/a.md,line=14"))
      let summary = try ReviewProject.text("summary.md", in: work)
      #expect(summary.hasPrefix("before\n### build-site\n"))
      #expect(summary.contains("| error PM002 |"))
      // Other formats leave it alone.
      _ = try Program.run(["check", "--format", "json"], in: work, environment: environment)
      #expect(try ReviewProject.text("summary.md", in: work) == summary)
    }
  }
}
