import Foundation
import TestSupport
import Testing

/// Where the build refuses to write a site, before it writes anything.
struct SitePlaceTests {
  private func withProject(_ body: (URL) throws -> Void) async throws {
    try await ReviewProject.with { work in
      try work.write("kept\n", to: "home/notes.txt")
      try work.write("[core]\n", to: "repository/.git/config")
      try work.write("gitdir: elsewhere\n", to: "worktree/.git")
      try work.write("", to: "templates/archive/page.mustache")
      try work.write("kept\n", to: "a-file")
      let files = FileManager.default
      for (name, target) in [
        ("link", "elsewhere"), ("to-content", "content"), ("here", "."), ("dangling", "nowhere"),
      ] {
        try files.createSymbolicLink(
          atPath: work.appending(path: name).path(), withDestinationPath: target)
      }
      try files.createDirectory(
        at: work.appending(path: "elsewhere"), withIntermediateDirectories: true)
      try body(work)
    }
  }

  @Test(arguments: [
    ("", "has no name"), ("content", "is the content folder"),
    ("content/", "is the content folder"),
    ("./content", "is the content folder"), ("elsewhere/../content", "is the content folder"),
    ("content/site", "lies in the content folder"),
    ("content/incidents", "lies in the content folder"),
    ("content/a/b/c", "lies in the content folder"),
    ("to-content", "is a symbolic link"), ("to-content/", "is a symbolic link"),
    ("to-content/site", "lies in the content folder"),
    ("here/content", "is the content folder"), (".", "holds the content folder"),
    ("./", "holds the content folder"), ("..", "holds the content folder"),
    ("content/..", "holds the content folder"), ("here/.", "holds the content folder"),
    ("templates", "is the templates"), ("templates/site", "lies in the templates"),
    ("/", "is the root of the disk"), ("//", "is the root of the disk"),
    ("/..", "is the root of the disk"), ("home", "is your home folder"),
    ("repository", "is the root of a git repository"),
    ("worktree", "is the root of a git repository"), ("link", "is a symbolic link"),
    ("dangling", "is a symbolic link"), ("a-file", "is not a folder"),
  ])
  func isRefused(site: String, fault: String) async throws {
    try await withProject { work in
      let before = try Self.tree(of: work)
      for options in [[], ["--keep-going"], ["--dry-run"]] {
        let run = try Program.run(
          ["build", "--site", site] + options, in: work,
          environment: ["HOME": work.appending(path: "home").path()])
        #expect(run.exitCode == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("build-site: '--site \(site)' \(fault); "), "\(run.errors)")
      }
      #expect(try Self.tree(of: work) == before)
    }
  }

  /// `..` behind a folder that is not there leads nowhere, so nobody can say where the site would be.
  @Test func aWayThroughNothingIsRefused() async throws {
    try await withProject { work in
      let before = try Self.tree(of: work)
      #expect(try Program.run(["build", "--site", "nothing/../content"], in: work).exitCode != 0)
      #expect(try Self.tree(of: work) == before)
    }
  }

  @Test(arguments: ["site", "new/deep/site", "elsewhere", "content-site", "here/site", "home/site"])
  func isAllowed(site: String) async throws {
    try await withProject { work in
      let run = try Program.build(
        ["--keep-going", "--site", site], in: work)
      #expect(run.errors.contains("\(site): "), "\(run.errors)")
      let home = work.appending(path: "\(site)/static/archive/index.html")
      #expect(FileManager.default.fileExists(atPath: home.path()))
    }
  }

  /// Every name below a folder.
  private static func tree(of folder: URL) throws -> [String] {
    (FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String } ?? [])
      .sorted()
  }
}
