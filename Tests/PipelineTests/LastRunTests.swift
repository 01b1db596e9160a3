import Files
import Foundation
import Pipeline
import TestSupport
import Testing

/// What a site remembers of a run is told only while it is whole and about the same question.
struct LastRunTests {
  private static let verdict = {
    var verdict = Verdict(exitCode: 1)
    verdict.output = Array("a.md: error\n".utf8)
    verdict.errors = Verdict.TimedText("1 error in ", " s\n")
    verdict.errors += Verdict.TimedText("nothing written\n")
    return verdict
  }()

  private static let question = Array("build".utf8)

  /// A site that remembers a run; the body gets the site and the file of the memory.
  private static func withSite(_ body: (_ site: String, _ memory: String) async throws -> Void)
    async throws
  {
    try await withTemporaryFolder { folder in
      try folder.write("text", to: "content/a.md")
      try folder.write("page", to: "site/blog/a.md")
      try folder.write("", to: "site/.build-site/lock")
      let log = InputLog()
      _ = try FileSource.disk(noting: log).read(folder.path() + "/content/a.md")
      let page = try Self.page(folder.path() + "/site/blog/a.md")
      let site = folder.path() + "/site"
      await LastRun(in: site, question: question).replace(by: verdict, log, outputs: [page])
      try await body(site, site + "/.build-site/run")
    }
  }

  private static func page(_ path: String) throws -> Input {
    let status = try #require(try fileStatus(of: path))
    return Input(path: path, state: .written(size: status.size, modified: status.modified))
  }

  @Test func isToldForTheSameQuestion() async throws {
    try await Self.withSite { site, _ in
      let told = await LastRun(in: site, question: Self.question).verdict()
      #expect(told == Self.verdict)
      #expect(told?.errors.text(seconds: "0.1") == "1 error in 0.1 s\nnothing written\n")
      #expect(await LastRun(in: site, question: Self.question + [0]).verdict() == nil)
      #expect(await LastRun(in: site + "/blog", question: Self.question).verdict() == nil)
    }
  }

  @Test func damagedBytesAreForgotten() async throws {
    try await Self.withSite { site, memory in
      let bytes = try readFile(memory)
      var number: UInt64 = 1
      for _ in 0..<1_000 {
        number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var damaged = bytes
        damaged[Int(number >> 33) % damaged.count] ^= 1 << UInt8(number >> 20 & 7)
        try writeFile(damaged, to: memory)
        let run = LastRun(in: site, question: Self.question)
        #expect(await run.verdict() == nil)
        #expect(run.inputs.count == 0)
      }
      for count in [0, 1, 16, 17, 48, 49, bytes.count / 2, bytes.count - 1] {
        try writeFile(Array(bytes.prefix(count)), to: memory)
        #expect(await LastRun(in: site, question: Self.question).verdict() == nil, "\(count)")
      }
      try writeFile(bytes + [0], to: memory)
      #expect(await LastRun(in: site, question: Self.question).verdict() == nil)
      try writeFile(bytes, to: memory)
      #expect(await LastRun(in: site, question: Self.question).verdict() == Self.verdict)
    }
  }

  /// A source that changes while the run is at work may be read before or after.
  @Test(arguments: ["content/a.md", "site/blog/a.md"])
  func aRunDuringWhichSomethingChangedIsForgotten(path: String) async throws {
    try await Self.withSite { site, memory in
      try removeFile(memory)
      let folder = folderPath(of: site)
      let log = InputLog()
      _ = try FileSource.disk(noting: log).read(folder + "/content/a.md")
      let page = try Self.page(site + "/blog/a.md")
      try writeFile(Array("other".utf8), to: joinedPath(folder, path))
      await LastRun(in: site, question: Self.question).replace(
        by: Self.verdict, log, outputs: [page])
      let status = try fileStatus(of: memory)
      #expect(status == nil)
    }
  }

  @Test func nothingIsKeptWhereNoSiteIs() async throws {
    try await withTemporaryFolder { folder in
      let site = folder.path() + "/site"
      let run = LastRun(in: site, question: Self.question)
      await run.replace(by: Self.verdict, InputLog(), outputs: [])
      let status = try fileStatus(of: site)
      #expect(status == nil)
    }
  }
}
