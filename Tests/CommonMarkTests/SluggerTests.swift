import CommonMark
import Diagnostics
import Testing

/// The vectors that Docusaurus 3.10 was seen to give.
struct SluggerTests {
  @Test(arguments: [
    (
      "14:02 UTC — failover (SEV-1): db/primary!", "1402-utc--failover-sev-1-dbprimary"
    ),
    ("Ünïcødé 日本語 & Co. (v1.2)", "ünïcødé-日本語--co-v12"),
    ("foo_bar  baz", "foo_bar--baz"),
    (":tada: Done", "tada-done"),
    ("✅ Done", "-done"),
    ("½", ""),
    ("a\u{A0}b\tc", "abc"),
    ("ΟΔΟΣ ΣΑΣ", "οδος-σας"),
    ("Ⓐ ²", "ⓐ-"),
    ("⚠\u{FE0F} x", "\u{FE0F}-x"),
    ("ÀÉ\u{301}", "àé\u{301}"),
  ])
  func slug(heading: String, expected: String) {
    var slugger = Slugger()
    let slug = slugger.slug(heading)
    #expect(Array(slug.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func countsRepetitions() {
    var slugger = Slugger()
    #expect(["A", "A", "A-1"].map { slugger.slug($0) } == ["a", "a-1", "a-1-1"])
  }

  @Test(arguments: [
    ("## See [x](u)", "see-x", "See x"),
    ("## Foo ##", "foo", "Foo"),
    ("## Run `make all` ![the _chart_](c.png)", "run-make-all-the-chart", "Run make all the chart"),
    ("## Done {#done-it}", "done-it", "Done"),
    ("## Done \\{#done-it}", "done-it", "Done"),
    ("## *Done* {#x}", "x", "Done"),
    ("## Set {#} and {a}", "set--and-a", "Set {#} and {a}"),
    ("## The <kbd>x</kbd> key", "the-x-key", "The x key"),
    ("## Restart <host> now", "restart-host-now", "Restart <host> now"),
    ("## A ![x](y.png) <img src=z.png alt=w>", "a-x-w", "A x w"),
    ("## Done {#größe-1}", "größe-1", "Done"),
    ("## Done {#a\u{A0}b}", "done-ab", "Done {#a\u{A0}b}"),
    ("## ~~Old~~ new", "old-new", "Old new"),
    ("Two\nlines\n---", "twolines", "Two\nlines"),
  ])
  func anchor(markdown: String, anchor: String, text: String) {
    let document = MarkdownDocument(parsing: SourceFile(path: "", text: markdown))
    let blocks = document.blocks
    #expect(blocks.map(\.anchor) == [anchor])
    #expect(blocks.map(\.text) == [text])
  }

  @Test func noIDIsGivenTwice() {
    #expect(
      page("## A {#b}\n\n## B\n\n## C {#b}\n\n## B\n")
        == """
        <h2 id="b">A</h2>
        <h2 id="b-1">B</h2>
        <h2 id="b-2">C</h2>
        <h2 id="b-1-1">B</h2>

        """)
  }
}
