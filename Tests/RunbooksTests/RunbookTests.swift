import CommonMark
import Diagnostics
import Runbooks
import Testing

struct RunbookTests {
  @Test(arguments: [
    ("content/runbooks/alerts/ApiErrorRateHigh.md", "alerts/ApiErrorRateHigh"),
    ("content/runbooks/scale-up.md", "scale-up"),
    ("/home/ada/runbooks/content/runbooks/a/b.mdx", "a/b"),
    ("notes/restart & wait (slow).markdown", "notes/restart-wait-slow"),
    ("runbooks/_drafts/..hidden.md", "drafts/hidden"),
    ("runbooks/50% CPU.md", "50-CPU"),
    ("runbooks/über.md", "ufcber"),
    ("runbooks/磁盘.md", "u78c1u76d8"),
    ("runbooks/---.md", "runbook"),
    ("runbooks/runbooks.md", "runbooks"),
    ("team/page.html.md.erb", "team/page"),
  ])
  func slugPath(path: String, slugPath: String) {
    #expect(runbook("# A", path: path).slugPath == slugPath)
  }

  /// Docusaurus takes an address that ends so for a file, and its build fails.
  @Test(arguments: [
    ("site.html.md", "site-html"), ("site.htm.md", "site-htm"), ("UP.HTML.md", "UP-HTML"),
    ("notes.md.md", "notes-md"), ("notes.mdx.md", "notes-mdx"), ("x.html/index.md", "x-html/index"),
    ("x.md/y.md", "x-md/y"), ("index.html.md", "index-html"), ("a.html.html.md", "a.html-html"),
    ("app.js.md", "app.js"), ("v1.2.md", "v1.2"), ("html.md", "html"), ("a.html5.md", "a.html5"),
    ("a.html%20.md", "a.html-20"), ("site.html-.md", "site-html"), ("c%zz.md", "c-zz"),
  ])
  func slugPathIsNoNameOfAFile(name: String, slugPath: String) {
    #expect(runbook("# A", path: "content/runbooks/\(name)").slugPath == slugPath)
  }

  @Test func slugPathBelowAGivenFolder() {
    let file = SourceFile(path: "docs/on-call/runbooks/disk/full.md", text: "# A")
    let runbook = Runbook(reading: MarkdownDocument(parsing: file), below: "docs/on-call")
    #expect(runbook.slugPath == "runbooks/disk/full")
  }

  @Test(arguments: [
    ("---\ntitle: From the front\n---\n\n# From the text\n", "From the front"),
    ("# From the text\n\n## Below\n", "From the text"),
    ("Setext\n======\n", "Setext"),
    ("## No first level\n", "example"),
    ("", "example"),
  ])
  func title(text: String, title: String) {
    #expect(runbook(text).title == title)
  }

  @Test(arguments: [
    ("---\ndescription: Said by the author.\n---\n\nOther text.\n", "Said by the author."),
    ("# A\n\nTakes v1.2.3 back\nto v1.2.2. Then waits.\n", "Takes v1.2.3 back to v1.2.2."),
    ("# A\n\nNo full stop\n", "No full stop"),
    ("# A\n", ""),
  ])
  func description(text: String, description: String) {
    #expect(runbook(text).description == description)
  }

  @Test func longDescriptionsAreCut() {
    let description = runbook(String(repeating: "word ", count: 100)).description
    #expect(description.count <= 200)
    #expect(description.hasSuffix("word…"))
  }

  @Test func sectionsReachToTheNextHeadingOfTheirLevel() {
    let sections = runbook("# T\n\n## One\n\n### Inner\n\ntext\n\n## Two\n\nend\n").sections
    #expect(sections.map(\.heading) == ["One", "Inner", "Two"])
    #expect(sections.map(\.level) == [2, 3, 2])
    #expect(sections.map(\.lines) == [3..<9, 5..<9, 9..<12])
    #expect(sections.map(\.anchor) == ["one", "inner", "two"])
  }

  @Test(arguments: [
    ("# A\n\n## Phase 1: Look\n\n## Phase 2: Act\n", Runbook.Kind.process),
    ("# A\n\n## Communication matrix\n\n| S | Chat |\n|---|---|\n| P0 | Now |\n", .process),
    ("# A\n\n## Meaning\n\na b\n\n## Impact\n\na b\n\n## Mitigation\n\na b\n", .alert),
    ("---\nalert: DiskFull\n---\n\n# A\n", .alert),
    ("# A\n\n```sh\nansible-playbook x.yml\n```\n", .playbook),
    ("# A\n\n## Impact\n\nNone.\n", .other),
    ("", .other),
  ])
  func kind(text: String, kind: Runbook.Kind) {
    #expect(runbook(text).kind == kind)
  }

  @Test func theAlertIsTheNameOfTheFileWhenNothingSaysOtherwise() {
    #expect(runbook("# Disk", path: "content/runbooks/alerts/DiskFull.md").alert == "DiskFull")
    #expect(runbook("---\nalert: Disk\n---\n", path: "runbooks/alerts/x.md").alert == "Disk")
    #expect(runbook("# Disk").alert == nil)
  }
}
