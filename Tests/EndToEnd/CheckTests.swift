import Foundation
import TestSupport
import Testing

/// `check` as editors, hooks and CI call it.
struct CheckTests {
  private static let review = """
    ---
    date: 2026-01-10
    severity: P2
    ---
    # Checkout down

    ## timeline

    - 9:05 UTC - Error rate at 25%
    - 10:05 UTC - Gone

    ## Root cause

    TBD

    ## Action items

    - Alert on pool use @data

    """
  private static let fixed = review.replacing("## timeline", with: "## Timeline").replacing(
    "- 9:05", with: "- 09:05")

  private func withReview(
    at path: String = "content/incidents/a.md", _ body: (URL) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.review, to: path)
      try body(work)
    }
  }

  private func text(_ path: String, in work: URL) throws -> String {
    String(decoding: try Data(contentsOf: work.appending(path: path)), as: UTF8.self)
  }

  // MARK: Standard input

  @Test func judgesWhatAnEditorHasNotSaved() async throws {
    try await withReview { work in
      let path = "content/incidents/a.md"
      let text = Self.review.replacing("TBD", with: "A pool of ten connections.")
      let run = try Program.run(["check", "-", "--stdin-path", path], in: work, input: text)
      #expect(run.exitCode == 0, "\(run.output)")
      #expect(run.errors.hasPrefix("1 incident, 0 runbooks:"))
      let saved = try Program.run(["check", path], in: work)
      #expect(saved.exitCode == 1)
      #expect(saved.output.hasPrefix("\(path):14:1: error[PM002]"))
    }
  }

  /// Wherever it is to be: in the content, in a folder that is not there yet, or nowhere.
  @Test(arguments: [
    (["--stdin-path", "content/incidents/new.md"], "content/incidents/new.md"),
    (["--stdin-path", "other/place/new.md"], "other/place/new.md"), ([], "stdin.md"),
  ])
  func judgesAFileThatIsNotThere(options: [String], path: String) async throws {
    try await withReview { work in
      let run = try Program.run(["check", "-"] + options, in: work, input: Self.review)
      #expect(run.exitCode == 1)
      #expect(run.output.hasPrefix("\(path):14:1: error[PM002]"), "\(run.output)\(run.errors)")
    }
  }

  @Test func printsTheFixedTextForAnEditor() async throws {
    try await withReview { work in
      let path = "content/incidents/a.md"
      let arguments = ["check", "-", "--stdin-path", path, "--fix"]
      let run = try Program.run(arguments, in: work, input: Self.review)
      #expect(run.exitCode == 0)
      #expect(run.output == Self.fixed)
      #expect(try text(path, in: work) == Self.review)
      #expect(try Program.run(arguments, in: work, input: Self.fixed).output == Self.fixed)
    }
  }

  // MARK: Fixes

  @Test func writesFixesOnceAndKeepsThePermissions() async throws {
    try await withReview { work in
      let path = "content/incidents/a.md"
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o640], ofItemAtPath: work.appending(path: path).path())
      let run = try Program.run(["check", "--fix"], in: work)
      #expect(run.errors.hasPrefix("2 places in 1 file put right\n1 incident"))
      #expect(run.output.hasPrefix("\(path):14:1: error[PM002]"))
      #expect(try text(path, in: work) == Self.fixed)
      let attributes = try FileManager.default.attributesOfItem(
        atPath: work.appending(path: path).path())
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(try Program.run(["check", "--fix"], in: work).errors.hasPrefix("1 incident"))
      #expect(
        try FileManager.default.contentsOfDirectory(
          atPath: work.appending(path: "content/incidents").path()) == ["a.md"])
    }
  }

  @Test func changesOnlyWhatItIsAskedAbout() async throws {
    try await withReview { work in
      try work.write(Self.review, to: "content/incidents/b.md")
      let run = try Program.run(["check", "--fix", "content/incidents/b.md"], in: work)
      #expect(run.errors.contains("1 file put right"))
      #expect(try text("content/incidents/a.md", in: work) == Self.review)
      #expect(try text("content/incidents/b.md", in: work) == Self.fixed)
      let diff = try Program.run(["check", "--diff"], in: work)
      #expect(diff.exitCode == 1)
      #expect(diff.output.contains("--- a/content/incidents/a.md\n"))
      #expect(!diff.output.contains("b.md"))
      #expect(try text("content/incidents/a.md", in: work) == Self.review)
    }
  }

  @Test func aDiffOfNothingIsClean() async throws {
    try await withReview { work in
      try work.write(Self.fixed, to: "content/incidents/a.md")
      let run = try Program.run(["check", "--diff"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.output.isEmpty)
      #expect(run.errors == "nothing to put right\n")
    }
  }

  // MARK: Baselines

  @Test func writesABaselineAndLivesWithIt() async throws {
    try await withReview { work in
      let written = try Program.run(["check", "--write-baseline", "known.txt"], in: work)
      #expect(written.exitCode == 0)
      #expect(written.output.isEmpty)
      let quiet = try Program.run(["check", "--baseline", "known.txt", "--strict"], in: work)
      #expect(quiet.exitCode == 0)
      #expect(quiet.errors.contains("in the baseline)"))
      let build = try Program.build(["--baseline", "known.txt"], in: work)
      #expect(build.exitCode == 0, "\(build.output)")
      try work.write("# New\n", to: "content/incidents/b.md")
      let run = try Program.run(["check", "--baseline", "known.txt"], in: work)
      #expect(run.exitCode == 1)
      #expect(!run.output.contains("incidents/a.md"))
      // What was not looked at is not fixed.
      let other = ["check", "--baseline", "known.txt", "content/incidents/b.md"]
      let elsewhere = try Program.run(other, in: work)
      #expect(!elsewhere.errors.contains("fixed:"))
    }
  }

  // MARK: Any path

  /// A file elsewhere is judged alone, and its links are followed into the folders beside it.
  @Test func judgesOneFileAnywhere() async throws {
    try await withReview(at: "old/a.md") { work in
      try work.write("picture", to: "old/img/graph.png")
      try work.write("# B\n\n## Cause\n", to: "old/b.md")
      try work.write(
        Self.review.replacing(
          "TBD",
          with:
            "See ![a](img/graph.png), ![b](img/Graph.png), [c](b.md), [d](gone.md), [e](../up.md)."),
        to: "old/a.md")
      for path in ["old/a.md", "./old//a.md", work.appending(path: "old/a.md").path()] {
        let run = try Program.run(["check", path], in: work)
        let findings = run.output.split(separator: "\n").filter { $0.hasPrefix("old/") }
        #expect(findings.count == 2, "\(run.output)")
        #expect(findings.first?.contains("img/Graph.png") == true)
        #expect(findings.last?.contains("gone.md") == true)
        #expect(run.errors.hasPrefix("1 incident, 0 runbooks: 2 errors"))
      }
    }
  }

  @Test func aReviewIsReadWithTheTimelineBesideIt() async throws {
    try await withReview(at: "old/one/review.md") { work in
      try work.write(
        Self.review.replacing("## timeline", with: "## Notes").replacing("TBD", with: "A pool."),
        to: "old/one/review.md")
      try work.write("- 10:05 UTC - Errors\n", to: "old/one/timeline.md")
      let run = try Program.run(["check", "old/one/review.md"], in: work)
      #expect(!run.output.contains("PM001"), "\(run.output)")
    }
  }

  @Test func severalFoldersAreOneReport() async throws {
    try await withReview(at: "one/a.md") { work in
      try work.write(Self.review, to: "two/b.md")
      for format in ["json", "sarif", "gitlab"] {
        let run = try Program.run(["check", "--format", format, "two", "one"], in: work)
        _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect(run.errors.hasPrefix("2 incidents, 0 runbooks: 2 errors"))
      }
    }
  }

  // MARK: Streams and exit codes

  @Test(arguments: [
    (["check", "-", "--fix=all"], Int32(64), "'all' is no value of '--fix'"),
    (["check", "--stdin-path", "a.md"], 64, "--stdin-path"),
    (["check", "--baseline", "a", "--write-baseline", "b"], 64, "exclude each other"),
    (["check", "--baseline", "gone.txt"], 65, "gone.txt: no such file"),
    (["check", "gone.md", "gone2.md"], 65, "gone2.md"),
    (["check", "content/incidents/README.md"], 65, "nothing to check"),
    (["check", "empty"], 65, "no review and no runbook in 'empty'"),
    (["check", "--write-baseline", "no/such/folder.txt"], 74, "no/such/folder.txt"),
  ])
  func saysWhyThereIsNoVerdict(words: [String], exitCode: Int32, said: String) async throws {
    try await withReview { work in
      try work.write("# About\n", to: "content/incidents/README.md")
      try work.write("", to: "empty/notes.txt")
      let run = try Program.run(words, in: work)
      #expect(run.exitCode == exitCode)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(said), "\(run.errors)")
    }
  }

  /// A closed or full standard output is no verdict, whatever is written to it.
  @Test(arguments: [
    "check >&-", "check --format sarif >&-", "check --diff >&-", "explain >&-", "check --help >&-",
    "inspect content/incidents/a.md >&-", "check --diff >/dev/full", "explain PM002 >/dev/full",
  ])
  func aReportThatIsLostIsAnError(command: String) async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try await withReview { work in
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
    try await withReview { work in
      _ = try Program.run(["check", "--write-baseline", "known.txt"], in: work)
      let exitCode = try Program.shell(command, in: work)
      #expect(exitCode == expected)
    }
  }

  @Test func aJobSummaryIsAdded() async throws {
    try await withReview { work in
      try work.write("before\n", to: "summary.md")
      let environment = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary.md"]
      let run = try Program.run(["check"], in: work, environment: environment)
      #expect(run.output.hasPrefix("::error file=content/incidents/a.md,line=14"))
      let summary = try text("summary.md", in: work)
      #expect(summary.hasPrefix("before\n### build-site\n"))
      #expect(summary.contains("| error PM002 |"))
      // Other formats leave it alone.
      _ = try Program.run(["check", "--format", "json"], in: work, environment: environment)
      #expect(try text("summary.md", in: work) == summary)
    }
  }
}
