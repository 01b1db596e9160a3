import Diagnostics
import Files
import Foundation
import Publishing
import Testing

/// Files whose bytes are not the build's are neither removed nor replaced, whatever their times, sizes and names say.
@Suite struct ForeignFileTests {
  let site: TemporarySite

  init() throws { site = try TemporarySite() }

  private static let page = "docs/runbooks/rollback.md"
  private static let archived = "static/archive/incidents/pool/index.html"

  /// Changes a file and puts its time back.
  private func edit(_ path: String, to text: String) throws {
    let file = site.path(path)
    let modified = try #require(try fileStatus(of: file)?.modified)
    try Data(text.utf8).write(to: URL(filePath: file))
    let time = timespec(
      tv_sec: Int(modified / 1_000_000_000), tv_nsec: Int(modified % 1_000_000_000))
    try #require(unsafe utimensat(AT_FDCWD, file, [time, time], 0) == 0)
    try #require(try fileStatus(of: file)?.modified == modified)
  }

  @Test(arguments: [page, archived])
  func anEditOfEqualSizeAndTimeIsNotReplaced(path: String) async throws {
    _ = try await site.writer.write(plan(smallSite))
    let mine = try #require(smallSite[path]).uppercased()
    try edit(path, to: mine)
    let edited = smallSite.merging([path: "another text"]) { $1 }
    #expect(await refusals(of: plan(edited), by: site.writer).map(\.code) == ["BS042"])
    #expect(site.text(path) == mine)
  }

  @Test(arguments: [page, archived])
  func anEditOfEqualSizeAndTimeIsNotRemoved(path: String) async throws {
    _ = try await site.writer.write(plan(smallSite))
    let mine = try #require(smallSite[path]).uppercased()
    try edit(path, to: mine)
    let rest = smallSite.filter { $0.key != path }
    #expect(try await site.writer.preview(plan(rest)).kept == [path])
    #expect(try await site.writer.write(plan(rest)).kept == [path])
    #expect(site.text(path) == mine)
  }

  @Test(arguments: [page, archived], ["short", "a text that is much longer than the page was"])
  func anEditWithItsTimePutBackIsNeitherReplacedNorRemoved(path: String, mine: String) async throws
  {
    _ = try await site.writer.write(plan(smallSite))
    try edit(path, to: mine)
    let edited = smallSite.merging([path: "another text"]) { $1 }
    #expect(await refusals(of: plan(edited), by: site.writer).map(\.code) == ["BS042"])
    _ = try await site.writer.write(plan(smallSite.filter { $0.key != path }))
    #expect(site.text(path) == mine)
  }

  /// A line of the manifest that somebody wrote, or that a merge of two branches made.
  @Test(arguments: ["docs/mine.md", "static/archive/mine.txt", "package.json"])
  func anEntryWithTheRightTimeAndAnotherHashOwnsNothing(path: String) async throws {
    _ = try await site.writer.write(plan(["docs/a.md": "a"]))
    try site.put("mine", at: path)
    let time = try #require(try fileStatus(of: site.path(path))?.modified)
    let hash = ContentHash(of: Array("ours".utf8))
    let manifest = try #require(site.text(".build-site/manifest"))
    var lines = manifest.split(separator: "\n").map(String.init)
    lines.insert("\(hash) 4 \(time) - \(path)", at: path < "docs/a.md" ? 1 : 2)
    lines[lines.count - 1] = "end 2"
    try site.put(lines.joined(separator: "\n") + "\n", at: ".build-site/manifest")
    #expect(try await site.writer.write(plan([:])).kept.contains(path))
    #expect(site.text(path) == "mine")
    #expect(await refusals(of: plan([path: "ours, new"]), by: site.writer).map(\.code) == ["BS042"])
    #expect(site.text(path) == "mine")
  }

  /// The names that the build once used, or may seem to use, beside what it replaces.
  @Test(arguments: [
    "static/.archive.aside/mine.txt", "static/archive.aside/mine.txt", "static/archive~/mine.txt",
    "docs/runbooks/.rollback.md.aside", "docs/runbooks/.build-site-1-abc.tmp",
    "blog/2026-01-10-pool/.index.md.aside/mine.txt", "static/archive/.index.html.aside",
    "static/archive/removed/0", "aside/mine.txt", "stage/mine.txt",
  ])
  func aNameOfTheExchangeStaysWithItsOwner(path: String) async throws {
    try site.put("mine", at: path)
    _ = try await site.writer.write(plan(smallSite))
    _ = try await site.writer.write(plan(smallSite.mapValues { $0 + "edited" }))
    for step in [WriteStep.exchangeArchive, .write(Self.page), .commit] {
      try await site.kill(before: step, plan(smallSite))
      _ = try await site.writer.write(plan(smallSite.mapValues { $0 + "again" }))
    }
    _ = try await site.writer.write(plan([:]))
    #expect(site.text(path) == "mine")
  }

  /// Without an archive yet, such a folder must not become the archive.
  @Test func aFolderBesideNoArchiveIsNotTakenForIt() async throws {
    try site.put("mine", at: "static/.archive.aside/mine.txt")
    _ = try await site.writer.write(plan(["docs/a.md": "a"]))
    #expect(site.text("static/.archive.aside/mine.txt") == "mine")
    #expect(!site.exists("static/archive"))
  }

  @Test(arguments: [".build-site/stage/mine.txt", ".build-site/mine.txt", ".build-site/aside/x"])
  func aFolderThatHasTheNameOfTheBuildsOwnIsLeftAlone(path: String) async throws {
    try site.put("mine", at: path)
    let findings = await refusals(of: plan(smallSite), by: site.writer)
    #expect(findings.map(\.code) == ["BS043"])
    #expect(findings.map(\.path) == [site.path(".build-site")])
    #expect(site.text(path) == "mine")
  }

  /// What somebody does in the moment between the look and the rename.
  @Test(arguments: [
    (WriteStep.exchangeArchive, archived), (.exchangeArchive, "static/archive/index.html"),
    (.write(page), page),
    (.remove("blog/2026-02-11-disk/index.md"), "blog/2026-02-11-disk/index.md"),
  ])
  func anEditInTheMeantimeEndsTheBuild(step: WriteStep, path: String) async throws {
    _ = try await site.writer.write(plan(smallSite))
    var after = smallSite
    after["static/archive/index.html"] = "<p>New home"
    after[Self.page] = "new"
    after["blog/2026-02-11-disk/index.md"] = nil
    let file = site.path(path)
    let writer = SiteWriter(root: site.root) { next in
      if next == step { try writeFile(Array("mine".utf8), to: file) }
    }
    do throws(WriteError) {
      _ = try await writer.write(plan(after))
      Issue.record("the edit went unnoticed")
    } catch {
      #expect(error.isChanged)
      #expect(error.description.hasPrefix("\(file): changed while the build was running"))
    }
    #expect(
      try site.tree().filter { !$0.key.hasSuffix("/") } == smallSite.merging([path: "mine"]) { $1 })
  }

  @Test(arguments: [
    (WriteStep.write("docs/new.md"), "docs/new.md"), (.exchangeArchive, "static/archive/new.html"),
  ])
  func aFileThatAppearsWhereAPageGoesEndsTheBuild(step: WriteStep, path: String) async throws {
    _ = try await site.writer.write(plan(smallSite))
    let file = site.path(path)
    let writer = SiteWriter(root: site.root) { next in
      if next == step { try writeFile(Array("mine".utf8), to: file) }
    }
    do throws(WriteError) {
      _ = try await writer.write(plan(smallSite.merging([path: "ours"]) { $1 }))
      Issue.record("the file was replaced")
    } catch {
      #expect(error.isChanged)
    }
    #expect(
      try site.tree().filter { !$0.key.hasSuffix("/") } == smallSite.merging([path: "mine"]) { $1 })
  }
}
