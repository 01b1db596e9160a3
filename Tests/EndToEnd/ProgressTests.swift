import Foundation
import TestSupport
import Testing

/// How far a build is shows on a terminal, and nowhere else.
struct ProgressTests {
  /// Runs the program with standard error on a terminal of python's, and returns what it wrote there.
  private static let script = """
    import os, pty, subprocess, sys
    leader, follower = pty.openpty()
    process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=follower)
    os.close(follower)
    text = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        text += piece
    process.wait()
    sys.stdout.buffer.write(text)
    """

  private static let python = "/usr/bin/python3"

  private static func errors(
    of options: [String], in work: URL, environment: [String: String] = [:]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = ["-c", script, Program.binary.path(), "build", "--keep-going"] + options
    process.currentDirectoryURL = work
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A project whose first build takes more than a second: a debug build reads about 500 such reviews in one.
  private static func withSlowProject(_ body: (URL) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: work.appending(path: "templates"),
        withDestinationURL: Program.project.appending(path: "templates"))
      let entries = (0..<60).map { "- 09:\($0 < 10 ? "0" : "")\($0) - Step \($0)\n" }.joined()
      for number in 0..<500 {
        try work.write(
          ReviewProject.review.replacing("- 9:05 UTC - Error rate at 25%\n", with: entries),
          to: "content/incidents/review-\(number).md")
      }
      try body(work)
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python)))
  func showsOnATerminalAndLeavesNothing() async throws {
    try await Self.withSlowProject { work in
      let text = try Self.errors(of: [], in: work)
      #expect(text.contains("rendering ") || text.contains("reading "), "\(text)")
      #expect(text.contains(" files\r"))
      // What a terminal shows in the end: each line without what was erased from it.
      let lines = text.split(separator: "\r\n").map { $0.split(separator: "\r\u{1B}[K").last ?? "" }
      #expect(lines.count == 3, "\(lines)")
      #expect(lines.last?.hasPrefix("open site/") == true, "\(lines)")
      #expect(!lines.contains { $0.contains("reading") || $0.contains("rendering") }, "\(lines)")
      // A short run says nothing of it.
      #expect(!(try Self.errors(of: [], in: work)).contains("\u{1B}"))
    }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: python)),
    arguments: [
      ([], ["CI": "true"]), ([], ["GITHUB_ACTIONS": "true"]), ([], ["TERM": "dumb"]),
      ([], ["TERM": ""]), (["--quiet"], [:]),
    ])
  func showsNothingWhereNobodyWatches(options: [String], environment: [String: String]) async throws
  {
    try await Self.withSlowProject { work in
      let text = try Self.errors(of: options, in: work, environment: environment)
      #expect(!text.contains("\u{1B}") && !text.contains("rendering"), "\(text)")
      #expect(text.contains("site: ") == options.isEmpty)
    }
  }

  @Test func quietKeepsFindingsAndWhatIsToBeDone() async throws {
    try await ReviewProject.with { work in
      let loud = try Program.build(in: work)
      let quiet = try Program.build(["--quiet"], in: work)
      #expect((quiet.exitCode, quiet.output) == (loud.exitCode, loud.output))
      #expect(loud.errors.contains("1 incident"))
      #expect(quiet.errors == "nothing written; fix the errors, or build with --keep-going\n")
      #expect(try Program.build(["--quiet", "--keep-going"], in: work).errors == "")
      #expect(try Program.run(["check", "--quiet"], in: work).errors == "")
    }
  }
}
