import Diagnostics
import Testing
import Vocabulary

@testable import Archive

@Suite struct TemplateFolderTests {
  @Test func ownTemplatesAreRight() throws {
    #expect(try SampleArchive.templates().diagnostics == [])
  }

  @Test(arguments: [
    ("hoem.mustache", "did you mean 'home.mustache'?"),
    ("archive.cs", "did you mean 'archive.css'?"),
    ("partials/our-own-small-print.mustache", "name it in another template, or remove it"),
    ("fonts/team.woff2", "name it in another template, or remove it"),
  ])
  func aFileThatNothingUsesIsNamed(name: String, help: String) throws {
    let findings = try SampleArchive.templates(adding: [name: ""]).diagnostics
    #expect(findings.map(\.code) == ["BS048"])
    #expect(findings.first?.path == name && findings.first?.help == help)
  }

  @Test func aFileThatAnotherNamesIsUsed() throws {
    let added = [
      "partials/signature.mustache": "<p>Harbor Street</p>",
      "team.css": "a{src:url(fonts/a.woff2)}",
      "fonts/a.woff2": "",
      "partials/end.mustache": "{{> partials/signature}}<link href=\"team.css\">",
    ]
    let findings = try SampleArchive.templates(adding: added).diagnostics
    #expect(findings.map(\.path) == ["partials/end.mustache"])
  }

  @Test func aMissingPartialIsReportedWhereItIsNamed() throws {
    let findings = try SampleArchive.templates(without: "partials/pager.mustache").diagnostics
    #expect(Set(findings.map(\.path)) == ["facet.mustache", "incidents.mustache"])
    #expect(findings.allSatisfy { $0.message == "partial 'partials/pager' does not exist" })
  }
}

@Suite struct WordingTests {
  @Test(arguments: [
    (0, "0 min"), (59, "59 min"), (60, "1 h"), (65, "1 h 5 min"), (1500, "25 h"),
    (2880, "2 days"), (18_000, "12 days 12 h"),
  ])
  func length(minutes: Int, text: String) {
    #expect(Wording.length(minutes) == text)
  }

  @Test(arguments: [(1, "1 action"), (0, "0 actions"), (2, "2 actions")])
  func counted(count: Int, text: String) {
    #expect(Wording.counted(count, "action") == text)
  }
}

@Suite struct PlaceTests {
  @Test(arguments: [
    ("index.html", "", ""), ("actions/index.html", "../", "actions/"),
    ("services/api/page-2.html", "../../", "services/api/"),
  ])
  func wayUp(path: String, root: String, folder: String) {
    #expect(Place(path).root == root)
    #expect(Place(path).folder == folder)
  }

  @Test(arguments: [
    ("a/b.png", "a/b.png"), ("queue depth.svg", "queue%20depth.svg"), ("50%.png", "50%25.png"),
    ("ü.png", "%C3%BC.png"), ("a#b?.txt", "a%23b%3F.txt"),
  ])
  func encoded(path: String, expected: String) {
    #expect(LinkRewriter.encoded(path) == expected)
  }
}
