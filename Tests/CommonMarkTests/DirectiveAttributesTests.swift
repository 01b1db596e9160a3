import Testing

@testable import CommonMark

struct DirectiveAttributesTests {
  @Test(arguments: [
    ("{}", "note", ""), ("{title=\"Take care\" #look .wide.tall}", "note", "Take care"),
    ("{title='a}b' open data-x=1}", "note", "a}b"), ("{ title = \"T\" }", "note", "T"),
    ("{title=T}", "note", "T"), ("[T]{.wide}", "note", "T"), ("{a=b.c#d}", "note", ""),
  ])
  func attributesBelongToTheOpening(rest: String, type: String, title: String) throws {
    let line = try #require(FenceLine(Array(":::note\(rest)".utf8)[...]))
    #expect(line.type == type && line.title == title)
  }

  /// What Docusaurus shows as it is written would otherwise be lost.
  @Test(arguments: [
    "{title=\"T\" and <b>more</b>}", "{title=<b>\"T\"}", "{title=\"T}", "{title=}", "{1}", "{#}",
    "{a \"b\"}",
    "{title=\"T\"and}", "{a=b\"c}", "{ä=b}", "{title=\"T\"} more", "{title=\"T\"",
    "{a{b}}",
  ])
  func aLineWithAnythingElseIsText(rest: String) {
    #expect(FenceLine(Array(":::note\(rest)".utf8)[...]) == nil)
  }
}
