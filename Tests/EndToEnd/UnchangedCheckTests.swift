import Foundation
import TestSupport
import Testing

/// A check of a whole folder after which nothing changed is told again; any other is done.
struct UnchangedCheckTests {
  private enum Outcome {
    /// The verdict of the last check is told again.
    case told
    /// The check does its work, and its verdict is kept.
    case done
    /// The check does its work, and keeps nothing.
    case notKept
  }

  private struct Change: Sendable, CustomTestStringConvertible {
    let name: String
    let outcome: Outcome
    let arguments: [String]
    let environment: [String: String]
    let apply: @Sendable (_ work: URL) throws -> Void
    var testDescription: String { name }

    init(
      _ name: String, _ outcome: Outcome, _ arguments: [String] = [],
      environment: [String: String] = [:],
      _ apply: @escaping @Sendable (URL) throws -> Void = { _ in }
    ) {
      self.name = name
      self.outcome = outcome
      self.arguments = arguments
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

    ![Load](load.svg) and [the runbook](../../runbooks/restart.md)

    ## Timeline

    - 09:05 - Error rate at 25%
    - 10:05 - Gone

    ## Action items

    - [ ] Alert on pool use @mira due 2026-01-11
    - [ ] Cap the pool @mira due 2026-01-12

    """

  private static func withProject(_ body: (URL) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(review, to: "content/incidents/a/review.md")
      try work.write("<svg/>", to: "content/incidents/a/load.svg")
      try work.write("# Restart\n\nRestart it.\n", to: "content/runbooks/restart.md")
      try work.write("title: Reviews\n", to: "content/site.yml")
      try work.write("# Elsewhere\n", to: "elsewhere/review.md")
      try body(work)
    }
  }

  private static func check(
    in work: URL, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> Program.Run {
    try Program.run(
      ["check"] + arguments, in: work,
      environment: ["XDG_CACHE_HOME": work.appending(path: "../cache").standardized.path()].merging(
        environment
      ) { $1 })
  }

  /// The number and the time of each file in which a check is kept.
  private static func kept(of work: URL) throws -> Set<String> {
    let cache = work.deletingLastPathComponent().appending(path: "cache")
    let names = FileManager.default.enumerator(atPath: cache.path())
    var found: Set<String> = []
    for case let name as String in names ?? .init() where name.hasSuffix("/check") {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: cache.appending(path: name).path())
      let number = try #require(attributes[.systemFileNumber] as? UInt64)
      let time = try #require(attributes[.modificationDate] as? Date)
      found.insert("\(name) \(number) \(time.timeIntervalSince1970)")
    }
    return found
  }

  private static func file(keptOf work: URL) throws -> URL {
    let path = try #require(try kept(of: work).first?.split(separator: " ").first)
    return work.deletingLastPathComponent().appending(path: "cache/\(path)")
  }

  private static let changes = [
    Change("nothing", .told),
    Change("a source is saved as it was", .told) { work in
      try work.write(review, to: "content/incidents/a/review.md")
    },
    Change("a source is edited", .done) { work in
      try work.write(review + "- [ ] More @mira\n", to: "content/incidents/a/review.md")
    },
    Change("a line is added before what is found", .done) { work in
      let longer = review.replacing("## Action", with: "Text.\n\n## Action")
      try work.write(longer, to: "content/incidents/a/review.md")
    },
    Change("a letter of a source is replaced", .done) { work in
      try work.write(review.replacing("Alert", with: "Alarm"), to: "content/incidents/a/review.md")
    },
    Change("a source is added", .done) { work in
      try work.write(review, to: "content/incidents/b/review.md")
    },
    Change("a source is removed", .done) { work in
      try FileManager.default.removeItem(at: work.appending(path: "content/runbooks/restart.md"))
    },
    Change("a linked file is removed", .done) { work in
      try FileManager.default.removeItem(at: work.appending(path: "content/incidents/a/load.svg"))
    },
    Change("a hidden file is added", .told) { work in try work.write("x", to: "content/.x.swp") },
    Change("the settings are edited", .done) { work in
      try work.write("checklist:\n  PM072: error\n", to: "content/site.yml")
    },
    Change("templates are added", .done) { work in
      try work.write("{{", to: "templates/archive/home.html")
    },
    Change("what is kept is removed", .done) { work in
      try FileManager.default.removeItem(at: file(keptOf: work))
    },
    Change("what is kept is cut short", .done) { work in
      let file = try file(keptOf: work)
      try Data(contentsOf: file).dropLast(7).write(to: file)
    },
    Change("what is kept has another byte", .done) { work in
      let file = try file(keptOf: work)
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: file)
    },
    Change("another option", .done, ["--strict"]),
    Change("another day", .done, ["--now", "2026-03-01"]),
    Change("the day of the environment", .done, environment: ["SOURCE_DATE_EPOCH": "1800000000"]),
    Change("another format", .done, ["--format", "json"]),
    Change("a folder of the content", .done, ["content/incidents"]),
    Change("another folder", .done, ["elsewhere"]),
    Change("a file", .notKept, ["content/incidents/a/review.md"]),
    Change("two folders", .notKept, ["content", "elsewhere"]),
    Change("without a cache", .notKept, ["--no-cache"]),
    Change("a difference", .notKept, ["--diff"]),
    Change("a new baseline", .notKept, ["--write-baseline", "baseline"]),
  ]

  /// Whatever happened, the check says what one without memory does.
  @Test(arguments: changes) private func isWhatACheckWithoutMemoryIs(change: Change) async throws {
    try await Self.withProject { work in
      let first = try Self.check(in: work)
      let kept = try Self.kept(of: work)
      #expect(kept.count == 1)
      try change.apply(work)
      let run = try Self.check(in: work, change.arguments, environment: change.environment)
      #expect(try (Self.kept(of: work) != kept) == (change.outcome == .done))
      let other = try Self.check(
        in: work, change.arguments.filter { $0 != "--no-cache" } + ["--no-cache"],
        environment: change.environment)
      #expect(run.output == other.output)
      #expect(run.errors == other.errors)
      #expect(run.exitCode == other.exitCode)
      if change.outcome == .told { #expect(run.output == first.output) }
    }
  }

  /// A baseline is a file like any other.
  @Test func aBaselineIsReadAgainWhenItChanges() async throws {
    try await Self.withProject { work in
      _ = try Self.check(in: work, ["--write-baseline", "baseline"])
      let arguments = ["--baseline", "baseline"]
      let first = try Self.check(in: work, arguments)
      let kept = try Self.kept(of: work)
      #expect(try Self.check(in: work, arguments).output == first.output)
      #expect(try Self.kept(of: work) == kept)
      let lines = try ReviewProject.text("baseline", in: work).split(separator: "\n")
      try work.write(lines.dropLast().joined(separator: "\n") + "\n", to: "baseline")
      #expect(try Self.check(in: work, arguments).output != first.output)
    }
  }

  /// With a site, what is kept is in the site's own folder. A check of which nothing changed opens no source.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")))
  func aSiteKeepsTheCheckOfItsContent() async throws {
    try await Self.withProject { work in
      try FileManager.default.copyItem(
        at: Program.project.appending(path: "templates"), to: work.appending(path: "templates"))
      _ = try Program.run(["build", "--keep-going"], in: work)
      let first = try Self.check(in: work)
      #expect(try Self.kept(of: work) == [])
      #expect(try work.tree("site").keys.contains { $0.hasSuffix("/check") })
      let trace = try Program.opened(by: ["check"], in: work)
      #expect(trace.filter { $0.contains("content/incidents/a/review.md") } == [])
      #expect(try Self.check(in: work).output == first.output)
    }
  }
}
