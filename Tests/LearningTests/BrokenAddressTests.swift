import CommonMark
import Diagnostics
import Incidents
import Learning
import Testing

/// Addresses that no browser opens.
struct BrokenAddressTests {
  private func findings(_ text: String) -> [String] {
    let file = SourceFile(path: "content/incidents/a.md", text: text)
    return BrokenAddresses.findings(in: DocumentReading(parsing: file)).map {
      "\($0.code) \($0.range?.lowerBound.line ?? 0)"
    }
  }

  @Test(arguments: [
    "[a](http://localhost:PORT/x)", "<http://localhost:PORT/x>", "[a](http://[bad)", "[a](//:x)",
    "[a](https://)", "[a](http://a:99999)", "![a](http://a%b/c.png)",
    "- [a][b]\n\n[b]: http://1.2.3.4.5/",
  ])
  func areReported(text: String) {
    #expect(
      findings(text) == ["BS088 1"])
  }

  @Test(arguments: [
    "[a](http://localhost:8080/x)", "[a](//a.example/x)", "[a](mailto:a@b.example)",
    "[a](b.md#10:30)",
    "[a](notes/10:30.md)", "[a](?x:y)", "`http://localhost:PORT`", "[a](javascript:b)", "[a]()",
    "[a](tel:+1)", "[a](slack://channel?id=1)", "[a](/x:y)", "a: b",
  ])
  func othersAreNot(text: String) { #expect(findings(text).isEmpty, "\(findings(text))") }
}
