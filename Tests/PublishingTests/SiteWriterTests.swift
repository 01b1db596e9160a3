import Diagnostics
import Files
import Publishing
import Synchronization
import Testing

@Suite struct SiteWriterTests {
  let site: TemporarySite

  init() throws { site = try TemporarySite() }

  @Test func writesFirstBuild() async throws {
    let summary = try await site.writer.write(plan(smallSite))
    #expect(summary.written == 6)
    #expect(summary.unchanged == 0)
    #expect(summary.bytes == smallSite.values.reduce(0) { $0 + $1.utf8.count })
    let files = try site.tree().filter { !$0.key.hasSuffix("/") }
    #expect(files == smallSite)
    #expect(!site.exists(".build-site/stage"))
    #expect(!site.exists(".build-site/manifest.next"))
  }

  /// The file that changes a document is the last of those that are made from it.
  @Test func filesOfOneSourceAreMadeInTheOrderOfTheOutput() async throws {
    let made = Mutex<[String]>([])
    let names = ["c.md", "a.md", "d.md", "b.md"]
    let files = names.map { name in
      OutputFile(path: "blog/\(name)", origin: "review.md", source: "review.md") { _ in
        made.withLock { $0.append(name) }
        return Array(name.utf8)
      }
    }
    _ = try await site.writer.write(OutputPlan(files))
    #expect(made.withLock { $0 } == names)
  }

  @Test func writesNothingWhenNothingChanged() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let times = try site.times()
    let summary = try await site.writer.write(plan(smallSite))
    #expect(summary.written == 0)
    #expect(summary.unchanged == 6)
    #expect(summary.bytes == 0)
    #expect(try site.times() == times)
  }

  @Test(arguments: [
    "blog/2026-01-10-pool/index.md", "static/archive/incidents/pool/index.html",
  ])
  func writesWhatChanged(path: String) async throws {
    _ = try await site.writer.write(plan(smallSite))
    let before = try site.times()
    let edited = smallSite.merging([path: "another text"]) { $1 }
    let summary = try await site.writer.write(plan(edited))
    #expect(summary.written == 1)
    #expect(summary.bytes == 12)
    #expect(site.text(path) == "another text")
    let after = try site.times()
    for other in smallSite.keys where other != path { #expect(after[other] == before[other]) }
    #expect(try await site.writer.write(plan(edited)).written == 0)
  }

  @Test func removesStaleFilesAndTheirFolders() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let rest = smallSite.filter { !$0.key.contains("pool") }
    let summary = try await site.writer.write(plan(rest))
    #expect(summary.removed == 2)
    #expect(summary.written == 0)
    #expect(summary.kept == [])
    let tree = try site.tree()
    #expect(tree.filter { !$0.key.hasSuffix("/") } == rest)
    #expect(tree["blog/2026-01-10-pool/"] == nil)
    #expect(tree["static/archive/incidents/pool/"] == nil)
  }

  @Test func keepsOutermostFoldersWhenAllIsGone() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let summary = try await site.writer.write(plan([:]))
    #expect(summary.removed == 6)
    #expect(try site.tree().keys.sorted() == ["blog/", "docs/", "static/"])
  }

  /// On macOS the new name finds the old file; a second name of the old file, which goes with it, shows the
  /// same elsewhere.
  @Test(arguments: ["docs", "static/archive"], ["# Rollback\n", "another text"])
  func renamesPageInCaseOnly(folder: String, text: String) async throws {
    let (old, new) = ("\(folder)/Rollback.md", "\(folder)/rollback.md")
    let rest = smallSite.filter { $0.key.hasPrefix("blog/") }
    _ = try await site.writer.write(plan(rest.merging([old: "# Rollback\n"]) { $1 }))
    let isSecondName = !site.exists(new)
    if isSecondName { try linkFile(site.path(old), at: site.path(new)) }
    let renamed = rest.merging([new: text]) { $1 }
    let second = site.path(new)
    let writer = SiteWriter(root: site.root) { step in
      let oldGoes = step == .write(new) || step == .exchangeArchive
      if isSecondName, oldGoes { try removeFile(second) }
    }
    #expect(try await writer.write(plan(renamed)).written == 1)
    #expect(try site.tree().filter { !$0.key.hasSuffix("/") } == renamed)
    #expect(try await site.writer.write(plan(renamed)).written == 0)
  }

  @Test func keepsForeignFiles() async throws {
    let foreign = [
      "blog/2026-01-10-pool/note.txt", "blog/mine.md", "static/archive/.htaccess",
      "static/archive/incidents/pool/extra.csv", "static/logo.svg", "package.json",
    ]
    _ = try await site.writer.write(plan(smallSite))
    for path in foreign { try site.put("foreign", at: path) }
    try makeFolders(site.path("static/archive/empty/folder"))
    let rest = smallSite.filter { !$0.key.contains("pool") }
    let summary = try await site.writer.write(
      plan(rest.merging(["static/archive/index.html": "<p>New"]) { $1 }))
    #expect(summary.exchangedArchive)
    #expect(summary.removed == 2)
    for path in foreign { #expect(site.text(path) == "foreign") }
    #expect(site.exists("static/archive/empty/folder"))
    #expect(site.text("static/archive/index.html") == "<p>New")
    #expect(!site.exists("static/archive/incidents/pool/index.html"))
  }

  @Test func replacesArchiveFileByFileAroundLinks() async throws {
    _ = try await site.writer.write(plan(smallSite))
    try site.link("static/archive/latest", to: "incidents/pool")
    let edited = smallSite.merging(["static/archive/index.html": "<p>New"]) { $1 }
    let summary = try await site.writer.write(plan(edited))
    #expect(!summary.exchangedArchive)
    #expect(site.text("static/archive/index.html") == "<p>New")
    #expect(site.text("static/archive/latest/index.html") == "<p>Pool")
  }

  @Test func replacesFewFilesOfLargeArchiveOneByOne() async throws {
    var texts: [String: String] = [:]
    for number in 0..<600 { texts["static/archive/\(number)/index.html"] = "page \(number)" }
    #expect(try await site.writer.write(plan(texts)).exchangedArchive)
    texts["static/archive/17/index.html"] = "another"
    texts["static/archive/18/index.html"] = nil
    texts["static/archive/19/new.html"] = "new"
    let few = try await site.writer.write(plan(texts))
    #expect(!few.exchangedArchive)
    #expect(few.written == 2)
    #expect(few.removed == 1)
    #expect(try site.tree().filter { !$0.key.hasSuffix("/") } == texts)
    let many = try await site.writer.write(plan(texts.mapValues { $0 + "!" }))
    #expect(many.exchangedArchive)
    #expect(try site.tree().filter { !$0.key.hasSuffix("/") } == texts.mapValues { $0 + "!" })
  }

  @Test func writesThousandsOfFiles() async throws {
    var texts: [String: String] = [:]
    for number in 0..<1500 {
      texts["blog/2026-01-01-\(number)/index.md"] = "post \(number)"
      texts["static/archive/incidents/\(number)/index.html"] = "page \(number)"
    }
    #expect(try await site.writer.write(plan(texts)).written == 3000)
    #expect(try await site.writer.write(plan(texts)).unchanged == 3000)
    #expect(try site.tree().filter { !$0.key.hasSuffix("/") } == texts)
  }

  @Test func previewTellsAndWritesNothing() async throws {
    #expect(try await site.writer.preview(plan(smallSite)).written == smallSite.keys.sorted())
    #expect(!site.exists(""))
    _ = try await site.writer.write(plan(smallSite))
    var changed = smallSite
    changed["docs/new.md"] = "new"
    changed["blog/2026-01-10-pool/index.md"] = "edited"
    changed["docs/runbooks/rollback.md"] = nil
    let times = try site.times()
    let preview = try await site.writer.preview(plan(changed))
    #expect(preview.written == ["blog/2026-01-10-pool/index.md", "docs/new.md"])
    #expect(preview.removed == ["docs/runbooks/rollback.md"])
    #expect(try site.times() == times)
  }

  @Test func rendersFilesOfOneSourceOneAfterAnother() async throws {
    let counter = SourceCounter()
    var files: [OutputFile] = []
    for number in 0..<400 {
      let source = "content/\(number % 40).md"
      files.append(
        OutputFile(path: "docs/\(number).md", origin: source, source: source) { _ in
          counter.enter(source)
          defer { counter.leave(source) }
          return Array(source.utf8)
        })
    }
    #expect(try await site.writer.write(OutputPlan(files)).written == 400)
    #expect(counter.overlaps == 0)
  }
}
