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

  /// A reader that goes away or a full disk is not a verdict of 0 or 1.
  @Test func aReportThatCannotBeWrittenIsAnError() async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write("# A\n", to: "content/incidents/a.md")
      let process = Process()
      process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "build-site")
      process.arguments = ["check"]
      process.currentDirectoryURL = work
      process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 74)
    }
  }
}
