import Foundation
import TestSupport
import Testing

/// A secret is reported at its place, named in no report, and not published (47, 48, 49).
struct SecretTests {
  /// Invented, and put together so that no scanner takes this file for a leak.
  private static let token = "gh" + "p_4fT9qLw2ZrXk7VbN0cYs8HdJ3mPuG6eAoR1i"
  private static let password = "m4ple" + "-Harbor-71"
  private static let canaries = ["9qLw2ZrXk7", "-Harbor-71"]

  private static let review = """
    ---
    title: Checkout down
    date: 2026-01-10
    severity: P2
    owner: "\(token)"
    ---
    # Checkout down \(token)

    ![graph of \(token)](graph.png "\(token)")
    See [log](log.txt "password=\(password)") and <https://ci:\(password)@git.internal/x>.
    [dead](missing-\(token).md)

    ## Timeline

    - 10:05 - Error rate at 25%, password=\(password)

    ## Root cause

    ```sh
    curl -H "Authorization: Bearer \(token)" https://api.internal
    ```

    ## Action items

    - Rotate \(token)

    """

  private func with(_ text: String, _ body: (URL) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(text, to: "content/incidents/incident-2026-01-10-001/review.md")
      try work.write(
        "10:05 connect\nDB_PASSWORD=\(Self.password)\n",
        to: "content/incidents/incident-2026-01-10-001/log.txt")
      try work.write("\u{89}PNG", to: "content/incidents/incident-2026-01-10-001/graph.png")
      try work.write("title: A\n", to: "content/site.yml")
      try body(work)
    }
  }

  @Test(arguments: ["text", "json", "github", "gitlab", "sarif", "junit"])
  func noReportHasIt(format: String) async throws {
    try await with(Self.review) { work in
      let run = try Program.run(["check", "--format", format], in: work)
      #expect(run.exitCode == 1)
      for canary in Self.canaries {
        #expect(!run.output.contains(canary), "\(run.output)")
        #expect(!run.errors.contains(canary))
      }
    }
  }

  @Test func isReportedAtEachPlace() async throws {
    try await with(Self.review) { work in
      let run = try Program.run(["check"], in: work)
      let found = run.output.split(separator: "\n").filter { $0.contains("error[BS08") }
        .compactMap { line in
          line.firstMatch(of: /([a-z]+\.[a-z]+):(\d+):\d+: error\[(BS08\d)\]/).map {
            "\($0.1):\($0.2) \($0.3)"
          }
        }
      #expect(
        found == [
          "log.txt:2 BS083", "review.md:5 BS081", "review.md:7 BS081", "review.md:9 BS081",
          "review.md:9 BS081", "review.md:10 BS083", "review.md:10 BS084", "review.md:11 BS081",
          "review.md:15 BS083", "review.md:20 BS081", "review.md:25 BS081",
        ])
    }
  }

  @Test(arguments: ["text", "json"]) func inspectionHidesIt(format: String) async throws {
    try await with(Self.review) { work in
      let run = try Program.run(["inspect", "--format", format, "content"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.output.contains("gh" + "p_…"))
      for canary in Self.canaries { #expect(!run.output.contains(canary), "\(run.output)") }
    }
  }

  @Test func isNotPublishedEitherWay() async throws {
    try await with(Self.review) { work in
      for options in [[], ["--keep-going"]] {
        let run = try Program.build(options, in: work)
        #expect(run.exitCode == 1)
        #expect(run.errors.contains("nothing written"))
        #expect(!FileManager.default.fileExists(atPath: work.appending(path: "site").path()))
      }
    }
  }

  private static let clean = """
    ---
    date: 2026-01-10
    severity: P2
    ---
    # Checkout down

    ## Timeline

    - 10:05 - Error rate at 25%

    ## Root cause

    A pool of ten connections.

    ## Action items

    - Alert on pool use @data

    See the [log](log.txt).

    """

  /// By a comment above a paragraph or a code block, by front matter, and for a file without comments by
  /// site.yml.
  @Test func isAllowedWithAReason() async throws {
    let text =
      Self.clean + """
        <!-- build-site allow BS081: a key from the vendor's documentation -->
        The job used \(Self.token).

        <!-- build-site allow BS083: the test database -->
        ```sh
        export A=1
        export DB_PASSWORD=\(Self.password)
        ```

        """
    try await with(text) { work in
      let refused = try Program.build(in: work)
      #expect(refused.exitCode == 1)
      #expect(refused.output.contains("log.txt:2:13: error[BS083]"))
      #expect(!refused.output.contains("review.md"), "\(refused.output)")
      let allow = """
        allow:
          incidents/incident-2026-01-10-001/log.txt:
            BS083: the test database

        """
      try work.write(allow, to: "content/site.yml")
      let run = try Program.build(in: work)
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
      #expect(run.output == "")
      #expect(run.errors.contains("suppressed"))
    }
  }

  @Test(arguments: [
    ("<!-- build-site allow BS081 -->\nThe job used \(token).", ["BS070", "BS081"]),
    ("<!-- build-site allow BS081: unused -->\nThe job used a token.", ["BS071"]),
    ("<!-- build-site allow BS080: no -->\nThe job used a token.", ["BS070"]),
  ])
  func aSuppressionIsJudged(text: String, codes: [String]) async throws {
    try await with(Self.clean.replacing("See the [log](log.txt).", with: text)) { work in
      let run = try Program.run(["check"], in: work)
      let found = run.output.matches(of: /\[(BS0[78]\d)\]/).map { String($0.1) }
      #expect(found.sorted() == codes)
    }
  }

  @Test(arguments: [
    ("allow:\n  incidents/x.txt:\n    BS083: why\n", "BS071"), ("allow: yes\n", "BS070"),
    ("allow:\n  incidents/x.txt: why\n", "BS070"), ("allow:\n  x.txt:\n    BS083:\n", "BS070"),
    ("allow:\n  x.txt:\n    BS999: why\n", "BS072"),
  ])
  func anEntryOfTheSettingsIsJudged(settings: String, code: String) async throws {
    try await with(Self.clean.replacing("See the [log](log.txt).", with: "")) { work in
      try work.write(settings, to: "content/site.yml")
      let run = try Program.run(["check"], in: work)
      #expect(run.output.contains("[\(code)]"), "\(run.output)")
    }
  }

  /// Of so many only the first are told one by one, and what is told later is masked as well.
  @Test func manySecretsAreCountedAndNoneIsShown() async throws {
    let lines = (0..<1_100).map { "Line \($0): password" + "=hun\($0)ter22x\n\n" }.joined()
    try await with(Self.clean.replacing("See the [log](log.txt).", with: lines)) { work in
      for format in ["text", "json"] {
        let run = try Program.run(["check", "--format", format], in: work)
        #expect(run.output.matches(of: /BS083/).count >= 1_001)
        #expect(run.output.contains("100 more findings like these"))
        #expect(!run.output.contains("ter22x"))
      }
    }
  }
}
