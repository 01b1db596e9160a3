import Diagnostics
import Templates
import Testing

@Suite struct TemplateSetTests {
  private static func set(_ text: String, form: TemplateSet.Form = .strict) -> TemplateSet {
    TemplateSet(parsing: [("page", SourceFile(path: "page.mustache", text: text))], form: form)
  }

  @Test(arguments: [
    ("a\n  {{#open}}", 2, 3, "section 'open' is not closed"),
    ("{{#a}}{{#b}}{{/a}}{{/b}}", 1, 13, "end tag 'a' does not match the open section"),
    ("x {{/a}}", 1, 3, "end tag 'a' does not match the open section"),
    ("é {{> missing}}", 1, 4, "partial 'missing' does not exist"),
    ("{{=only=}}", 1, 1, "the delimiters are not two words"),
    ("{{== ==}}", 1, 1, "the delimiters are not two words"),
    ("one\ntwo {{name", 2, 5, "tag is not closed"),
    ("{{}}", 1, 1, "'' is not a name"),
    ("{{two words}}", 1, 1, "'two words' is not a name"),
    ("{{a..b}}", 1, 1, "'a..b' is not a name"),
    ("{{seventeen-letters}}", 1, 1, "'seventeen-letters' is not a name"),
    ("{{{body}}}", 1, 1, "'body' would be written without escaping"),
    ("{{&body}}", 1, 1, "'body' would be written without escaping"),
  ])
  func reportsWhereATemplateIsWrong(text: String, line: Int, column: Int, message: String) {
    let finding = Self.set(text).diagnostics.first
    #expect(finding?.code == "BS030")
    #expect(finding?.path == "page.mustache")
    #expect(finding?.range?.lowerBound == SourceLocation(line: line, column: column))
    #expect(finding?.message == message)
    #expect(finding?.help?.isEmpty == false)
    #expect(finding?.excerpt != nil)
  }

  @Test(arguments: [
    ("{{titel}}", "no page has a field 'titel'", "did you mean 'title'?"),
    ("{{#item.titel}}{{/item.titel}}", "no page has a field 'titel'", "did you mean 'title'?"),
    ("{{^Title}}{{/Title}}", "no page has a field 'Title'", "did you mean 'title'?"),
    (
      "{{quarters}}", "no page has a field 'quarters'",
      "use one of those in build-site's own templates"
    ),
  ])
  func reportsFieldsThatNoPageHas(text: String, message: String, help: String) {
    let file = SourceFile(path: "page.mustache", text: "{{title}}\n" + text)
    let set = TemplateSet(parsing: [("page", file)], fields: ["item", "title", "url"])
    #expect(set.diagnostics.first?.message == message)
    #expect(set.diagnostics.first?.help == help)
    #expect(set.diagnostics.first?.range?.lowerBound == SourceLocation(line: 2, column: 1))
  }

  @Test func reportsEveryMistakeOfATemplate() {
    let findings = Self.set("{{a b}}\n{{> x}}\n{{/c}}").diagnostics
    #expect(findings.map { $0.range?.lowerBound.line } == [1, 2, 3])
  }

  @Test func refusesSectionsWithoutMeasure() {
    let text = String(repeating: "{{#a}}", count: 100_000)
    #expect(Self.set(text).diagnostics.contains { $0.message.contains("64 deep") })
  }

  @Test func stopsPartialsThatIncludeThemselves() throws {
    let page = try #require(Self.set("{{> page}}").template("page"))
    #expect(throws: Diagnostic.self) { try page.html(.nothing) }
  }

  @Test func partialsFollowNestedValues() throws {
    let page = try #require(Self.set("({{name}}{{#in}}{{> page}}{{/in}})").template("page"))
    let value: TemplateValue = ["name": "a", "in": ["name": "b", "in": []]]
    #expect(try String(decoding: page.html(value).bytes, as: UTF8.self) == "(a(b))")
  }

  @Test(
    arguments: [
      (.text(""), "no"), (.text("a"), "yes"), (0, "no"), (1, "yes"), ([], "no"), (.nothing, "no"),
      (.html(.empty), "no"), (.html(HTML(trusted: "<b>")), "yes"), (.flag(false), "no"),
      (.record([:]), "yes"),
    ] as [(TemplateValue, String)])
  func sectionsLeaveOutWhatIsEmpty(value: TemplateValue, expected: String) throws {
    let page = try #require(Self.set("{{#a}}yes{{/a}}{{^a}}no{{/a}}").template("page"))
    #expect(try String(decoding: page.html(["a": value]).bytes, as: UTF8.self) == expected)
  }
}

@Suite struct HTMLTests {
  @Test(arguments: [
    ("plain", "plain"), ("a & b < c > d \" e ' f", "a &amp; b &lt; c &gt; d &quot; e &#39; f"),
    ("\"\u{301}", "&quot;\u{301}"), ("<\u{338}script>", "&lt;\u{338}script&gt;"),
    ("&\u{200D}amp;", "&amp;\u{200D}amp;"), ("'\u{FE0F}", "&#39;\u{FE0F}"), ("é<", "é&lt;"),
    ("", ""),
  ])
  func escapesByBytes(text: String, expected: String) throws {
    #expect(String(decoding: HTML(text: text).bytes, as: UTF8.self) == expected)
    let set = TemplateSet(parsing: [("page", SourceFile(path: "page", text: "{{a}}"))])
    let page = try #require(set.template("page"))
    #expect(try page.html(["a": .text(text)]) == HTML(text: text))
  }

  @Test func markupIsNotEscapedTwice() throws {
    let set = TemplateSet(parsing: [("page", SourceFile(path: "page", text: "{{a}}"))])
    let page = try #require(set.template("page"))
    #expect(
      try page.html(["a": .html(HTML(trusted: "<b>&amp;</b>"))]).bytes == Array("<b>&amp;</b>".utf8)
    )
  }
}

@Suite struct FieldNameTests {
  @Test(arguments: ["a", "title", "é", "sixteen-letters!", "with space"])
  func accepts(name: String) {
    #expect(FieldName(name.utf8) != nil)
  }

  @Test(arguments: ["", "seventeen letters", "a\0"])
  func refuses(name: String) {
    #expect(FieldName(name.utf8) == nil)
  }

  @Test func tellsNamesApart() {
    let names = ["a", "aa", "ab", "abcdefgh", "abcdefghi", "abcdefghj", "b"]
    #expect(Set(names.compactMap { FieldName($0.utf8) }).count == names.count)
  }

  @Test func recordsKeepTheLastValueOfAName() {
    var record: TemplateRecord = ["a": 1, "b": 2]
    record["a"] = 3
    record["c"] = 4
    record["b"] = nil
    #expect(record == ["a": 3, "c": 4])
  }
}
