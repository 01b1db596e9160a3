import Diagnostics
import Publishing
import Testing

@Suite struct OutputPlanTests {
  private func plan(_ files: (path: String, origin: String)...) -> OutputPlan {
    OutputPlan(files.map { path, origin in OutputFile(path: path, origin: origin) { [] } })
  }

  @Test func sortsByBytesAndKeepsEachPathOnce() {
    let plan = plan(("b", "1"), ("a/b", "2"), ("é", "3"), ("Z", "4"), ("b", "5"))
    #expect(plan.files.map(\.path) == ["Z", "a/b", "b", "é"])
    #expect(plan.files.map(\.origin) == ["4", "2", "1", "3"])
  }

  @Test func namesBothOriginsOfOnePath() {
    let clashes = plan(("docs/a.md", "content/a.md"), ("docs/a.md", "content/b.md")).clashes()
    #expect(clashes.map(\.code) == ["BS040"])
    #expect(clashes.map(\.path) == ["content/b.md"])
    #expect(clashes.map(\.message) == ["'docs/a.md' is also written for 'content/a.md'"])
  }

  @Test func reportsEachFileBeyondTheFirst() {
    let clashes = plan(("a", "1"), ("a", "2"), ("A", "3"), ("b", "4")).clashes()
    #expect(clashes.map(\.code) == ["BS040", "BS040"])
    #expect(clashes.map(\.path) == ["1", "2"])
  }

  @Test(arguments: [
    ("docs/A.md", "docs/a.md"), ("docs/e\u{301}.md", "docs/\u{E9}.md"),
    ("docs/E\u{301}.md", "docs/\u{E9}.md"), ("docs/stra\u{DF}e.md", "docs/STRASSE.md"),
    ("docs/a/b.md", "DOCS/A/B.md"),
  ])
  func findsPathsThatSomeDisksTakeForOne(left: String, right: String) {
    #expect(plan((left, "1"), (right, "2")).clashes().map(\.code) == ["BS040"])
  }

  @Test(arguments: [("docs/a.md", "docs/b.md"), ("a/b", "a/c"), ("ab", "a/b"), ("\u{E9}", "e")])
  func acceptsDifferentPaths(left: String, right: String) {
    #expect(plan((left, "1"), (right, "2")).findings == [])
  }

  @Test func findsFileWhereOthersNeedFolder() {
    let clashes = plan(("docs/a", "1"), ("docs/A/x/b.md", "2"), ("docs/a/c.md", "3")).clashes()
    #expect(clashes.map(\.path) == ["2"])
    #expect(
      clashes.first?.message == "'docs/A/x/b.md' needs a folder where '1' writes the file 'docs/a'")
  }

  @Test(arguments: [
    "", "/etc/passwd", "..", "../x", "a/../b", "a/./b", "a//b", "a/", "a/...", "a\nb", "a\u{0}",
    "a\u{7F}", "a\\b", "docs/CON", "docs/con.md", "docs/Lpt1.x.md", "a ", "a./b", "%2e%2e/x",
    "a/%2Fb", ".build-site/manifest", ".Git/config", "node_modules/x", "docs/\(name(of: 256))",
    String(repeating: "a/", count: 400) + "b",
  ])
  func refusesUnsafePath(path: String) {
    #expect(plan((path, "content/x.md")).unsafePaths().map(\.code) == ["BS041"])
  }

  @Test(arguments: [
    "a", ".nojekyll", "a b.md", "100%-cpu.md", "docs/console.md", "docs/com10.md", "..a", "é/日本.md",
    "docs/\(name(of: 255))", "docs/.git/x",
  ])
  func acceptsPath(path: String) {
    #expect(plan((path, "content/x.md")).findings == [])
  }

  @Test func showsControlCharactersInNoMessage() {
    let findings = plan(("a\u{1B}[31m", "1"), ("A\u{1B}[31m", "2\u{7}")).findings
    for finding in findings { #expect(!finding.message.utf8.contains(0x1B)) }
    #expect(findings.count == 3)
  }
}

private func name(of length: Int) -> String { String(repeating: "n", count: length) }
