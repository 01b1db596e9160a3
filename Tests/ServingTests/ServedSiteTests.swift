import Diagnostics
import Files
import Testing

@testable import Serving

/// What a site of four files answers, without a socket.
struct ServedSiteTests {
  static let paths = ["index.html", "archive.css", "incidents/index.html", "incidents/a b/log.txt"]

  static func site(_ state: LiveState = LiveState(), host: String = "127.0.0.1") -> ServedSite {
    let files = paths.map { ($0, ContentHash(of: Array($0.utf8))) }
    return ServedSite(
      files: Dictionary(uniqueKeysWithValues: files), state: state, origins: Origins(host: host))
  }

  static func get(
    _ path: String, _ headers: [String: String] = [:], method: String = "GET",
    host: String = "127.0.0.1"
  ) -> Response {
    var all = [Request.Header("Host", "127.0.0.1:4000")]
    if let host = headers["Host"] { all = [.init("Host", host)] }
    all += headers.filter { $0.key != "Host" }.map { Request.Header($0.key, $0.value) }
    return site(host: host).response(to: Request(method, path, all))
  }

  @Test(arguments: [
    ("/", "index.html", "text/html; charset=utf-8"),
    ("/index.html", "index.html", "text/html; charset=utf-8"),
    ("/%69ndex.html", "index.html", "text/html; charset=utf-8"),
    ("/archive.css", "archive.css", "text/css; charset=utf-8"),
    ("/incidents/", "incidents/index.html", "text/html; charset=utf-8"),
    ("/incidents/a%20b/log.txt", "incidents/a b/log.txt", "text/plain; charset=utf-8"),
  ])
  func serves(path: String, file: String, type: String) {
    for method in ["GET", "HEAD"] {
      let response = Self.get(path, method: method)
      #expect(response.status == 200 && response.body == .file(file))
      #expect(response.value("Content-Type") == type)
      #expect(response.value("Cross-Origin-Resource-Policy") == "same-origin")
      #expect(response.value("X-Content-Type-Options") == "nosniff")
    }
  }

  @Test func aFolderLeadsToItsPage() {
    let response = Self.get("/incidents")
    #expect((response.status, response.value("Location")) == (302, "/incidents/"))
  }

  /// None of these is a name among the files, so nothing is looked up on the disk.
  @Test(arguments: [
    "/../index.html", "/%2e%2e/index.html", "/..%2findex.html", "/incidents/../index.html",
    "/incidents/%2E%2E/index.html",
    "/incidents/./index.html", "//index.html", "//etc/passwd", "/etc/passwd", "/%2fetc/passwd",
    "/..%5cindex.html",
    "/..\\index.html", "/incidents\\index.html", "/%252e%252e/index.html", "/INDEX.HTML",
    "/index.html/", "/index.html.",
    "/.build-site/manifest", "/.build-site/", "/.build-site/live.js/../events", "/index",
    "/incidents//", "/incidents/a+b/log.txt",
    "/index.html%20", "/~root", "/index.html;x=1", "/.git/config", "/incidents/a%20b",
    "/archive.css/index.html",
  ])
  func findsNothing(path: String) {
    let response = Self.get(path)
    #expect(response.status == 404)
    guard case .bytes(let page) = response.body else {
      Issue.record("a file")
      return
    }
    #expect(!String(decoding: page, as: UTF8.self).contains("root:"))
  }

  @Test(arguments: [
    "", "index.html", "http://127.0.0.1:4000/index.html", "*", "/%", "/%zz", "/a%00.html",
    "/index.html%00", "/%0d%0aX: y",
    "/%ff", "/%c0%ae%c0%ae/", "/%e0%80%ae", "/%7f",
  ])
  func isNoAddress(path: String) { #expect(Self.get(path).status == 400) }

  @Test func thePageOfNothingHasNoMarkupOfTheAddress() {
    guard case .bytes(let page) = Self.get("/%3Cscript%3Ealert(1)%3C/script%3E%22'").body else {
      Issue.record("a file")
      return
    }
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;"))
    #expect(!text.contains("<script>alert"))
  }

  @Test(arguments: [
    "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "PROPFIND", "get", "G", "",
  ])
  func refusesOtherMethods(method: String) {
    let response = Self.get("/", method: method)
    #expect((response.status, response.value("Allow")) == (405, "GET, HEAD"))
  }

  @Test(arguments: [
    ["Content-Length": "5"], ["Transfer-Encoding": "chunked"], ["content-length": "1"],
  ])
  func refusesBodies(headers: [String: String]) { #expect(Self.get("/", headers).status == 400) }

  @Test(arguments: [
    "127.0.0.1", "127.0.0.1:4000", "127.0.0.1:80", "localhost", "LOCALHOST:4000", "[::1]:4000",
    "[::1]", "192.168.1.7:4000",
  ])
  func answersForItself(host: String) { #expect(Self.get("/", ["Host": host]).status == 200) }

  /// What an attacker's own name, which leads here, looks like.
  @Test(arguments: [
    "evil.example", "evil.example:4000", "127.0.0.1.evil.example", "localhost.evil.example",
    "evil.example@127.0.0.1",
    "localhost:4000@evil.example", "127.0.0.1 evil.example", "", ":4000", "127.0.0.1:",
    "127.0.0.1:4000:1", "::1", "1.2.3",
    "1.2.3.4.5", "256.1.1.1", "0x7f.1", "2130706433", "localhost.", "[evil.example]", "[127.0.0.1]",
    "[::1", "127.0.0.1:99999x",
  ])
  func doesNotAnswerForOthers(host: String) {
    let status = Self.get("/", ["Host": host]).status
    #expect(status == 421 || host == "127.0.0.1:" && status == 200)
  }

  @Test func answersForTheNameThatItWasGiven() {
    #expect(Self.get("/", ["Host": "box.local:4000"], host: "Box.local").status == 200)
    #expect(Self.get("/", ["Host": "other.local:4000"], host: "box.local").status == 421)
  }

  @Test func aRequestNamesOneHost() {
    let site = Self.site()
    #expect(site.response(to: Request("GET", "/")).status == 400)
    let hosts = ["127.0.0.1", "evil.example"].map { Request.Header("Host", $0) }
    #expect(site.response(to: Request("GET", "/", hosts)).status == 400)
  }

  @Test(
    arguments: [
      (["Origin": "http://127.0.0.1:4000"], 200), (["Origin": "http://127.0.0.1:4001"], 403),
      (["Origin": "https://127.0.0.1:4000"], 403), (["Origin": "null"], 403),
      (["Origin": "http://evil.example"], 403),
      (["Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "no-cors"], 200),
      (["Sec-Fetch-Site": "none"], 200),
      (["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"], 200),
      (["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"], 403),
      (["Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"], 403),
      (["Sec-Fetch-Site": "cross-site"], 403),
    ] as [([String: String], Int)])
  func pagesOfOtherSitesReadNothing(headers: [String: String], status: Int) {
    for path in ["/archive.css", "/.build-site/live.js"] {
      #expect(Self.get(path, headers).status == status)
    }
  }

  @Test(arguments: [
    ("/", "index.html"), ("/incidents/", "incidents/index.html"), ("/x%20y", "x y"), ("%3C", "<"),
  ])
  func eventsAreAboutOnePage(address: String, page: String) {
    var request = Request("GET", "/.build-site/events", [.init("Host", "localhost")])
    request.query = [.init("page", address)]
    #expect(Self.site().response(to: request).body == .events(page: page))
  }

  @Test func eventsNameAPage() { #expect(Self.get("/.build-site/events").status == 400) }
}
