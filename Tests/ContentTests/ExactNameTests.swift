import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Names of files are compared by their bytes, as a server does, and pages by how they look.
struct ExactNameTests {
  private func messages(_ files: [String: String], code: String) async throws -> [String] {
    try await withTemporaryFolder { folder in
      for (path, text) in files { try folder.write(text, to: path) }
      return try await ContentLoader(root: folder.path(), today: nil).load().diagnostics
        .filter { $0.code == code }.compactMap(\.help)
    }
  }

  @Test(arguments: [
    ("caf\u{E9}.png", "caf\u{E9}.png", true), ("caf\u{E9}.png", "cafe\u{301}.png", false),
    ("Rate.png", "rate.png", false),
  ])
  func images(file: String, link: String, isFound: Bool) async throws {
    let helps = try await messages(
      [
        "incidents/2026-01-10-x.md": "# X\n\n![rate](\(link))\n", "incidents/\(file)": "png",
      ], code: "BS052")
    #expect(helps.isEmpty == isFound)
    #expect(helps.allSatisfy { $0.hasPrefix("write the name as it is: ") })
  }

  @Test(arguments: [
    (["Rollback.md", "rollback.md"], 1), (["caf\u{E9}.md", "cafe\u{301}.md"], 1),
    (["a/rollback.md", "b/rollback.md"], 0),
  ])
  func runbooksOnOnePath(names: [String], count: Int) async throws {
    let files = Dictionary(uniqueKeysWithValues: names.map { ("runbooks/\($0)", "# Page\n") })
    #expect(try await messages(files, code: "BS053").count == count)
  }
}
