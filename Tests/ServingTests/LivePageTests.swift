import Diagnostics
import Files
import Foundation
import Testing

@testable import Serving

struct LivePageTests {
  private static let policy =
    #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">"#

  private static func live(_ page: String) -> String {
    String(decoding: LivePage.live(Array(page.utf8), version: "a\"b"), as: UTF8.self)
  }

  private static let tags = """
    <link rel="stylesheet" href="/.build-site/live.css">
    <script src="/.build-site/live.js" data-version="a&quot;b"></script>

    """

  @Test func aPageGetsAScriptAndMayListen() {
    let page = "<html><head>\(Self.policy)</head><body><p>x</p>\n</body></html>\n"
    #expect(
      Self.live(page)
        == #"<html><head><meta http-equiv="Content-Security-Policy" content="connect-src 'self'; default-src 'none'; script-src 'self'"></head><body><p>x</p>"#
        + "\n\(Self.tags)</body></html>\n")
  }

  @Test(arguments: [
    "<head></head><body></body>", "<p>no body", "", "<body><pre>&lt;/body></pre></body>",
    "<head>\(policy.replacing("script-src", with: "connect-src 'none'; script-src"))</head><body></body>",
  ])
  func nothingElseChanges(page: String) {
    let live = Self.live(page)
    #expect(live.replacing(Self.tags, with: "") == page)
    #expect(live.contains(Self.tags))
  }

  /// In the text of a page the words are no policy.
  @Test func onlyTheHeadHasThePolicy() {
    let page = "<head></head><body>\(Self.policy)</body>"
    #expect(!Self.live(page).contains("connect-src"))
  }

  @Test func aPageWithoutScriptsStaysAsItIs() {
    let page =
      "<head>\(Self.policy.replacing("script-src 'self'", with: "base-uri 'none'"))</head><body></body>"
    #expect(Self.live(page) == page)
  }

  @Test func theVersionIsThatOfThePageAndOfWhatItLooksLike() {
    func version(_ files: [String: String], of page: String = "a/index.html") -> String {
      ServedSite(
        files: files.mapValues { ContentHash(of: Array($0.utf8)) }, state: LiveState(),
        origins: Origins(host: "::1")
      ).version(of: page)
    }
    let files = [
      "a/index.html": "1", "a/x.png": "2", "b/index.html": "3", "archive.css": "4",
      "search/1.js": "5", "feed.xml": "6",
    ]
    let first = version(files)
    for (path, isSeen) in [
      ("a/index.html", true), ("a/x.png", true), ("archive.css", true), ("b/index.html", false),
      ("search/1.js", false),
      ("feed.xml", false),
    ] {
      #expect((version(files.merging([path: "new"]) { $1 }) != first) == isSeen, "\(path)")
    }
    #expect(version([:]) == "none")
  }

  @Test func aPageIsToldItsFindingsAndWhatKeepsItOld() throws {
    @Sendable func finding(_ number: Int, _ level: Level = .error) -> Diagnostic {
      let start = SourceLocation(line: number, column: 3)
      return Diagnostic(
        code: "PM001", level: level, path: "content/a.md", range: start..<start,
        message: "line \(number)\n</script>", help: "mend it")
    }
    var state = LiveState()
    state.findings = 71
    state.errors = 70
    state.firstErrors = (1...60).map { finding($0) }
    state.here = { $0 == "a/index.html" ? [finding(99, .warning), finding(1)] : [] }
    func told(_ page: String) throws -> [String: Any] {
      let bytes = state.text(of: page, version: "v")
      #expect(!bytes.contains(0x0A))
      return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
    let good = try told("a/index.html")
    #expect(
      good["problem"] is NSNull && good["findings"] as? Int == 71)
    #expect(good["here"] as? Int == 2 && good["elsewhere"] as? Int == 0)
    let shown = try #require(good["shown"] as? [[String: String]])
    #expect(
      shown[0] == [
        "place": "content/a.md:1:3", "level": "error", "code": "PM001",
        "message": "line 1\n</script>", "help": "mend it",
      ])
    state.problem = "Fix the errors."
    let bad = try told("b/index.html")
    #expect(bad["problem"] as? String == "Fix the errors." && bad["here"] as? Int == 0)
    #expect(bad["elsewhere"] as? Int == 70 && (bad["others"] as? [Any])?.count == 50)
  }
}
