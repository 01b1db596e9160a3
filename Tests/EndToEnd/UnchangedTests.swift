import Foundation
import TestSupport
import Testing

/// A build after which nothing changed is told again; any other is done.
struct UnchangedTests {
  private enum Outcome {
    /// The verdict of the last run is told again.
    case told
    /// The run does its work, and its verdict is kept.
    case done
    /// The run does its work, and ends in a way that is not kept.
    case notKept
  }

  private struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let outcome: Outcome
    var options: [String] = []
    var environment: [String: String] = [:]
    let apply: @Sendable (_ work: URL) throws -> Void
    var testDescription: String { name }

    init(
      _ name: String, _ outcome: Outcome, options: [String] = [],
      environment: [String: String] = [:],
      _ apply: @escaping @Sendable (URL) throws -> Void = { _ in }
    ) {
      self.name = name
      self.outcome = outcome
      self.options = options
      self.environment = environment
      self.apply = apply
    }
  }

  private static let review = """
    ---
    date: 2026-01-10
    severity: P2
    zone: Europe/Berlin
    ---
    # Checkout down

    ![Load](load.svg)

    ## Timeline

    - 09:05 - Error rate at 25%
    - 10:05 - Gone

    """

  private static func withProject(_ body: (URL) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(review, to: "content/incidents/a/review.md")
      try work.write("<svg/>", to: "content/incidents/a/load.svg")
      try work.write("# Restart\n\nRestart it.\n", to: "content/runbooks/restart.md")
      try work.write("title: Reviews\n", to: "content/site.yml")
      try FileManager.default.copyItem(
        at: Program.project.appending(path: "templates"), to: work.appending(path: "templates"))
      try body(work)
    }
  }

  private static func build(
    in work: URL, _ options: [String] = [], environment: [String: String] = [:]
  ) throws -> Program.Run {
    try Program.run(
      ["build", "--keep-going"] + options, in: work, environment: environment)
  }

  /// The number and the time of the file in which the last run is kept: each run that does its work writes a new
  /// one, which may get the number of one that is gone.
  private static func kept(in work: URL) throws -> String? {
    let file = work.appending(path: "site/.build-site/run").path()
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    let number = try #require(attributes[.systemFileNumber] as? UInt64)
    let time = try #require(attributes[.modificationDate] as? Date)
    return "\(number) \(time.timeIntervalSince1970)"
  }

  private static let changes = [
    Change("nothing", .told),
    Change("a source is saved as it was", .told) { work in
      try work.write(review, to: "content/incidents/a/review.md")
    },
    Change("a source is edited", .done) { work in
      try work.write(review + "- 10:30 - Closed\n", to: "content/incidents/a/review.md")
    },
    Change("a letter of a source is replaced", .done) { work in
      try work.write(review.replacing("down", with: "slow"), to: "content/incidents/a/review.md")
    },
    Change("a source is added", .done) { work in
      try work.write(review, to: "content/incidents/b/review.md")
    },
    Change("a source is renamed", .done) { work in
      try work.move("content/incidents/a", to: "content/incidents/b")
    },
    Change("a source is removed", .done) { work in try work.remove("content/runbooks/restart.md") },
    Change("a picture is edited", .done) { work in
      try work.write("<svg></svg>", to: "content/incidents/a/load.svg")
    },
    Change("a file that no page shows is added", .done) { work in
      try work.write("x", to: "content/notes.txt")
    },
    Change("a hidden file is added", .told) { work in try work.write("x", to: "content/.x.swp") },
    Change("the settings are edited", .done) { work in
      try work.write("title: Incidents\n", to: "content/site.yml")
    },
    Change("a template is edited", .done) { work in
      let path = "templates/archive/archive.css"
      try work.write(try ReviewProject.text(path, in: work) + "\n", to: path)
    },
    Change("a template is added", .done) { work in
      try work.write("x", to: "templates/archive/x.css")
    },
    Change("a page is edited", .notKept) { work in
      try work.write("my page", to: "site/static/archive/index.html")
    },
    Change("a page is removed", .done) { work in try work.remove("site/static/archive/index.html")
    },
    Change("a folder of pages is a link", .notKept) { work in
      try work.move("site/static/archive/incidents", to: "elsewhere")
      try FileManager.default.createSymbolicLink(
        atPath: work.appending(path: "site/static/archive/incidents").path(),
        withDestinationPath: work.appending(path: "elsewhere").path())
    },
    Change("the manifest is removed", .done) { work in try work.remove("site/.build-site/manifest")
    },
    Change("a build was killed", .done) { work in
      try work.write("", to: "site/.build-site/manifest.next")
    },
    Change("the site is removed", .done) { work in try work.remove("site") },
    Change("a file of the team is added to the site", .told) { work in
      try work.write("ours", to: "site/blog/ours.md")
    },
    Change("what is kept is removed", .done) { work in try work.remove("site/.build-site/run") },
    Change("what is kept is cut short", .done) { work in
      let file = work.appending(path: "site/.build-site/run")
      try Data(contentsOf: file).dropLast(7).write(to: file)
    },
    Change("another option", .done, options: ["--drafts"]),
    Change("another day", .done, options: ["--now", "2026-03-01"]),
    Change("the day of the environment", .done, environment: ["SOURCE_DATE_EPOCH": "1800000000"]),
    Change("another format", .done, options: ["--format", "json"]),
    Change("in GitHub Actions", .done, environment: ["GITHUB_ACTIONS": "true"]),
    Change("colours", .done, environment: ["NO_COLOR": "", "CLICOLOR_FORCE": "1"]),
    Change("without a cache", .notKept, options: ["--no-cache"]),
    Change("a dry run", .notKept, options: ["--dry-run"]),
  ]

  /// Whatever happened, the run says and leaves what a run without memory does.
  @Test(arguments: changes) private func isWhatABuildWithoutMemoryIs(change: Change) async throws {
    try await Self.withProject { work in
      let first = try Self.build(in: work)
      let kept = try #require(try Self.kept(in: work))
      try change.apply(work)
      let copy = work.deletingLastPathComponent().appending(path: "copy")
      try FileManager.default.copyItem(at: work, to: copy)
      let run = try Self.build(in: work, change.options, environment: change.environment)
      let other = try Self.build(
        in: copy, change.options.filter { $0 != "--no-cache" } + ["--no-cache"],
        environment: change.environment)
      #expect(run.output == other.output)
      #expect(run.errors == other.errors)
      #expect(run.exitCode == other.exitCode)
      #expect(try work.site() == copy.site())
      #expect(try (Self.kept(in: work) != kept) == (change.outcome == .done))
      if change.outcome == .told { #expect(run.output == first.output) }
    }
  }

  /// A build that fails for what it found is told again too.
  @Test func failuresAreToldAgain() async throws {
    try await Self.withProject { work in
      _ = try Self.build(in: work)
      try work.write(ReviewProject.review, to: "content/incidents/b.md")
      let first = try Program.run(["build"], in: work)
      let kept = try Self.kept(in: work)
      let second = try Program.run(["build"], in: work)
      #expect(first.exitCode == 1)
      #expect(first.errors.contains("nothing written"))
      #expect(
        (second.exitCode, second.output, second.errors) == (
          first.exitCode, first.output, first.errors
        ))
      #expect(try Self.kept(in: work) == kept)
      try work.remove("content/incidents/b.md")
      #expect(try Program.run(["build"], in: work).output != first.output)
    }
  }

  /// What a file of CI says of the run is added for each run.
  @Test func theJobSummaryIsAddedAgain() async throws {
    try await Self.withProject { work in
      let environment = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary.md"]
      _ = try Self.build(in: work, environment: environment)
      let kept = try Self.kept(in: work)
      let first = try ReviewProject.text("summary.md", in: work)
      try work.remove("summary.md")
      _ = try Self.build(in: work, environment: environment)
      let second = try ReviewProject.text("summary.md", in: work)
      #expect(try Self.kept(in: work) == kept)
      let time = #/in [0-9.]+ s/#
      #expect(first.contains(time))
      #expect(second.replacing(time, with: "") == first.replacing(time, with: ""))
    }
  }

  /// What git leaves out decides what is content.
  @Test func gitIsAskedAgainWhenItsFilesChange() async throws {
    try await Self.withProject { work in
      try work.write("site/\ntemplates/\n", to: ".gitignore")
      let repository = try Repository(in: work)
      try repository.commit()
      _ = try Self.build(in: work)
      let kept = try Self.kept(in: work)
      // Another index, and the same answer.
      try work.write("x", to: "unrelated.txt")
      try repository.commit()
      #expect(try Self.build(in: work).errors.contains("1 runbook"))
      #expect(try Self.kept(in: work) == kept)
      try repository.git(["rm", "-q", "--cached", "content/runbooks/restart.md"])
      try work.write("restart.md\n", to: "content/runbooks/.gitignore")
      #expect(try Self.build(in: work).errors.contains("0 runbooks"))
      #expect(try Self.kept(in: work) != kept)
      try work.write("\n\n\n\n\n", to: "content/runbooks/.gitignore")
      #expect(try Self.build(in: work).errors.contains("1 runbook"))
    }
  }

  /// Counts what the system is asked for, so that it does not depend on how fast the machine is.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")))
  func readsNoSource() async throws {
    try await Self.withProject { work in
      Thread.sleep(forTimeInterval: 0.1)
      _ = try Self.build(in: work)
      let trace = try Program.opened(by: ["build", "--keep-going"], in: work)
      let read = trace.filter { !$0.contains("O_DIRECTORY") && !$0.contains("/site/") }
      #expect(trace.contains { $0.contains("\"site/.build-site/run\"") }, "\(trace)")
      #expect(read.filter { $0.contains("\"content") || $0.contains("\"templates") } == [])
      #expect(trace.filter { $0.contains("O_CREAT") || $0.contains("O_WRONLY") } == [])
    }
  }
}

extension URL {
  fileprivate func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: appending(path: path))
  }

  fileprivate func move(_ path: String, to other: String) throws {
    try FileManager.default.moveItem(at: appending(path: path), to: appending(path: other))
  }
}
