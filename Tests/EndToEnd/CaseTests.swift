import Foundation
import TestSupport
import Testing

/// One folder in `Cases` is one case: `content/`, the words of `arguments.txt`, and what is expected.
///
/// `expected/` holds `stdout.txt`, `stderr.txt`, `exit.txt`, `files.txt` (the paths written below `site/`) and
/// below `site/` the files that are compared as a whole. `UPDATE_GOLDEN=1` writes them again.
struct CaseTests {
  private static let cases = Program.project.appending(path: "Tests/EndToEnd/Cases")

  @Test(arguments: try FileManager.default.contentsOfDirectory(atPath: cases.path()).sorted())
  func behaves(name: String) async throws {
    let folder = Self.cases.appending(path: name)
    try await withTemporaryFolder { temporary in
      let work = temporary.appending(path: "project")
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      let content = folder.appending(path: "content")
      if FileManager.default.fileExists(atPath: content.path()) {
        try FileManager.default.copyItem(at: content, to: work.appending(path: "content"))
      }
      let words =
        (try? String(contentsOf: folder.appending(path: "arguments.txt"), encoding: .utf8))
        ?? "build"
      let arguments = words.split(whereSeparator: \.isWhitespace).map(String.init)
      let run =
        arguments.first == "build"
        ? try Program.build(Array(arguments.dropFirst()), in: work)
        : try Program.run(arguments, in: work)
      let site = try work.site()
      try expectGolden(run.output, "\(name)/expected/stdout.txt")
      try expectGolden(run.errors, "\(name)/expected/stderr.txt")
      try expectGolden("\(run.exitCode)\n", "\(name)/expected/exit.txt")
      try expectGolden(site.keys.sorted().map { $0 + "\n" }.joined(), "\(name)/expected/files.txt")
      for path in try folder.appending(path: "expected/site").tree().keys.sorted() {
        try expectGolden(
          site[path].map { String(decoding: $0, as: UTF8.self) } ?? "",
          "\(name)/expected/site/\(path)")
      }
    }
  }

  private func expectGolden(_ actual: String, _ name: String) throws {
    try TestSupport.expectGolden(actual, at: Self.cases.appending(path: name))
  }
}
