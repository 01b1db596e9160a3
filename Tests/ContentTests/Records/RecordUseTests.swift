import Diagnostics
import Files
import Foundation
import Incidents
import Learning
import Pipeline
import Runbooks
import TestSupport
import Testing

@testable import Content

/// A check says the same with the records of earlier runs as without.
struct RecordUseTests {
  @Test func theExampleIsToldTheSame() async throws {
    try await withTemporaryFolder { cache in
      let content = project.appending(path: "content").path()
      try await Verdict.expectSame(content, cache: cache)
    }
  }

  @Test(
    .enabled(if: SharedData.isExpected, SharedData.advice), arguments: ["postmortem", "runbook"])
  func realDocumentsAreToldTheSame(kind: String) async throws {
    try await withTemporaryFolder { cache in
      let corpus = SharedData.folder.appending(path: "corpus/\(kind)").path()
      try await Verdict.expectSame(corpus, cache: cache)
    }
  }

  @Test func generatedDocumentsAreToldTheSame() async throws {
    try await withTemporaryFolder { cache in
      let files = FileSource.memory(Self.generated(300))
      try await Verdict.expectSame("content", files: files, cache: cache)
    }
  }

  /// The content and 100 generated reviews, changed in one place after another: `RECORD_STEPS` times.
  @Test func aSeriesOfEditsIsToldTheSame() async throws {
    try await withTemporaryFolder { cache in
      var files = Self.generated(100)
      for (path, bytes) in try example() { files[path] = bytes }
      let steps = ProcessInfo.processInfo.environment["RECORD_STEPS"].flatMap(Int.init) ?? 10
      var editor = Editor(seed: steps)
      for step in 0..<steps {
        let change = editor.change(&files)
        let source = FileSource.memory(files)
        let kept = try await Verdict(of: "content", files: source, cache: cache)
        let fresh = try await Verdict(of: "content", files: source)
        let isSame = kept == fresh
        #expect(isSame, "step \(step): \(change)")
      }
    }
  }

  @Test func aCheckOfOneFileUsesRecordsAndWritesNone() async throws {
    try await withTemporaryFolder { cache in
      let files = FileSource.memory(Self.generated(40))
      let path = "content/incidents/2026-01-03-generated.md"
      let fresh = try await Verdict(of: "content", paths: [path], files: files)
      #expect(try await Verdict(of: "content", paths: [path], files: files, cache: cache) == fresh)
      #expect(try FileManager.default.subpathsOfDirectory(atPath: cache.path()) == [])
      _ = try await Verdict(of: "content", files: files, cache: cache)
      let before = try cache.contents()
      #expect(before.count == 2)
      #expect(try await Verdict(of: "content", paths: [path], files: files, cache: cache) == fresh)
      #expect(try cache.contents() == before)
    }
  }

  /// Another program may read the same bytes in another way.
  @Test func anotherProgramMakesItsOwnRecords() async throws {
    try await withTemporaryFolder { cache in
      let files = FileSource.memory(Self.generated(10))
      _ = try await Verdict(of: "content", files: files, cache: cache)
      let before = try cache.contents().values.reduce(0) { $0 + $1.count }
      let other = ContentHash(of: Array("other".utf8))
      _ = try await Verdict(of: "content", files: files, cache: cache, program: other)
      let after = try cache.contents().values.reduce(0) { $0 + $1.count }
      #expect(after > before * 3 / 2)
    }
  }

  @Test func noSecretIsKept() async throws {
    try await withTemporaryFolder { cache in
      let secret = "AKIAZ7QX2NDKWPV4RT6M"
      var files = Self.generated(10)
      files["content/incidents/2026-02-02-leak.md"] = Array(
        "---\ntitle: Leak of \(secret)\nservices: [\(secret)]\n---\n# \(secret)\n\n## Summary\n\n\(secret)\n"
          .utf8)
      files["content/runbooks/leak.md"] = Array("# Leak\n\nUse `\(secret)`.\n".utf8)
      files["content/site.yml"] = Array("title: \(secret)\n".utf8)
      let source = FileSource.memory(files)
      let kept = try await Verdict(of: "content", files: source, cache: cache)
      #expect(kept.findings.count { $0.code == "BS081" || $0.message.contains("AKIA") } > 0)
      let bytes = try cache.contents().values.reduce(Data(), +)
      #expect(bytes.count > 10_000)
      #expect(bytes.range(of: Data(secret.utf8.prefix(8))) == nil)
      #expect(try await Verdict(of: "content", files: source, cache: cache) == kept)
    }
  }

  static func generated(_ count: Int) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [
      "content/site.yml": Array(
        "services:\n  api: {name: API, description: x}\ntime_zone: Europe/Berlin\n".utf8)
    ]
    for number in 0..<count {
      var generator = GeneratedDocument(seed: number)
      let day = number % 28 + 1
      switch number % 8 {
      case 0: files["content/runbooks/\(number).md"] = Array(generator.runbook().utf8)
      case 1:
        let folder = "content/incidents/incident-2026-04-0\(number % 9 + 1)-\(100 + number)"
        files["\(folder)/review.md"] = Array(generator.review().utf8)
        files["\(folder)/timeline.md"] = Array(generator.review().utf8)
      case 2: files["content/incidents/log-\(number).md"] = Array(generator.log().utf8)
      case 3:
        files["content/incidents/2026-01-0\(number % 9)-generated.md"] = Array(
          generator.review().utf8)
      default:
        files["content/incidents/2026-03-\(day < 10 ? "0" : "")\(day)-\(number).md"] = Array(
          generator.review().utf8)
      }
    }
    return files
  }

  private func example() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(
      atPath: project.appending(path: "content").path())
    {
      let file = project.appending(path: "content/\(path)").path()
      if let bytes = try? readFile(file) { files["content/\(path)"] = bytes }
    }
    return files
  }

  private let project = URL(filePath: #filePath).appending(path: "../../../..").standardized
}

/// Everything that a check says and finds.
private struct Verdict: Equatable {
  let summary: String
  let findings: [Diagnostic]
  let suppressed: [Diagnostic]
  let incidents: [Incident]
  let runbooks: [Runbook]
  let pages: [String: PageFacts]

  /// `cache` is where records are kept; `nil` for a check without any.
  init(
    of content: String, paths: [String] = [], files: FileSource = .disk, cache: URL? = nil,
    program: ContentHash = ContentHash(of: [])
  ) async throws {
    var settings = Build.Settings()
    settings.content = content
    settings.isContentGiven = true
    settings.paths = paths
    settings.memory = cache.map { .init(program: program, cache: $0.path()) }
    let checked = try await Build(settings, files: files).checked()
    summary = checked.judgement.summary
    findings = checked.judgement.findings
    suppressed = checked.judgement.suppressed
    incidents = checked.library.incidents
    runbooks = checked.library.runbooks
    pages = checked.library.pages
  }

  static func expectSame(_ content: String, files: FileSource = .disk, cache: URL) async throws {
    let fresh = try await Verdict(of: content, files: files)
    let first = try await Verdict(of: content, files: files, cache: cache) == fresh
    #expect(first)
    #expect(try cache.contents().values.contains { $0.count > 10_000 })
    let second = try await Verdict(of: content, files: files, cache: cache) == fresh
    #expect(second)
  }
}

/// Changes of a content folder, one at a time.
private struct Editor {
  private var generator: GeneratedDocument

  init(seed: Int) { generator = GeneratedDocument(seed: 1_000 + seed) }

  /// - Returns: what was done.
  mutating func change(_ files: inout [String: [UInt8]]) -> String {
    let paths = files.keys.filter { $0.hasSuffix(".md") }.sorted()
    let path = paths[generator.number(below: paths.count)]
    switch generator.number(below: 8) {
    case 0, 1:
      files[path] = Array(generator.review().utf8)
      return "another text in \(path)"
    case 2:
      files[path] = (files[path] ?? []) + Array("\n## Impact\n\nNone.\n".utf8)
      return "more text in \(path)"
    case 3:
      files[path] = nil
      return "no \(path)"
    case 4:
      let other = "content/incidents/2026-05-\(10 + generator.number(below: 18))-moved.md"
      files[other] = files.removeValue(forKey: path)
      return "\(path) is \(other)"
    case 5:
      let minutes = 3 + generator.number(below: 20)
      files["content/runbooks/incident-response.md"] = Array(
        """
        # Incident response

        ## Response policy

        | Step | Window |
        | --- | --- |
        | Acknowledge | within \(minutes) minutes |

        ## Severities

        | Severity | Meaning |
        | --- | --- |
        | P0 | down |
        | P\(1 + generator.number(below: 3)) | slow |
        """.utf8)
      return "a policy of \(minutes) minutes"
    case 6:
      let zone = ["Asia/Tokyo", "UTC", "America/New_York"][generator.number(below: 3)]
      let heading = ["Ursache", "Background"][generator.number(below: 2)]
      files["content/site.yml"] = Array(
        "time_zone: \(zone)\nheadings: {root_cause: [\(heading)]}\nservices: [api]\n".utf8)
      return "settings with \(zone) and \(heading)"
    default:
      files["content/authors.yml"] = Array("ada: {name: Ada \(generator.number(below: 9))}\n".utf8)
      return "another author"
    }
  }
}

extension URL {
  /// The bytes of the files below it, by their paths.
  fileprivate func contents() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path()) {
      if let data = FileManager.default.contents(atPath: appending(path: name).path()) {
        files[name] = data
      }
    }
    return files
  }
}
