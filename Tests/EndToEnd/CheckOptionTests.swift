import Foundation
import TestSupport
import Testing

/// The options of `check` that say what is reported, and how.
struct CheckOptionTests {
  /// The codes in a report, in its order.
  private func codes(_ options: [String], in work: URL) throws -> [String] {
    let run = try Program.run(["check"] + options, in: work)
    return run.output.matches(
      of: #/^content[^\n]*(?:error|warning|note)\[([A-Z0-9]+)\]/#.anchorsMatchLineEndings()
    )
    .map { String($0.output.1) }
  }

  @Test(arguments: [
    ([], ["PM004", "PM002"]), (["--select", "PM002"], ["PM002"]),
    (["--select", "pm002, pm025"], ["PM002"]),
    (["--select", "PM", "--ignore", "PM004"], ["PM002"]),
    (["--select", "PM004", "--select", "PM002"], ["PM004", "PM002"]),
    (["--ignore", "PM", "--select", "PM002"], ["PM002"]), (["--ignore", "PM"], []),
    (["--select", "BS"], []), (["--level", "error"], ["PM002"]),
    (["--level", "warning"], ["PM002"]), (["--level", "note"], ["PM004", "PM002"]),
  ])
  func reportsWhatIsSelected(options: [String], expected: [String]) async throws {
    try await ReviewProject.with { work in
      let text = ReviewProject.review.replacing("severity: P2\n", with: "")
      try work.write(text, to: "content/incidents/a.md")
      let found = try codes(options, in: work)
      #expect(found == expected)
    }
  }

  @Test func saysHowMuchIsNotSelected() async throws {
    try await ReviewProject.with { work in
      let all = try Program.run(["check"], in: work)
      #expect(all.exitCode == 1)
      let run = try Program.run(["check", "--ignore", "PM002"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.errors.contains("(1 not selected)"), "\(run.errors)")
    }
  }

  @Test(arguments: [
    (["--select", "PM9X"], "no rule has a code that begins with 'PM9X'"),
    (["--strict", "--level", "error"], "'--strict' fails on warnings"),
    (["--add-allow", "no --> out"], "'--add-allow' takes a reason"),
    (["--add-allow", "we know", "--fix"], "'--add-allow' cannot be used with"),
    (["--statistics", "--format", "sarif"], "'--statistics' has the formats text and json"),
    (["--color", "sometimes"], "'sometimes' is not a value of '--color'"),
  ])
  func refusesWhatItCannotDo(options: [String], message: String) async throws {
    try await ReviewProject.with { work in
      let run = try Program.run(["check"] + options, in: work)
      #expect(run.exitCode == 64)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
  }

  @Test func countsEachRule() async throws {
    try await ReviewProject.with { work in
      try work.write(ReviewProject.review, to: "content/incidents/b.md")
      let run = try Program.run(["check", "--statistics", "--level", "error"], in: work)
      #expect(run.exitCode == 1)
      #expect(run.output == "2  in 2 files  error    PM002  missing root causes\n")
      let json = try Program.run(
        ["check", "--statistics", "--level", "error", "--format", "json"], in: work)
      let rows = try #require(
        JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
      #expect(rows.count == 1)
      #expect(rows[0]["code"] as? String == "PM002")
      #expect(rows[0]["count"] as? Int == 2)
    }
  }

  @Test func exitsWithZeroDespiteFindings() async throws {
    try await ReviewProject.with { work in
      let run = try Program.run(["check", "--exit-zero"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.output.contains("error[PM002]"))
      #expect(try Program.run(["check", "--exit-zero"], in: work).exitCode == 0)
      #expect(try Program.run(["check"], in: work).exitCode == 1)
      #expect(try Program.run(["check", "--exit-zero", "nowhere"], in: work).exitCode == 65)
    }
  }

  @Test(arguments: [("always", true), ("never", false), ("auto", false)])
  func coloursAsAsked(choice: String, isColoured: Bool) async throws {
    try await ReviewProject.with { work in
      let run = try Program.run(["check", "--color", choice], in: work)
      #expect(run.output.contains("\u{1B}[1;31m") == isColoured)
    }
  }

  @Test func fixesAndReportsNothing() async throws {
    try await ReviewProject.with { work in
      let run = try Program.run(["check", "--fix-only"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.output.isEmpty)
      #expect(run.errors == "2 places in 1 file fixed\n")
      #expect(try ReviewProject.text("content/incidents/a.md", in: work) == ReviewProject.fixed)
    }
  }

  @Test func listsTheFiles() async throws {
    try await ReviewProject.with { work in
      let run = try Program.run(["check", "--show-files"], in: work)
      #expect(run.output == "content/incidents/a.md: review\n")
      #expect(run.errors.isEmpty)
    }
  }

  @Test func listsTheSettings() async throws {
    try await ReviewProject.with { work in
      try work.write(
        "severities: [SEV1, SEV2]\ntime_zone: Europe/Berlin\nchecklist:\n  PM033: {SEV2: off, default: note}\n",
        to: "content/site.yml")
      let run = try Program.run(
        ["check", "--show-settings", "--select", "PM", "--now", "2026-02-01"], in: work)
      #expect(run.exitCode == 0, "\(run.errors)")
      for line in [
        "content     content\n", "settings    content/site.yml\n",
        "policy      none, so nothing is judged by windows or channels\n",
        "severities  SEV1, SEV2 (from site.yml)\n",
        "levels      PM033: SEV2 off, default note\n", "time zone   Europe/Berlin\n",
        "today       2026-02-01 (as given)\n", "selected    PM\n",
      ] {
        #expect(run.output.contains(line), "\(line)\(run.output)")
      }
    }
  }

  // MARK: Suppressions

  @Test func allowsWhatItFinds() async throws {
    try await ReviewProject.with { work in
      let path = "content/incidents/a.md"
      let options = ["check", "--add-allow", "old, see OPS-12"]
      let shown = try Program.run(options + ["--diff"], in: work)
      #expect(shown.exitCode == 1)
      #expect(shown.output.contains("+<!-- build-site allow PM002: old, see OPS-12 -->\n"))
      #expect(try ReviewProject.text(path, in: work) == ReviewProject.review)
      let run = try Program.run(options, in: work)
      #expect(run.exitCode == 0, "\(run.errors)")
      #expect(run.output.isEmpty)
      let after = try Program.run(["check", "--strict"], in: work)
      #expect(after.output.isEmpty, "\(after.output)")
      #expect(after.errors.contains("no findings"))
      let again = try Program.run(options, in: work)
      #expect(again.errors == "nothing to allow\n")
    }
  }

  @Test func allowsOnlyWhatIsSelected() async throws {
    try await ReviewProject.with { work in
      let before = try codes(["--ignore", "PM002"], in: work)
      let run = try Program.run(
        ["check", "--select", "PM002", "--add-allow", "we know"], in: work)
      #expect(run.errors == "1 place in 1 file allowed\n")
      let after = try codes([], in: work)
      #expect(after == before)
    }
  }

  /// A secret takes a look at each, and what is no document has no place for the reason.
  @Test func leavesSecretsAndSettingsToPeople() async throws {
    try await ReviewProject.with { work in
      let key = "AKIA" + "2TESTKEYZ7QXWVUT"
      try work.write(
        ReviewProject.fixed.replacing("TBD", with: "The key \(key) was in the log."),
        to: "content/incidents/a.md")
      try work.write("titel: x\n", to: "content/site.yml")
      let run = try Program.run(["check", "--add-allow", "we know"], in: work)
      #expect(run.exitCode == 1)
      #expect(run.errors.contains("content/site.yml:1: BS016 is not allowed"), "\(run.errors)")
      #expect(run.errors.contains("content/incidents/a.md:14: BS08"), "\(run.errors)")
      #expect(!run.errors.contains(key))
    }
  }
}
