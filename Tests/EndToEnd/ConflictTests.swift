import Foundation
import TestSupport
import Testing

/// A file with a merge conflict is reported at each mark, and neither side of it is the record.
struct ConflictTests {
  private static let other = """
    ---
    date: 2026-02-11
    severity: P2
    ---
    # Carts lost

    ## Timeline

    - 10:05 - Error rate at 25%

    ## Root cause

    A full disk. See [checkout](2026-01-10-checkout.md) and [its start](2026-01-10-checkout.md#timeline).

    ## Action items

    - Alert on disk use @data

    """

  private static let conflict = """
    ---
    date: 2026-01-10
    severity: P2
    ---
    # Checkout canary

    ## Timeline

    <<<<<<< HEAD
    - 10:05 - Error rate at 25%
    =======
    - 10:07 - Error rate at 26%
    >>>>>>> late

    ## Root cause

    A pool of ten connections.

    """

  private func with(
    _ text: String, at path: String = "content/incidents/2026-01-10-checkout.md",
    _ body: (URL) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.other, to: "content/incidents/2026-02-11-carts.md")
      try work.write(text, to: path)
      try body(work)
    }
  }

  @Test(arguments: [conflict, conflict.replacing("\n", with: "\r\n")])
  func isReportedAtEachMark(text: String) async throws {
    try await with(text) { work in
      let run = try Program.build(in: work)
      #expect(run.exitCode == 1)
      let found = run.output.matches(of: /checkout\.md:(\d+):1: error\[(BS\d+)\]/).map {
        "\($0.1) \($0.2)"
      }
      #expect(found == ["9 BS080", "11 BS080", "13 BS080"])
      #expect(!FileManager.default.fileExists(atPath: work.appending(path: "site").path()))
    }
  }

  /// The other pages are published, and their links to it are text.
  @Test func isNotPublishedWithKeepGoing() async throws {
    try await with(Self.conflict) { work in
      let run = try Program.build(["--keep-going"], in: work)
      #expect(run.exitCode == 1)
      #expect(!run.output.contains("BS050"), "\(run.output)")
      #expect(!run.output.contains("BS051"), "\(run.output)")
      let files = try work.tree("site")
      #expect(files.keys.contains { $0.contains("2026-02-11") })
      for (path, bytes) in files {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!path.contains("2026-01-10") && !text.contains("canary"), "\(path)")
        #expect(!text.lowercased().contains("rate at 26"), "\(path)")
      }
    }
  }

  @Test(arguments: [
    (
      "content/incidents/x/timeline.md",
      "# A\n\n<<<<<<< HEAD\n- 10:05 - Down\n=======\n- 10:06 - Down\n>>>>>>> x\n"
    ),
    ("content/incidents/x.mdx", "# A\n\n<<<<<<< HEAD\nb\n||||||| base\no\n=======\nc\n>>>>>>> x\n"),
    (
      "content/runbooks/restart.md",
      "---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> x\n---\n# A\n"
    ),
    ("content/site.yml", "<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> x\n"),
    ("content/authors.yml", "ana:\n<<<<<<< HEAD\n  name: A\n=======\n  name: B\n>>>>>>> x\n"),
    ("content/tags.yml", "a:\n<<<<<<< HEAD\n  label: A\n=======\n  label: B\n>>>>>>> x\n"),
  ])
  func isReportedInEveryKindOfFile(path: String, text: String) async throws {
    try await with(text, at: path) { work in
      let run = try Program.run(["check"], in: work)
      #expect(run.exitCode == 1)
      let codes = run.output.matches(of: /error\[(BS\d+)\]/).map { String($0.1) }
      #expect(Set(codes) == ["BS050", "BS080"], "\(run.output)")
    }
  }

  /// A runbook about merge conflicts, and a heading with a line under it.
  @Test(arguments: [
    "# Merge\n\n```text\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n```\n",
    "# Merge\n\n- one\n\n  ~~~\n<<<<<<< HEAD\n~~~\n".replacing(
      "<<<<<<< HEAD", with: "  <<<<<<< HEAD"),
    "Merge\n=======\n\nText.\n",
  ])
  func isNoConflict(text: String) async throws {
    try await with(text, at: "content/runbooks/merge.md") { work in
      let run = try Program.run(["check"], in: work)
      #expect(!run.output.contains("BS080"), "\(run.output)")
    }
  }

  @Test func inspectionReadsNeitherSide() async throws {
    try await with(Self.conflict) { work in
      let run = try Program.run(["inspect", "content/incidents/2026-01-10-checkout.md"], in: work)
      #expect(!run.output.contains("10:05") && !run.output.contains("10:07"), "\(run.output)")
      #expect(run.output.contains("a mark of a merge conflict"))
    }
  }
}
