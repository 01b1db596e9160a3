import Testing

@testable import Serving

struct RequestPathTests {
  @Test(arguments: [
    ("/a%20b", "/a b"), ("/%C3%A9", "/é"), ("/%2e%2E/x", "/../x"), ("/a+b", "/a+b"), ("/", "/"),
    ("", ""),
  ])
  func decodes(text: String, path: String) { #expect(RequestPath.decoded(text) == path) }

  @Test(arguments: [
    "%", "%4", "%zz", "%0", "/a%00", "/%0d%0a", "/%7f", "/%ff", "/%c3", "/%C0%AE", "/%ED%A0%80",
    "/\u{1}",
  ])
  func refuses(text: String) { #expect(RequestPath.decoded(text) == nil) }

  @Test(arguments: ["a b", "é/x.html", "a\r\nb", "100%", "a\"<>", "plain/index.html"])
  func comesBack(path: String) {
    let text = RequestPath.encoded(path)
    #expect(text.utf8.allSatisfy { "-._~/%".utf8.contains($0) || $0 < 0x80 && $0 > 0x20 })
    if !path.utf8.contains(0x0D) { #expect(RequestPath.decoded(text) == path) }
  }
}
