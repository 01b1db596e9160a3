import Diagnostics
import Files
import Foundation
import Publishing
import Testing

/// The disk fails, a page throws, another build is at work, the process dies: the site is as
/// before, or the next build puts it right.
@Suite struct FaultTests {
  let site: TemporarySite

  init() throws { site = try TemporarySite() }

  private static let edited = smallSite.mapValues { $0 + "edited" }
    .filter { !$0.key.contains("disk") }
    .merging(["docs/new/a.md": "new", "static/archive/tags/a/index.html": "new"]) { $1 }

  /// The changes an edited site is made by, in their order, when the archive is exchanged.
  private static let steps: [WriteStep] = [
    .list, .exchangeArchive, .write("docs/new/a.md"), .write("blog/2026-01-10-pool/index.md"),
    .write("docs/runbooks/rollback.md"), .remove("blog/2026-02-11-disk/index.md"), .commit,
  ]

  private func error(
    of plan: OutputPlan, by writer: SiteWriter
  ) async -> WriteError? {
    do throws(WriteError) {
      _ = try await writer.write(plan)
      return nil
    } catch {
      return error
    }
  }

  @Test func takesBackEverythingWhenAnyStepFails() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let before = try site.tree()
    for failing in Self.steps {
      let writer = SiteWriter(root: site.root) { step in
        if step == failing { throw FileError(path: "disk", code: ENOSPC) }
      }
      let error = await error(of: plan(Self.edited), by: writer)
      #expect(error?.isOfDisk == true, "\(failing)")
      #expect(try site.tree() == before, "\(failing)")
      #expect(!site.exists(".build-site/stage"))
      #expect(!site.exists(".build-site/manifest.next"))
    }
    #expect(try await site.writer.write(plan(smallSite)).written == 0)
  }

  @Test func takesBackFirstBuild() async throws {
    try makeFolders(site.root)
    for failing in [WriteStep.exchangeArchive, .write("docs/runbooks/rollback.md"), .commit] {
      let writer = SiteWriter(root: site.root) { step in
        if step == failing { throw FileError(path: "disk", code: EIO) }
      }
      #expect(await error(of: plan(smallSite), by: writer)?.isOfDisk == true)
      #expect(try site.tree() == [:])
    }
  }

  @Test func takesBackSingleFilesOfTheArchive() async throws {
    try makeFolders(site.path("static/archive"))
    try site.link("static/archive/latest", to: "incidents")
    _ = try await site.writer.write(plan(smallSite))
    let before = try site.tree()
    let writer = SiteWriter(root: site.root) { step in
      if step == .commit { throw FileError(path: "disk", code: EIO) }
    }
    #expect(await error(of: plan(Self.edited), by: writer) != nil)
    #expect(try site.tree() == before)
  }

  @Test(arguments: steps)
  func continuesAfterKill(step: WriteStep) async throws {
    _ = try await site.writer.write(plan(smallSite))
    try site.put("foreign", at: "static/archive/mine.txt")
    try await site.kill(before: step, plan(Self.edited))
    // Either what was meant, or something else again: nothing on the disk is taken for foreign.
    try await site.kill(before: step, plan(smallSite))
    _ = try await site.writer.write(plan(Self.edited))
    var tree = try site.tree().filter { !$0.key.hasSuffix("/") }
    #expect(tree.removeValue(forKey: "static/archive/mine.txt") == "foreign")
    #expect(tree == Self.edited)
    #expect(!site.exists(".build-site/stage"))
    #expect(!site.exists("blog/2026-02-11-disk"))
    #expect(try await site.writer.write(plan(Self.edited)).written == 0)
  }

  @Test func removesWhatKilledFirstBuildLeft() async throws {
    try makeFolders(site.root)
    try await site.kill(before: .commit, plan(smallSite))
    #expect(try await site.writer.write(plan([:])).removed == 6)
    try await site.kill(before: .write("docs/runbooks/rollback.md"), plan(smallSite))
    #expect(try await site.writer.write(plan([:])).removed == 5)
    #expect(try site.tree().keys.allSatisfy { $0.hasSuffix("/") })
  }

  @Test func seesChangeByHandAfterKill() async throws {
    _ = try await site.writer.write(plan(smallSite))
    try await site.kill(before: .commit, plan(Self.edited))
    try site.put("by hand", at: "docs/runbooks/rollback.md")
    #expect(await refusals(of: plan(smallSite), by: site.writer).map(\.code) == ["BS042"])
  }

  @Test func keepsFilesThatArriveDuringTheBuild() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let late = site.path("static/archive/incidents/late.txt")
    let writer = SiteWriter(root: site.root) { step in
      if step == .exchangeArchive { try writeFile([0x61], to: late) }
    }
    #expect(try await writer.write(plan(Self.edited)).exchangedArchive)
    #expect(site.text("static/archive/incidents/late.txt") == "a")
  }

  @Test func leavesSiteAloneWhenPageThrows() async throws {
    struct Broken: Error {}
    _ = try await site.writer.write(plan(smallSite))
    let before = try site.tree()
    let broken = OutputFile(path: "docs/z.md", origin: "content/z.md") { throw Broken() }
    let failing = OutputPlan(plan(Self.edited).files + [broken])
    let error = await error(of: failing, by: site.writer)
    guard case .rendering("docs/z.md", let reason)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason is Broken)
    #expect(try site.tree() == before)
    #expect(!site.exists(".build-site/stage"))
  }

  @Test func leavesSiteAloneWhenCancelled() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let before = try site.tree()
    let site = site
    let edited = plan(Self.edited)
    let task = Task { () -> WriteError? in
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      do throws(WriteError) {
        _ = try await site.writer.write(edited)
        return nil
      } catch {
        return error
      }
    }
    #expect(await task.value?.isCancelled == true)
    #expect(try site.tree() == before)
  }

  @Test func waitsForNoOtherBuild() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let lock = try FileLock(site.path(".build-site/lock"))
    #expect(await error(of: plan(Self.edited), by: site.writer)?.isHeld == true)
    withExtendedLifetime(lock) {}
  }

  @Test func holdsLockUntilItIsDone() async throws {
    let root = site.root
    let writer = SiteWriter(root: root) { step in
      guard step == .commit else { return }
      #expect(throws: FileError(path: "\(root)/.build-site/lock", reason: .held)) {
        let lock = try FileLock("\(root)/.build-site/lock")
        withExtendedLifetime(lock) {}
      }
    }
    _ = try await writer.write(plan(smallSite))
    _ = try FileLock("\(root)/.build-site/lock")
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func namesFolderThatMayNotBeWritten() async throws {
    _ = try await site.writer.write(plan(smallSite))
    let before = try site.tree()
    let folder = site.path("docs/runbooks")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    let error = await error(of: plan(Self.edited), by: site.writer)
    #expect(error?.isOfDisk == true)
    #expect(error?.description.contains("docs/runbooks") == true)
    #expect(try site.tree() == before)
  }

  @Test func readsTouchedFilesOnce() async throws {
    _ = try await site.writer.write(plan(smallSite))
    try site.put("# Rollback\n", at: "docs/runbooks/rollback.md")
    let summary = try await site.writer.write(plan(smallSite))
    #expect(summary.written == 0)
    let times = try site.times()
    #expect(try await site.writer.write(plan(smallSite)).bytes == 0)
    #expect(try site.times() == times)
  }
}
