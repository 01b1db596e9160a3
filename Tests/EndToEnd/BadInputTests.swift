import Foundation
import TestSupport
import Testing

/// Bad input gets a finding with file and line, never a crash, and leaves the site whole.
struct BadInputTests {
  private static let good = """
    ---
    date: 2026-01-10
    severity: P2
    ---
    # Checkout down

    ## Timeline

    - 10:05 - Error rate at 25%

    ## Root cause

    A pool of ten connections.

    ## Action items

    - Alert on pool use @data
    """

  /// A name, the bytes of a review, the code that is reported, and its line.
  @Test(
    arguments: [
      ("NUL", Data("# A\n\nb\0c\n".utf8), "BS002", 3),
      ("bytes that are no UTF-8", Data("# A\n\nb".utf8) + Data([0xFF, 0x0A]), "BS003", 3),
      ("front matter without end", Data("---\ntitle: A\n\n# A\n".utf8), "BS013", 1),
      ("---js", Data("---js\nmodule.exports = {}\n---\n# A\n".utf8), "BS014", 1),
      ("a YAML alias", Data("---\ntitle: &a A\nstatus: *a\n---\n# A\n".utf8), "BS011", 2),
      ("a broken YAML line", Data("---\ntitle: a: b\n---\n# A\n".utf8), "BS010", 2),
      (
        "nesting", Data(repeating: UInt8(ascii: ">"), count: 100_000) + Data(" a\n".utf8), "BS006",
        1
      ),
      ("10 MB", Data(repeating: UInt8(ascii: "a"), count: 10 << 20), "BS005", nil),
    ] as [(String, Data, String, Int?)])
  func isReported(name: String, bytes: Data, code: String, line: Int?) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.good, to: "content/incidents/good.md")
      #expect(try Program.build(in: work).exitCode == 0)
      let before = try work.site()
      try bytes.write(to: work.appending(path: "content/incidents/bad.md"))
      let run = try Program.build(in: work)
      let place = line.map { ":\($0):" } ?? ""
      #expect(run.exitCode == 1, "\(run.errors)")
      #expect(run.output.contains("[\(code)]"), "\(run.output.prefix(2000))")
      #expect(
        run.output.split(separator: "\n").contains {
          $0.hasPrefix("content/incidents/bad.md\(place)") && $0.contains("[\(code)]")
        })
      #expect(try work.site() == before)
    }
  }

  @Test(arguments: [
    ("CRLF", Data(Self.good.replacing("\n", with: "\r\n").utf8)),
    ("a byte order mark", Data([0xEF, 0xBB, 0xBF]) + Data(Self.good.utf8)),
  ])
  func isHarmless(name: String, bytes: Data) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write("", to: "content/incidents/placeholder.txt")
      try bytes.write(to: work.appending(path: "content/incidents/a.md"))
      let run = try Program.build(in: work)
      #expect(run.exitCode == 0, "\(run.output)\(run.errors)")
    }
  }

  /// cmark writes three bytes for each of these bytes, so its text is longer than the file's.
  private static let badBytesInMarkup: [[UInt8]] = {
    let bytes: [[UInt8]] = [[0], [0xAF], [0xFF], [0xE2, 0x82], [0xC0, 0x80], [0xED, 0xA0, 0x80]]
    let markup = [
      ("<!--\\", "-->"), ("<!---->", ""), ("<!--", "-->"), ("<script>", ""),
      ("a <b>", "</b> <i>c</i>"),
      ("<a href=\"", "\">a</a>"), ("<div>\n", "\n</div>"),
      ("> - <details>", "<summary>a</summary>"),
      ("| a |\n|---|\n| <b>", "</b> |"), ("<img src=\"a.png\" alt=\"", "\"> ![b"), ("a\t<?", "?>`"),
      ("<", "b>"), ("[a](<b>", ")\n\n<p>"), ("<?", ""), ("<![CDATA[<b>", "]]>"),
    ]
    return bytes.flatMap { bad in
      markup.map { Array($0.0.utf8) + bad + Array($0.1.utf8) + [0x0A] }
    }
  }()

  @Test(arguments: ["md", "mdx"])
  func badBytesInMarkupGiveASite(type: String) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      for (number, bytes) in Self.badBytesInMarkup.enumerated() {
        let name = "r\(number).\(type)"
        try work.write("", to: "content/incidents/\(name)")
        try work.write("", to: "content/runbooks/\(name)")
        let end = Data("\n".utf8) + bytes + Data("\nZebra\n".utf8)
        let head = Self.good.replacing("# Checkout down", with: "# Checkout \(number)")
        try (Data(head.utf8) + end).write(to: work.appending(path: "content/incidents/\(name)"))
        try (Data("# Restart \(number)\n".utf8) + end).write(
          to: work.appending(path: "content/runbooks/\(name)"))
      }
      let run = try Program.build(["--keep-going"], in: work)
      #expect(run.exitCode == 1, "\(run.errors)")
      let pages = try work.tree("site")
      let count = Self.badBytesInMarkup.count
      let posts = pages.filter { $0.key.hasPrefix("blog/") && $0.key.hasSuffix(type) }
      let docs = pages.filter { $0.key.hasPrefix("docs/runbooks/r") }
      #expect(posts.count == count && docs.count == count)
      for (path, page) in posts.merging(docs, uniquingKeysWith: { first, _ in first }) {
        #expect(page.range(of: Data("Zebra".utf8)) != nil, "\(path)")
      }
    }
  }

  /// A pipe would let a reader wait forever.
  @Test func whatIsNoRegularFileIsReported() async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.good, to: "content/incidents/a.md")
      try work.write("", to: "content/incidents/empty/.keep")
      try work.write("", to: "content/incidents/c.md/.keep")
      let pipe = work.appending(path: "content/incidents/b.md").path()
      try #require(unsafe mkfifo(pipe, 0o600) == 0)
      let run = try Program.build(in: work)
      #expect(run.exitCode == 1)
      let found = run.output.split(separator: "\n").filter { $0.contains("[BS067]") }
      #expect(found.count == 2)
      #expect(found.allSatisfy { $0.contains("not a regular file") })
      #expect(try work.tree("site").isEmpty)
    }
  }

  @Test func aLoopOfLinksIsNotFollowed() async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.good, to: "content/incidents/a.md")
      try FileManager.default.createSymbolicLink(
        atPath: work.appending(path: "content/incidents/loop").path(), withDestinationPath: "..")
      let run = try Program.run(["check"], in: work)
      #expect(run.exitCode == 0)
      #expect(run.output.contains("BS009"))
    }
  }

  @Test func whatCannotBeReadIsNoVerdict() async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write("", to: "nothing.txt")
      #expect(try Program.build(in: work).exitCode == 65)
      try FileManager.default.createDirectory(
        at: work.appending(path: "content"), withIntermediateDirectories: true)
      let run = try Program.build(in: work)
      #expect(run.exitCode == 65)
      #expect(run.errors.contains("content/incidents"))
      #expect(try Program.run(["check", "missing.md"], in: work).exitCode == 65)
    }
  }
}
