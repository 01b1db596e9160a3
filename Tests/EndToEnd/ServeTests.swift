import Foundation
import TestSupport
import Testing

/// `serve`: the site that it writes and what it tells. Its answers are attacked by `Tests/Serve/attack.py`, and its pages
/// are opened by `.ci/serve-test`.
struct ServeTests {
  private static let python = "/usr/bin/python3"
  private static let review = "content/incidents/incident-2026-01-10-001/review.md"

  /// A copy of the example, with the project's templates.
  private static func withExample(_ body: (URL) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      for name in ["content", "templates"] {
        try FileManager.default.copyItem(
          at: Program.project.appending(path: name), to: work.appending(path: name))
      }
      try await body(work)
    }
  }

  /// The site that `build` makes of the same content, from nothing.
  private static func built(from work: URL) throws -> [String: Data] {
    let fresh = work.deletingLastPathComponent().appending(path: "fresh-\(UUID().uuidString)")
    let run = try Program.run(
      ["build", "--site", fresh.path()], in: work)
    #expect(run.exitCode == 0, "\(run.errors)")
    return try fresh.tree().filter { !$0.key.hasPrefix(".build-site/") }
  }

  @Test(.timeLimit(.minutes(2)), arguments: [[], ["--docusaurus"], ["--poll"]])
  func itsFilesAreThoseOfABuild(options: [String]) async throws {
    try await Self.withExample { work in
      let serve = try RunningProgram(["serve", "--port", "0"] + options, in: work)
      try await serve.wait("it serves") { serve.output.hasPrefix("serving http://127.0.0.1:") }
      func isAsBuilt(_ fresh: [String: Data]) throws -> Bool {
        try work.site()
          == fresh.filter {
            options == ["--docusaurus"] || $0.key.hasPrefix("static/archive/")
          }
      }
      #expect(try isAsBuilt(Self.built(from: work)))
      let text = try String(contentsOf: work.appending(path: Self.review), encoding: .utf8)
      try work.write(text + "\nOne more sentence about the pool.\n", to: Self.review)
      let fresh = try Self.built(from: work)
      try await serve.wait("the edit is in the site") { try isAsBuilt(fresh) }
      try await serve.wait("the edit is told") {
        serve.errors.contains(options == ["--poll"] ? " something changed: " : " \(Self.review): ")
      }
      #expect(try await serve.interrupt() == 0)
      // What serve left is what a build would leave.
      let after = try Program.run(["build", "--dry-run"], in: work)
      #expect(!after.output.contains("static/archive"), "\(after.output)")
    }
  }

  /// Pages for Docusaurus that an earlier build wrote are neither removed nor forgotten.
  @Test(.timeLimit(.minutes(2))) func docusaurusFilesStay() async throws {
    try await Self.withExample { work in
      #expect(try Program.run(["build"], in: work).exitCode == 0)
      let before = try work.site()
      try FileManager.default.removeItem(
        at: work.appending(path: "content/incidents/incident-2025-07-09-001"))
      let serve = try RunningProgram(["serve", "--port", "0", "--keep-going"], in: work)
      try await serve.wait("it serves") { serve.output.hasPrefix("serving ") }
      #expect(try await serve.interrupt() == 0)
      let served = try work.site()
      let isOther = { (path: String) in !path.hasPrefix("static/archive/") }
      #expect(served.filter { isOther($0.key) } == before.filter { isOther($0.key) })
      #expect(served.filter { !isOther($0.key) } != before.filter { !isOther($0.key) })
      _ = try Program.run(["build", "--keep-going"], in: work)
      #expect(try work.site().keys.count { $0.hasPrefix("blog/2025-07-09") } == 0)
    }
  }

  @Test(.timeLimit(.minutes(2))) func errorsKeepTheLastGoodPages() async throws {
    try await Self.withExample { work in
      let serve = try RunningProgram(["serve", "--port", "0"], in: work)
      try await serve.wait("it serves") { serve.output.hasPrefix("serving ") }
      let (good, text) = (
        try work.site(), try String(contentsOf: work.appending(path: Self.review), encoding: .utf8)
      )
      try work.write(text.replacing("severity: P1", with: "severity: P9"), to: Self.review)
      try await serve.wait("the error is told") {
        serve.errors.contains("not rebuilt: Fix the errors, or serve with --keep-going.")
      }
      #expect(serve.errors.contains("\(Self.review):"))
      #expect(try work.site() == good)
      try work.write(text, to: Self.review)
      try await serve.wait("it is built again") {
        serve.errors.split(separator: "\n").last?.contains("files changed") == true
          || serve.errors.hasSuffix(" ms\n")
      }
      #expect(try await serve.interrupt() == 0)
    }
  }

  @Test(.timeLimit(.minutes(2))) func aSiteThatMayNotBeWrittenIsNotServed() async throws {
    try await Self.withExample { work in
      for (options, code, message) in [
        (["--site", "content"], 64, "is the content folder"),
        (["--content", "nowhere"], 65, "nowhere"),
        (["--templates", "nowhere"], 74, "nowhere"), (["--port", "70000"], 64, "70000"),
        (["--host", "192.0.2.1"], 74, "this machine has no address '192.0.2.1'"),
        (["--baseline", "none.txt"], 65, "none.txt"),
      ] {
        let run = try Program.run(["serve"] + options, in: work)
        #expect(
          run.exitCode == code && run.errors.contains(message) && run.output == "",
          "\(options) \(run)")
      }
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)), .timeLimit(.minutes(4)))
  func standsAttacks() throws {
    let process = Process()
    process.executableURL = URL(filePath: Self.python)
    process.arguments =
      [Program.project.appending(path: "Tests/Serve/attack.py").path(), Program.binary.path()]
      + ["content", "templates"].map { Program.project.appending(path: $0).path() } + ["quick"]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(text)")
    #expect(text.contains(" checks, 0 wrong"), "\(text)")
  }
}
