import Foundation
import TestSupport
import Testing

/// What the build writes, and what it never touches.
struct WritingTests {
  private func withExample<Result>(_ body: (URL) async throws -> Result) async throws -> Result {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Program.project.appending(path: "content"), to: work.appending(path: "content"))
      return try await body(work)
    }
  }

  @Test func aSecondBuildWritesNothing() async throws {
    try await withExample { work in
      #expect(try Program.build(in: work).exitCode == 0)
      let before = try work.tree("site")
      let run = try Program.build(in: work)
      #expect(run.errors.contains("site: 0 written"), "\(run.errors)")
      #expect(run.errors.contains(" 0 removed"))
      #expect(try work.tree("site") == before)
    }
  }

  @Test func twoBuildsInTwoPlacesAreTheSame() async throws {
    let first = try await withExample { work in
      _ = try Program.build(in: work)
      return try work.site()
    }
    let second = try await withExample { work in
      _ = try Program.build(in: work)
      return try work.site()
    }
    #expect(first == second)
  }

  /// By a program that others wrote: the site that it patches is the one that the build writes.
  @Test func aDiffIsWhatABuildWouldWrite() async throws {
    try await withExample { work in
      _ = try Program.build(in: work)
      let old = "content/incidents/2026-06-16-unrestorable-backups.md"
      try FileManager.default.removeItem(at: work.appending(path: old))
      try work.write(ReviewProject.fixed, to: "content/incidents/2026-12-01-new.md")
      let before = try work.site()
      let diff = try Program.build(["--keep-going", "--dry-run", "--diff"], in: work)
      #expect(try work.site() == before)
      let lines = diff.output.split(separator: "\n", omittingEmptySubsequences: false)
      let start = try #require(lines.firstIndex { $0.hasPrefix("--- ") })
      try work.write(lines[start...].joined(separator: "\n"), to: "../site.diff")
      let patch = try run("/usr/bin/git", ["apply", "../site.diff"], in: work)
      #expect(patch == 0)
      let patched = try work.site()
      try FileManager.default.removeItem(at: work.appending(path: "site"))
      _ = try Program.build(["--keep-going"], in: work)
      #expect(patched == (try work.site()))
    }
  }

  private func run(_ program: String, _ arguments: [String], in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test func filesOfPeopleStay() async throws {
    try await withExample { work in
      try work.write("ours\n", to: "site/blog/2020-01-01-hello/index.md")
      try work.write("ours\n", to: "site/static/archive/notes.txt")
      #expect(try Program.build(in: work).exitCode == 0)
      try FileManager.default.removeItem(
        at: work.appending(path: "content/incidents/2026-06-16-unrestorable-backups.md"))
      _ = try Program.build(["--keep-going"], in: work)
      let site = try work.tree("site")
      #expect(site["blog/2020-01-01-hello/index.md"] == Data("ours\n".utf8))
      #expect(site["static/archive/notes.txt"] == Data("ours\n".utf8))
      #expect(!site.keys.contains { $0.contains("unrestorable-backups") })
    }
  }

  /// A comment that allows a finding is for the authors: no page shows it, and the blog keeps it a comment.
  @Test func suppressionsAreNotShown() async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Program.project.appending(path: "Tests/EndToEnd/Cases/suppressed/content"),
        to: work.appending(path: "content"))
      let run = try Program.build(["--keep-going"], in: work)
      #expect(run.errors.contains("3 suppressed"))
      let site = try work.tree("site")
      let pages = site.filter {
        $0.key.hasPrefix("static/archive/incidents/") || $0.key.hasSuffix(".json")
      }
      #expect(pages.count > 2)
      for (path, bytes) in pages {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("build-site allow") && !text.contains("kept by two"), "\(path)")
      }
      let post = try #require(site.first { $0.key.hasPrefix("blog/2026-02-06") }?.value)
      let lines = String(decoding: post, as: UTF8.self).split(separator: "\n")
      let own = lines.filter { $0.contains("build-site allow") }
      #expect(own.count == 2)
      #expect(own.allSatisfy { $0.hasPrefix("<!--") && $0.hasSuffix("-->") })
    }
  }

  @Test func aChangeByHandStopsTheBuild() async throws {
    try await withExample { work in
      _ = try Program.build(in: work)
      try work.write("my change\n", to: "site/blog/tags.yml")
      try work.write("{ }\n", to: "content/tags.yml")
      let before = try work.site()
      let run = try Program.build(["--keep-going"], in: work)
      #expect(run.exitCode == 1)
      #expect(run.output.contains("BS042"), "\(run.output)")
      #expect(run.output.contains("make the change in 'content/tags.yml', and delete"))
      #expect(try work.site() == before)
    }
  }

  /// A page that is made from no single document is made from a template, or from all of the content.
  @Test(arguments: [
    ("static/archive/index.html", "templates/archive/home.mustache"),
    ("static/archive/archive.css", "templates/archive/archive.css"),
    ("static/archive/site.json", "content"), ("docs/learning/index.md", "content"),
  ])
  func aChangeByHandNamesTheFileToChange(page: String, origin: String) async throws {
    try await withExample { work in
      _ = try Program.build(in: work)
      try work.write("my change\n", to: "site/\(page)")
      try work.write("title: Other\n", to: "content/site.yml")
      let run = try Program.build(["--keep-going", "--no-cache"], in: work)
      #expect(run.output.contains("make the change in '"), "\(run.output)")
      #expect(run.output.contains("\(origin)', and delete the file"), "\(run.output)")
    }
  }

  /// The findings about the content and those about the site folder are one report.
  @Test func theSiteIsPartOfTheReport() async throws {
    struct Finding: Decodable { let code: String }
    struct Report: Decodable { let findings: [Finding] }
    try await withExample { work in
      _ = try Program.build(in: work)
      try work.write("my change\n", to: "site/blog/tags.yml")
      try work.write("{ }\n", to: "content/tags.yml")
      try work.write("# Queue full\n\nSee [it](gone.md).\n", to: "content/incidents/queue.md")
      let run = try Program.build(["--keep-going", "--format", "json"], in: work)
      #expect(run.exitCode == 1)
      let report = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8))
      let codes = report.findings.map(\.code)
      #expect(codes.contains("BS042") && codes.contains("BS050"), "\(codes)")
    }
  }
}
