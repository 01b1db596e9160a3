import Foundation
import TestSupport
import Testing

struct CommandLineTests {
  @Test(arguments: [
    (["chek"], Int32(64), "did you mean 'check'"), (["--strcit"], 64, "did you mean '--strict'"),
    (["check", "--format", "xml"], 64, "text, json, github"),
    (["explain", "PM999"], 64, "no rule 'PM999'"),
    (["--now", "2026-02-30"], 64, "--now"),
  ])
  func aWrongWordIsAUsageError(words: [String], exitCode: Int32, said: String) async throws {
    try await withTemporaryFolder { folder in
      let run = try Program.run(words, in: folder)
      #expect(run.exitCode == exitCode)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains(said), "\(run.errors)")
    }
  }

  @Test(arguments: [
    ["--help"], ["--version"], ["help", "build"], ["explain"], ["explain", "pm002"],
    ["completion", "zsh"],
  ])
  func helpGoesToStandardOutput(words: [String]) async throws {
    try await withTemporaryFolder { folder in
      let run = try Program.run(words, in: folder)
      #expect(run.exitCode == 0)
      #expect(!run.output.isEmpty)
      #expect(run.errors.isEmpty)
    }
  }

  @Test func inGitHubActionsFindingsAreAnnotations() async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write("# A, with: 100%\n", to: "content/incidents/a.md")
      let run = try Program.run(["check"], in: work, environment: ["GITHUB_ACTIONS": "true"])
      #expect(run.exitCode == 1)
      #expect(run.output.hasPrefix("::error file=content/incidents/a.md,line=1,col=3,title=PM"))
    }
  }
}
