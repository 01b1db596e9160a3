import Diagnostics
import Files
import Foundation
import Publishing
import Testing

/// What the writer does not do, and that the site stays as it was then.
@Suite struct RefusalTests {
  let site: TemporarySite

  init() throws { site = try TemporarySite() }

  private var edited: [String: String] {
    smallSite.mapValues { $0 + "edited" }.merging(["docs/new.md": "new"]) { $1 }
  }

  /// Writes a plan that must be refused for one finding, and compares the site.
  private func expectRefusal(
    _ code: String, _ path: String, _ texts: [String: String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) async throws {
    let before = try site.tree()
    let findings = await refusals(of: plan(texts), by: site.writer)
    #expect(findings.map(\.code) == [code], sourceLocation: sourceLocation)
    #expect(findings.map(\.path) == [site.path(path)], sourceLocation: sourceLocation)
    #expect(try site.tree() == before, sourceLocation: sourceLocation)
    #expect(!site.exists(".build-site/stage"), sourceLocation: sourceLocation)
  }

  @Test(arguments: ["docs/runbooks/rollback.md", "static/archive/index.html"])
  func refusesToReplaceWhatWasChangedByHand(path: String) async throws {
    _ = try await site.writer.write(plan(smallSite))
    try site.put("by hand", at: path)
    try await expectRefusal("BS042", path, edited)
    try await expectRefusal("BS042", path, smallSite)
  }

  @Test func seesChangeOfSameLength() async throws {
    _ = try await site.writer.write(plan(smallSite))
    try site.put("# rollback\n", at: "docs/runbooks/rollback.md")
    try await expectRefusal("BS042", "docs/runbooks/rollback.md", edited)
  }

  @Test func acceptsChangeByHandThatIsTheNewText() async throws {
    _ = try await site.writer.write(plan(smallSite))
    try site.put("# Rollback\nedited", at: "docs/runbooks/rollback.md")
    #expect(try await site.writer.write(plan(edited)).unchanged == 1)
  }

  @Test func keepsStaleFileThatWasChangedByHand() async throws {
    let path = "docs/runbooks/rollback.md"
    _ = try await site.writer.write(plan(smallSite))
    try site.put("by hand", at: path)
    let rest = smallSite.filter { $0.key != path }
    #expect(try await site.writer.write(plan(rest)).kept == [path])
    let again = try await site.writer.write(plan(rest))
    #expect(again.kept == [path])
    #expect(again.removed == 0)
    #expect(site.text(path) == "by hand")
    try await expectRefusal("BS042", path, smallSite)
  }

  @Test(arguments: ["blog/2026-01-10-pool/index.md", "static/archive/index.html"])
  func refusesToReplaceForeignFile(path: String) async throws {
    try site.put("foreign", at: path)
    try await expectRefusal("BS043", path, smallSite)
  }

  @Test func takesForeignFileWithSameBytesForItsOwn() async throws {
    try site.put("# Pool\n", at: "blog/2026-01-10-pool/index.md")
    #expect(try await site.writer.write(plan(smallSite)).unchanged == 1)
    #expect(try await site.writer.write(plan([:])).removed == 6)
  }

  @Test func refusesFolderInTheWay() async throws {
    try makeFolders(site.path("docs/runbooks/rollback.md"))
    try await expectRefusal("BS043", "docs/runbooks/rollback.md", smallSite)
  }

  @Test func refusesFileWhereFolderIsNeeded() async throws {
    try site.put("foreign", at: "docs")
    try await expectRefusal("BS043", "docs", smallSite)
  }

  @Test(arguments: ["blog", "docs/runbooks", "static", "static/archive/incidents"])
  func writesThroughNoLink(path: String) async throws {
    let outside = folderPath(of: site.root) + "/outside"
    try makeFolders(outside)
    try makeFolders(folderPath(of: site.path(path)))
    try site.link(path, to: outside)
    try await expectRefusal("BS043", path, smallSite)
    #expect(try walk(outside).isEmpty)
  }

  @Test func replacesNoLink() async throws {
    try makeFolders(site.path("docs/runbooks"))
    try site.link("docs/runbooks/rollback.md", to: "nowhere")
    try await expectRefusal("BS043", "docs/runbooks/rollback.md", smallSite)
  }

  @Test func removesNothingBehindLink() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let outside = folderPath(of: site.root) + "/outside"
    try moveFile(from: site.path("docs"), to: outside)
    try site.link("docs", to: outside)
    let rest = smallSite.filter { !$0.key.hasPrefix("docs/") }
    #expect(try await site.writer.write(plan(rest)).removed == 0)
    #expect(try readFile(outside + "/runbooks/rollback.md").count == 11)
  }

  @Test func refusesClashingPlan() async throws {
    let files = ["docs/a.md", "docs/A.md"].map { path in
      OutputFile(path: path, origin: path) { [] }
    }
    let findings = await refusals(of: OutputPlan(files), by: site.writer)
    #expect(findings.map(\.code) == ["BS040"])
    #expect(!site.exists(""))
  }

  @Test(arguments: ["", "build-site manifest 3\nend 0\n", "garbage", "\u{0}"])
  func ownsNothingAfterBrokenManifest(text: String) async throws {
    _ = try await site.writer.write(plan(smallSite))
    try site.put(text, at: ".build-site/manifest")
    let before = try site.tree()
    let findings = await refusals(of: plan(edited), by: site.writer)
    #expect(Set(findings.map(\.code)) == ["BS043", "BS044"])
    #expect(try site.tree() == before)
    // What has the right bytes is recognized, so that the same content builds again.
    #expect(try await site.writer.write(plan(smallSite)).unchanged == 6)
    #expect(try await site.writer.write(plan(edited)).written == 7)
  }

  @Test func trustsNoManifestThatWasCutShort() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let manifest = try #require(site.text(".build-site/manifest"))
    for length in stride(from: 0, to: manifest.utf8.count, by: 13) {
      try site.put(String(manifest.prefix(length)), at: ".build-site/manifest")
      let findings = await refusals(of: plan(edited), by: site.writer)
      #expect(findings.filter { $0.code == "BS043" }.count == 6, "cut at \(length)")
    }
  }

  @Test func removesNoPathOutsideTheSite() async throws {
    _ = try await site.writer.write(plan(["docs/a.md": "a"]))
    let manifest = try #require(site.text(".build-site/manifest"))
    try site.put("a", at: "../outside.md")
    try site.put(
      manifest.replacing("docs/a.md", with: "../outside.md"), at: ".build-site/manifest")
    _ = try await site.writer.write(plan([:]))
    #expect(site.text("../outside.md") == "a")
  }

  @Test func collectsFindingsOfAllPages() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let before = try site.tree()
    let broken = (0..<200).map { number in
      OutputFile(path: "docs/\(number).md", origin: "content/\(number).md") {
        guard number % 50 == 0 else { return [] }
        throw Diagnostic(
          code: "PM001", level: .error, path: "content/\(number).md", message: "unreadable")
      }
    }
    let findings = await refusals(of: OutputPlan(broken), by: site.writer)
    #expect(findings.count == 4)
    #expect(findings == findings.sorted())
    #expect(try site.tree() == before)
  }
}
