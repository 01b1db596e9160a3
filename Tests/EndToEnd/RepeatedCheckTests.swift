import Foundation
import TestSupport
import Testing

/// `check --watch`.
struct RepeatedCheckTests {
  @Test(.timeLimit(.minutes(5)), arguments: [[], ["--poll"]])
  func checksAgainWhenSomethingChanges(options: [String]) async throws {
    try await ReviewProject.with { work in
      let once = try Program.run(["check"], in: work)
      #expect(once.exitCode == 1)
      let file = try #require(
        try work.tree("content").keys.first { $0.hasSuffix(".md") })
      let check = try RunningProgram(["check", "--watch"] + options, in: work)
      try await check.wait("the first check") { check.errors.hasSuffix(" s\n") }
      #expect(check.output == once.output)
      let text = try String(contentsOf: work.appending(path: "content/\(file)"), encoding: .utf8)
      try work.write(
        text.replacing("TBD", with: "The pool had ten connections."), to: "content/\(file)")
      let fixed = try Program.run(["check"], in: work)
      try await check.wait("the second check") { check.output == once.output + fixed.output }
      try await check.wait("its line") {
        check.errors.hasSuffix(" s\n") && check.errors.contains(" changed\n")
      }
      if options == [] { #expect(check.errors.contains(" content/\(file) changed\n")) }
      // What cannot be read is told, and the next change is waited for.
      try FileManager.default.moveItem(
        at: work.appending(path: "content"), to: work.appending(path: "away"))
      try await check.wait("a folder that is gone") { check.errors.contains("build-site: content") }
      try FileManager.default.moveItem(
        at: work.appending(path: "away"), to: work.appending(path: "content"))
      try await check.wait("the third check") {
        check.output == once.output + fixed.output + fixed.output
      }
      #expect(!check.errors.contains("\u{1B}") && !check.output.contains("\u{1B}"))
      #expect(try await check.interrupt() == 0)
    }
  }

  @Test(arguments: [
    ["--fix"], ["--fix-only"], ["--add-allow", "known"], ["--diff"], ["--write-baseline", "x"],
    ["-"],
  ])
  func onlyReports(options: [String]) async throws {
    try await ReviewProject.with { work in
      let run = try Program.run(["check", "--watch"] + options, in: work)
      #expect(run.exitCode == 64 && run.errors.contains("'--watch' only reports"), "\(run)")
    }
  }

  @Test func theFirstCheckHasToWork() async throws {
    try await ReviewProject.with { work in
      let run = try Program.run(["check", "--watch", "nowhere"], in: work)
      #expect(run.exitCode == 65)
    }
  }
}
