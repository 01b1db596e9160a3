import Diagnostics
import Foundation
import Pipeline
import TestSupport
import Testing

/// Names of files are compared by their bytes, as a server does, and pages by how they look.
struct ExactNameTests {
  private func messages(_ files: [(path: String, text: String)], code: String) async throws
    -> [String]
  {
    try await withTemporaryFolder { folder in
      for (path, text) in files { try folder.write(text, to: path) }
      return try await Build(content: folder.path()).checked().judgement.findings
        .filter { $0.code == code }.compactMap(\.help)
    }
  }

  @Test(arguments: [
    ("caf\u{E9}.png", "caf\u{E9}.png", nil),
    ("caf\u{E9}.png", "cafe\u{301}.png", "a file with a name that looks the same has its accents"),
    ("Rate.png", "rate.png", "use the exact name: "),
  ])
  func images(file: String, link: String, help: String?) async throws {
    let helps = try await messages(
      [
        ("incidents/2026-01-10-x.md", "# X\n\n![rate](\(link))\n"), ("incidents/\(file)", "png"),
      ], code: "BS052")
    #expect(helps.isEmpty == (help == nil))
    #expect(helps.allSatisfy { $0.hasPrefix(help ?? "") })
  }

  @Test(arguments: [
    (["Rollback.md", "rollback.md"], 1), (["a/rollback.md", "b/rollback.md"], 0),
  ])
  func runbooksOnOnePath(names: [String], count: Int) async throws {
    let files = names.map { (path: "runbooks/\($0)", text: "# Page\n") }
    #expect(try await messages(files, code: "BS040").count == count)
    #expect(try await messages(files, code: "BS053").isEmpty)
  }

  /// The names of two reviews that look the same become one name in a URL.
  @Test(arguments: ["Caf\u{E9}", "CAFE\u{301}", "cafe"])
  func reviewsOnOnePath(name: String) async throws {
    let files = ["a/2026-01-10-caf\u{E9}.md", "b/2026-01-10-\(name).md"].map {
      (path: "incidents/\($0)", text: "# X\n")
    }
    #expect(try await messages(files, code: "BS034").count == 1)
  }
}
