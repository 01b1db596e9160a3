import Foundation
import TestSupport
import Testing

/// `build-site redirects`: from an earlier commit to the lines of `redirects.yml`.
struct RedirectsCommandTests {
  private static func review(_ title: String, slug: String = "") -> String {
    """
    ---
    date: 2026-01-10
    severity: P2
    \(slug)
    ---
    # \(title)

    ## Impact

    All carts of \(title) were slow for an hour, and nobody could pay for anything in that time.

    ## Root cause

    The pool had ten connections, and one service took nine of them for a report of the month.

    """
  }

  private func withProject(_ body: (URL, Repository) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.review("Pool"), to: "content/incidents/2026-01-10-pool.md")
      try work.write(Self.review("Mast"), to: "content/incidents/incident-2026-01-10-001/review.md")
      try work.write("# Disk\n\n1. Look\n2. Delete\n", to: "content/runbooks/alerts/disk.md")
      try work.write("# My disk\n\n1. Look\n", to: "content/runbooks/my disk.md")
      let repository = try Repository(in: work)
      try repository.commit()
      try body(work, repository)
    }
  }

  private func move(_ from: String, _ to: String, in work: URL) throws {
    let target = work.appending(path: to)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.moveItem(at: work.appending(path: from), to: target)
  }

  @Test func nothingMoved() async throws {
    try await withProject { work, _ in
      let run = try Program.run(["redirects", "--check"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.output == "")
      #expect(run.errors == "no redirect is missing\n")
      _ = try Program.run(["redirects"], in: work)
      #expect(
        !FileManager.default.fileExists(
          atPath: work.appending(path: "content/redirects.yml").path()))
    }
  }

  /// A file that git knows to be renamed, one that it does not know yet, a title and a slug.
  @Test func everyMoveIsFound() async throws {
    try await withProject { work, repository in
      try repository.git(["mv", "content/runbooks/alerts/disk.md", "content/runbooks/disk.md"])
      try move("content/runbooks/my disk.md", "content/runbooks/it's my disk.md", in: work)
      try work.write(
        Self.review("Mast down"), to: "content/incidents/incident-2026-01-10-001/review.md")
      try work.write(
        Self.review("Pool", slug: "slug: full"), to: "content/incidents/2026-01-10-pool.md")
      let expected = """
        /archive/incidents/incident-2026-01-10-001-mast: incidents/incident-2026-01-10-001/review.md
        /archive/runbooks/alerts/disk: runbooks/disk.md
        /archive/runbooks/my-disk: 'runbooks/it''s my disk.md'
        /blog/2026/01/10/mast: incidents/incident-2026-01-10-001/review.md
        /blog/2026/01/10/pool: incidents/2026-01-10-pool.md
        /docs/runbooks/alerts/disk: runbooks/disk.md
        /docs/runbooks/my-disk: 'runbooks/it''s my disk.md'

        """
      let check = try Program.run(["redirects", "--check"], in: work)
      #expect(check.exitCode == 1)
      #expect(check.output == expected)
      #expect(check.errors == "7 redirects missing in content/redirects.yml\n")
      #expect(
        !FileManager.default.fileExists(
          atPath: work.appending(path: "content/redirects.yml").path()))
      #expect(try Program.run(["redirects"], in: work).exitCode == 0)
      let text = try ReviewProject.text("content/redirects.yml", in: work)
      #expect(text.hasSuffix(".\n" + expected))
      #expect(try Program.run(["redirects", "--check"], in: work).exitCode == 0)
      let build = try Program.build(["--keep-going"], in: work)
      #expect(!build.output.contains("redirects.yml"), "\(build.output)")
      let site = try work.tree("site")
      for line in expected.split(separator: "\n") {
        let address = line.prefix { $0 != ":" }
        #expect(site["static\(address)/index.html"] != nil, "\(address)")
      }
    }
  }

  /// Comments and order stay; a target that moved is put right.
  @Test func whatIsWrittenStays() async throws {
    try await withProject { work, repository in
      try work.write(
        "# ours\n\n/blog/2020/01/01/x: incidents/2026-01-10-pool.md # why\n/docs/runbooks/y: runbooks/my disk.md",
        to: "content/redirects.yml")
      try repository.commit()
      try repository.git([
        "mv", "content/incidents/2026-01-10-pool.md", "content/incidents/2026-01-10-a.md",
      ])
      try repository.commit()
      let run = try Program.run(["redirects", "--since", "HEAD~1"], in: work)
      #expect(run.exitCode == 0)
      #expect(
        try ReviewProject.text("content/redirects.yml", in: work) == """
          # ours

          /blog/2020/01/01/x: incidents/2026-01-10-a.md # why
          /docs/runbooks/y: runbooks/my disk.md
          /archive/incidents/2026-01-10-pool: incidents/2026-01-10-a.md
          /blog/2026/01/10/pool: incidents/2026-01-10-a.md

          """)
    }
  }

  @Test func aTakenAddressAndALostTextAreTold() async throws {
    try await withProject { work, _ in
      try move("content/runbooks/alerts/disk.md", "content/runbooks/disk.md", in: work)
      try FileManager.default.removeItem(at: work.appending(path: "content/runbooks/my disk.md"))
      try FileManager.default.removeItem(
        at: work.appending(path: "content/incidents/2026-01-10-pool.md"))
      try work.write(
        "# Other\n\n1. Something\n2. Else\n3. Entirely\n4. New\n",
        to: "content/runbooks/alerts/disk.md")
      let run = try Program.run(["redirects", "--check"], in: work)
      #expect(run.errors.contains("incidents/2026-01-10-pool.md: its text is in no other file"))
      #expect(run.errors.contains("runbooks/my disk.md: its text is in no other file"))
    }
  }

  @Test(arguments: ["no-such-commit", "--output=x", "HEAD^{tree}"])
  func aWrongRevisionIsNamed(revision: String) async throws {
    try await withProject { work, _ in
      let run = try Program.run(["redirects", "--since=\(revision)"], in: work)
      #expect(run.exitCode == 65)
      #expect(run.errors == "build-site: git knows no commit '\(revision)'\n")
    }
  }

  @Test func withoutARepositoryNothingIsKnown() async throws {
    try await ReviewProject.with { work in
      let run = try Program.run(
        ["redirects"], in: work, environment: ["GIT_CEILING_DIRECTORIES": "/tmp:/"])
      #expect(run.exitCode == 65)
      #expect(run.errors.contains("is not in a git repository"))
    }
  }

  /// The build names the command when a page of the last build is gone.
  @Test func theBuildTellsOfMoves() async throws {
    try await withProject { work, repository in
      _ = try Program.build(["--keep-going"], in: work)
      try repository.git(["mv", "content/runbooks/alerts/disk.md", "content/runbooks/disk.md"])
      let run = try Program.build(["--keep-going"], in: work)
      #expect(
        run.errors.contains(
          "note: nothing is at '/archive/runbooks/alerts/disk/index.html' and 1 other page any more; if the text has moved, run 'build-site redirects'"
        ), "\(run.errors)")
      _ = try Program.build(["--keep-going"], in: work)
      try repository.git(["mv", "content/runbooks/disk.md", "content/runbooks/alerts/disk.md"])
      try work.write(
        "/archive/runbooks/disk: runbooks/alerts/disk.md\n", to: "content/redirects.yml")
      #expect(try !Program.build(["--keep-going"], in: work).errors.contains("note: nothing"))
    }
  }
}
