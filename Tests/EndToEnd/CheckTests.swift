import Foundation
import TestSupport
import Testing

/// `check` as editors and teams with old reviews call it.
struct CheckTests {
  /// Of the same content, templates included, with and without suppressions and a baseline.
  @Test(arguments: [[], ["--baseline", "known.txt"], ["--strict"]])
  func saysWhatABuildSays(options: [String]) async throws {
    try await ReviewProject.with { work in
      let known = ReviewProject.review.replacing(
        "severity: P2", with: "severity: P2\nlast_update: soon\nallow:\n  - BS045: we know")
      try work.write(known, to: "content/incidents/b.md")
      try work.write(
        ReviewProject.review.replacing("severity: P2", with: "severity: P2\nkeywords: a"),
        to: "content/incidents/c.md")
      for name in ["module.md", "module/index.md", "con.md"] {
        try work.write("# Module\n\n1. Look\n", to: "content/runbooks/\(name)")
      }
      try work.write("", to: "known.txt")
      let templates = Program.project.appending(path: "templates").path()
      let check = try Program.run(
        ["check", "--templates", templates, "--write-baseline", "known.txt"], in: work)
      #expect(check.exitCode == 0)
      let same = try Program.run(["check", "--templates", templates] + options, in: work)
      let build = try Program.build(options, in: work)
      #expect(build.output == same.output)
      #expect(build.exitCode == same.exitCode)
      #expect(build.errors.hasPrefix(same.errors))
      for code in ["BS040", "BS041", "BS045"] {
        #expect(same.output.contains(code) == !options.contains("--baseline"), "\(code)")
      }
      #expect(!same.output.contains("b.md: error[BS045]") && !same.output.contains("BS071"))
    }
  }

  // MARK: Standard input

  @Test func judgesWhatAnEditorHasNotSaved() async throws {
    try await ReviewProject.with { work in
      let path = "content/incidents/a.md"
      let text = ReviewProject.review.replacing("TBD", with: "A pool of ten connections.")
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
    try await ReviewProject.with { work in
      let run = try Program.run(["check", "-"] + options, in: work, input: ReviewProject.review)
      #expect(run.exitCode == 1)
      #expect(run.output.hasPrefix("\(path):14:1: error[PM002]"), "\(run.output)\(run.errors)")
    }
  }

  @Test func printsTheFixedTextForAnEditor() async throws {
    try await ReviewProject.with { work in
      let path = "content/incidents/a.md"
      let arguments = ["check", "-", "--stdin-path", path, "--fix"]
      let run = try Program.run(arguments, in: work, input: ReviewProject.review)
      #expect(run.exitCode == 0)
      #expect(run.output == ReviewProject.fixed)
      #expect(try ReviewProject.text(path, in: work) == ReviewProject.review)
      #expect(
        try Program.run(arguments, in: work, input: ReviewProject.fixed).output
          == ReviewProject.fixed)
    }
  }

  // MARK: Fixes

  @Test func writesFixesOnceAndKeepsThePermissions() async throws {
    try await ReviewProject.with { work in
      let path = "content/incidents/a.md"
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o640], ofItemAtPath: work.appending(path: path).path())
      let run = try Program.run(["check", "--fix"], in: work)
      #expect(run.errors.hasPrefix("2 places in 1 file fixed\n1 incident"))
      #expect(run.output.hasPrefix("\(path):14:1: error[PM002]"))
      #expect(try ReviewProject.text(path, in: work) == ReviewProject.fixed)
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
    try await ReviewProject.with { work in
      try work.write(ReviewProject.review, to: "content/incidents/b.md")
      let run = try Program.run(["check", "--fix", "content/incidents/b.md"], in: work)
      #expect(run.errors.contains("1 file fixed"))
      #expect(try ReviewProject.text("content/incidents/a.md", in: work) == ReviewProject.review)
      #expect(try ReviewProject.text("content/incidents/b.md", in: work) == ReviewProject.fixed)
      let diff = try Program.run(["check", "--diff"], in: work)
      #expect(diff.exitCode == 1)
      #expect(diff.output.contains("--- a/content/incidents/a.md\n"))
      #expect(!diff.output.contains("b.md"))
      #expect(try ReviewProject.text("content/incidents/a.md", in: work) == ReviewProject.review)
    }
  }

  @Test func aDiffOfNothingIsClean() async throws {
    try await ReviewProject.with { work in
      try work.write(ReviewProject.fixed, to: "content/incidents/a.md")
      let run = try Program.run(["check", "--diff"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.output.isEmpty)
      #expect(run.errors == "nothing to fix\n")
    }
  }

  // MARK: Baselines

  @Test func writesABaselineAndLivesWithIt() async throws {
    try await ReviewProject.with { work in
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
}
