import Diagnostics
import Publishing
import TestSupport
import Testing

/// The generator's own check: silent on what the writer makes, and loud on each row that is broken.
struct AcceptanceTests {
  private static let front = """
    ---
    title: "Pool full"
    description: "The pool was full."
    slug: "/2026/01/10/pool"
    date: 2026-01-10T09:58:00Z
    mdx: {"format": "md"}
    ---


    """

  private func codes(_ files: [Acceptance.File]) -> [String] {
    Acceptance.findings(in: files).map(\.code)
  }

  private func post(_ text: String, at path: String = "blog/2026-01-10-pool/index.md")
    -> Acceptance.File
  {
    Acceptance.File(path: path, bytes: Array(text.utf8))
  }

  @Test func acceptsAPlainPost() {
    #expect(codes([post(Self.front + "Opening.\n\n<!-- truncate -->\n\n## A\n\nText.\n")]) == [])
  }

  @Test(arguments: [
    ("format\": \"md\"", "format\": \"mdx\"", "DX001"), ("---\ntitle", "\n---\ntitle", "DX001"),
    ("slug: \"/2026/01/10/pool\"", "slug: /2026/01/10/pool", "DX003"),
    ("T09:58:00Z", "T09:58Z", "DX003"), ("2026-01-10T", "2026-01-11T", "DX004"),
    ("01/10/pool\"", "01/10/pool-2\"", "DX005"), ("\"The pool was full.\"", "\"\"", "DX007"),
    ("mdx:", "tags: [\"a\"]\nmdx:", "DX008"), ("mdx:", "authors: [\"a\"]\nmdx:", "DX009"),
    ("mdx:", "image: \"g.png\"\nmdx:", "DX023"),
  ])
  func reportsMetadata(_ part: String, _ replacement: String, _ code: String) {
    let front = Self.front.replacing(part, with: replacement)
    #expect(codes([post(front + "Opening.\n\n<!-- truncate -->\n\nText.\n")]).contains(code))
  }

  @Test(arguments: [
    ("Opening.\n", "DX010"), ("- a\n\n  <!-- truncate -->\n", "DX010"),
    ("a\n\n<!-- truncate -->\n\nb <!-- truncate -->\n", "DX010"),
    ("[a](#b)\n\n<!-- truncate -->\n\n## B\n", "DX011"),
    ("a[^1]\n\n<!-- truncate -->\n\n[^1]: b\n", "DX011"),
    ("a\n\n<!-- truncate -->\n\nthe <service> b\n", "DX012"),
    ("a\n\n<!-- truncate -->\n\nlog:line[42]\n", "DX013"),
    ("a\n\n<!-- truncate -->\n\n::leaf\n", "DX013"),
    ("a\n\n<!-- truncate -->\n\nroot:x:0\n", "DX014"),
    ("a\n\n<!-- truncate -->\n\n```\nopen\n", "DX016"),
    ("a\n\n<!-- truncate -->\n\n```\n# a {#b}\n```\n", "DX017"),
    ("a\n\n<!-- truncate -->\n\n```\n:::note T\n```\n", "DX017"),
    ("a\n\n<!-- truncate -->\n\n:::note[**T**]\n\nb\n\n:::\n", "DX018"),
    ("a\n\n<!-- truncate -->\n\n:::note T\n\nb\n\n:::\n", "DX018"),
    ("a\n\n<!-- truncate -->\n\n# B\n", "DX019"),
    ("a\n\n<!-- truncate -->\n\n## A \\{#b}\n\n## B\n", "DX019"),
    ("a\n\n<!-- truncate -->\n\n[b](../other/index.md)\n", "DX021"),
    ("a\n\n<!-- truncate -->\n\n[b](/blog/2020/01/01/none)\n", "DX021"),
    ("a\n\n<!-- truncate -->\n\n[b](#none)\n", "DX022"),
    ("a\n\n<!-- truncate -->\n\n[b](/blog/2026/01/10/pool#none)\n", "DX022"),
    ("a\n\n<!-- truncate -->\n\n![b](./none.png)\n", "DX023"),
    ("a\n\n<!-- truncate -->\n\n![b][c]\n\n[c]: https://a.example/x.png\n", "DX023"),
  ])
  func reportsText(_ body: String, _ code: String) {
    #expect(codes([post(Self.front + body)]).contains(code))
  }

  @Test(arguments: [
    ("", []), ("a {b}\n", ["DX012"]), ("a <5ms\n", ["DX012"]), ("<https://a.example>\n", ["DX012"]),
    ("<div>{a}</div>\n", ["DX012"]), ("import a\n", ["DX015"]), ("export const a = 1\n", ["DX015"]),
    ("    a\n", ["DX016"]), ("a<br>b\n", ["DX024"]), ("```\n{a} <b\nimport a\n```\n", []),
    ("<Tabs>\n\n<TabItem value=\"a\">\n\nb\n\n</TabItem>\n\n</Tabs>\n", []),
    ("<!-- truncate -->\n", ["DX010"]), ("<div title=\"{a}\">b</div>\n", []),
    ("<><b>a</b> c</>\n", []),
  ])
  func reportsWhatMDXWouldRun(_ text: String, _ expected: [String]) {
    let front = Self.front.replacing("\"md\"", with: "\"mdx\"")
    let marker = text.contains("truncate") ? "" : "{/* truncate */}\n\n"
    let page = front + "import Tabs from '@theme/Tabs';\n\nOpening.\n\n\(marker)" + text
    #expect(codes([post(page, at: "blog/2026-01-10-pool/index.mdx")]) == expected)
    #expect(codes([post(page, at: "blog/2026-01-10-pool/index.md")]).contains("DX001"))
  }

  @Test func reportsAddresses() {
    let page = Self.front + "a\n\n<!-- truncate -->\n"
    #expect(codes([post(page), post(page, at: "blog/2026-01-10-Pool/index.md")]).contains("DX006"))
    let doc =
      "---\ntitle: \"A\"\ndescription: \"B\"\nslug: \"/tags/a\"\nmdx: {\"format\": \"md\"}\n---\n"
    #expect(codes([post(doc, at: "docs/a.md")]) == ["DX006", "DX024"])
    let category = Acceptance.File(
      path: "docs/a/_category_.json", bytes: Array("{\"lable\": 1}".utf8))
    #expect(codes([category]) == ["DX024"])
  }

  @Test func acceptsTheSampleSite() async throws {
    let site = try await SampleSite([
      "incidents/2026-01-10-pool.md": """
      ---
      title: "Pool: <full> {x}"
      tags: [database]
      authors: [ada]
      draft: false
      ---
      # Pool

      Opening with [a link](#b), :x: and <service>.

      ## B

      ```bash
      # install {#deps}
      ```

      :::note[**T**]

      log:line[42]

      :::
      """,
      "runbooks/restart.md": "# Restart\n\nSee [it](../incidents/2026-01-10-pool.md#b).\n",
    ])
    let files = try site.files.map {
      Acceptance.File(path: $0.path, bytes: try $0.render(from: site.texts))
    }
    #expect(Acceptance.findings(in: files).map(\.message) == [])
  }
}
