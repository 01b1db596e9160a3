import Foundation
import TestSupport
import Testing

/// Which files a run looks at, and what it says of the others.
struct FileChoiceTests {
  private static let review = "---\ndate: 2026-01-10\nseverity: P2\n---\n# Pool\n\nText.\n"

  private func withFiles(
    _ paths: [String], _ body: (URL) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      for path in paths { try work.write(Self.review, to: path) }
      try body(work)
    }
  }

  @Test func aRepositoryIsCheckedWithoutWhatItIgnores() async throws {
    try await withFiles([
      "docs/postmortems/a.md", "docs/postmortems/wip.md", "node_modules/x/y.md", "vendor/z.md",
      "docs/tracked.md", "build/out.md",
    ]) { work in
      let repository = try Repository(in: work)
      try repository.git(["add", "docs/tracked.md"])
      try work.write("wip.md\nbuild/\ntracked.md\n", to: ".gitignore")
      let run = try Program.run(["check", "."], in: work)
      #expect(run.errors.contains("2 incidents, 0 runbooks"), "\(run.errors)")
      #expect(run.errors.contains("3 files left out"), "\(run.errors)")
      let files = try Program.run(["inspect", "--files", "--format", "text", "."], in: work)
      #expect(
        files.output == """
          build/out.md: left out: ignored by git
          docs/postmortems/a.md: review
          docs/postmortems/wip.md: left out: ignored by git
          docs/tracked.md: review
          vendor/z.md: left out: of another project

          """)
    }
  }

  /// The pages that a build wrote are no content, whether or not git knows them.
  @Test func aGeneratedSiteIsLeftOut() async throws {
    try await withFiles(["content/incidents/a.md", "notes/b.md"]) { work in
      let before = try Program.run(["check", "."], in: work)
      #expect(try Program.build(["--keep-going"], in: work).errors.contains(" written"))
      let run = try Program.run(["check", "."], in: work)
      #expect(run.errors.contains("2 incidents, 0 runbooks"), "\(run.errors)")
      #expect(run.errors.contains("(1 generated folder left out)"), "\(run.errors)")
      #expect(run.output == before.output)
      let files = try Program.run(["inspect", "--files", "--format", "text", "."], in: work)
      #expect(
        files.output == """
          content/incidents/a.md: review
          notes/b.md: review
          site: left out: written by build-site

          """)
      // What is asked for by name is checked.
      let asked = try Program.run(["check", "site/blog"], in: work)
      #expect(asked.errors.contains("1 incident"), "\(asked.errors)")
    }
  }

  /// Content that a step of CI puts into an ignored folder is content.
  @Test func anIgnoredFolderIsCheckedAsAWhole() async throws {
    try await withFiles(["content/incidents/a.md"]) { work in
      _ = try Repository(in: work)
      try work.write("content/\n", to: ".gitignore")
      #expect(try Program.run(["check"], in: work).errors.contains("1 incident, 0 runbooks"))
    }
  }

  /// A file that is asked for by name is judged whatever git says.
  @Test func aFileIsJudgedWhenItIsAskedFor() async throws {
    try await withFiles(["content/incidents/a.md", "content/incidents/b.md"]) { work in
      _ = try Repository(in: work)
      try work.write("a.md\n", to: ".gitignore")
      let run = try Program.run(["check", "content/incidents/a.md"], in: work)
      #expect(run.errors.contains("1 incident, 0 runbooks"), "\(run.errors)")
    }
  }

  @Test func patternsExclude() async throws {
    try await withFiles([
      "content/incidents/a.md", "content/incidents/old/b.md", "content/incidents/c.tmp.md",
      "content/notes/x.md",
    ]) { work in
      try work.write("exclude: [old/, notes]\n", to: "content/site.yml")
      let run = try Program.run(["check", "--exclude", "*.tmp.md"], in: work)
      #expect(run.errors.contains("1 incident, 0 runbooks"), "\(run.errors)")
      #expect(run.errors.contains("3 files left out"))
      #expect(!run.output.contains("BS046"))
    }
  }

  @Test func whatIsNotReadIsNamed() async throws {
    try await withFiles([
      "content/incidents/a.md", "content/notes/x.md", "content/notes/y.md",
      "content/postmortems/b.md", "content/c.md",
    ]) { work in
      let run = try Program.run(["check"], in: work)
      #expect(run.errors.contains("3 incidents, 0 runbooks"), "\(run.errors)")
      #expect(run.errors.contains("2 files left out"))
      #expect(
        run.output.contains(
          "content/notes/x.md: note[BS046]: 2 files are not read, because they are in a folder that is neither for incidents nor for runbooks: 'content/notes/x.md', 'content/notes/y.md'"
        ), "\(run.output)")
    }
  }

  @Test func aReadmeAloneIsARunbook() async throws {
    try await withFiles(["content/runbooks/README.md"]) { work in
      let run = try Program.run(["check"], in: work)
      #expect(run.exitCode < 2)
      #expect(run.errors.contains("0 incidents, 1 runbook"), "\(run.errors)")
    }
  }

  @Test func aLinkIsJudged() async throws {
    try await withFiles(["elsewhere/a.md", "content/incidents/b.md"]) { work in
      for link in ["link.md", "content/incidents/link.md"] {
        try FileManager.default.createSymbolicLink(
          atPath: work.appending(path: link).path(),
          withDestinationPath: work.appending(path: "elsewhere/a.md").path())
        let run = try Program.run(["check", link], in: work)
        #expect(run.errors.contains("1 incident, 0 runbooks"), "\(run.errors)")
        #expect(!run.output.contains("BS009"))
      }
    }
  }

  /// A reader that has seen enough is no failure.
  @Test func aClosedPipeIsAQuietEnd() async throws {
    try await withFiles((0..<400).map { "content/incidents/a\($0).md" }) { work in
      _ = try Program.shell("check 2>errors.txt | head -1 >/dev/null", in: work)
      let text = try String(contentsOf: work.appending(path: "errors.txt"), encoding: .utf8)
      #expect(!text.contains("build-site:"), "\(text)")
    }
  }
}
