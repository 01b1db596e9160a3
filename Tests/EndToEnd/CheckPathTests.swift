import Foundation
import TestSupport
import Testing

/// What `check` looks at: any file, any folder, several together.
struct CheckPathTests {
  /// A file elsewhere is judged alone, and its links are followed into the folders beside it.
  @Test func judgesOneFileAnywhere() async throws {
    try await ReviewProject.with(at: "old/a.md") { work in
      try work.write("picture", to: "old/img/graph.png")
      try work.write("# B\n\n## Cause\n", to: "old/b.md")
      try work.write(
        ReviewProject.review.replacing(
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
    try await ReviewProject.with(at: "old/one/review.md") { work in
      try work.write(
        ReviewProject.review.replacing("## timeline", with: "## Notes").replacing(
          "TBD", with: "A pool."),
        to: "old/one/review.md")
      try work.write("- 10:05 UTC - Errors\n", to: "old/one/timeline.md")
      let run = try Program.run(["check", "old/one/review.md"], in: work)
      #expect(!run.output.contains("PM001"), "\(run.output)")
    }
  }

  @Test func severalFoldersAreOneReport() async throws {
    try await ReviewProject.with(at: "one/a.md") { work in
      try work.write(ReviewProject.review, to: "two/b.md")
      for format in ["json", "sarif", "gitlab"] {
        let run = try Program.run(["check", "--format", format, "two", "one"], in: work)
        _ = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        #expect(run.errors.hasPrefix("2 incidents, 0 runbooks: 2 errors"))
      }
    }
  }

  @Test func saysWhichFilesItPassesBy() async throws {
    try await ReviewProject.with { work in
      try work.write("# About\n", to: "content/incidents/README.md")
      try work.write("notes\n", to: "notes/todo.txt")
      let run = try Program.run(["check", "content", "content/incidents/README.md"], in: work)
      #expect(run.errors.hasPrefix("content/incidents/README.md: neither a review nor a runbook"))
      #expect(run.exitCode == 1)
      let other = try Program.run(["check", "content/incidents/a.md", "notes/todo.txt"], in: work)
      #expect(other.errors.hasPrefix("notes/todo.txt: neither"), "\(other.errors)")
      #expect(other.exitCode == 1)
    }
  }

  /// The same run in every format: as many findings as the summary counts.
  @Test func everyFormatTellsTheSameFindings() async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Program.project.appending(path: "Tests/EndToEnd/Cases/findings/content"),
        to: work.appending(path: "content"))
      var counts: [String: Int] = [:]
      let marks = [
        ("text", "(?m)^[^ ].*: (error|warning|note)\\[[A-Z]{2}[0-9]{3}\\]: "),
        ("json", "\"code\" : \""),
        ("github", "(?m)^::(error|warning|notice) "), ("gitlab", "\"check_name\" : \""),
        ("sarif", "\"ruleId\" : \""), ("junit", "<testcase "),
      ]
      for (format, mark) in marks {
        let run = try Program.run(["check", "--format", format], in: work)
        counts[format] = run.output.matches(of: try Regex(mark)).count
        let summed = run.errors.matches(of: #/([0-9]+) (error|warning|note)/#)
        counts["summary of \(format)"] = summed.map { Int($0.output.1) ?? 0 }.reduce(0, +)
      }
      #expect(Set(counts.values).count == 1, "\(counts)")
      #expect((counts["text"] ?? 0) > 10)
    }
  }
}
