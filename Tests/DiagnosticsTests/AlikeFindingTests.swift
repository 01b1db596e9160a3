import Diagnostics
import Testing

/// A report tells so many findings of one code in one file, and counts the others.
struct AlikeFindingTests {
  private func findings(_ kinds: [(code: String, path: String, count: Int)]) -> [Diagnostic] {
    kinds.flatMap { kind in
      (0..<kind.count).map {
        Diagnostic(code: kind.code, level: .warning, path: kind.path, message: "\($0)", help: "")
      }
    }
  }

  @Test func manyAlikeAreCounted() {
    let all = findings([
      ("BS050", "a.md", 800), ("BS051", "a.md", 3), ("BS050", "a.md", 400), ("BS050", "b.md", 1000),
    ])
    let shown = all.withFewAlike
    #expect(shown.count == 1000 + 1 + 3 + 1000)
    #expect(shown[..<1003].map(\.message) == all[..<1003].map(\.message))
    #expect(shown[1003].message == "200 more findings like these")
    #expect(shown[1003].code == "BS050" && shown[1003].path == "a.md")
    #expect(shown[1003].level == .warning)
    #expect(shown[1004...].map(\.path) == Array(repeating: "b.md", count: 1000))
  }

  @Test(arguments: [(1000, 1000), (1001, 1001), (1002, 1001), (5000, 1001)])
  func oneMoreIsCountedToo(count: Int, shown: Int) {
    let shownFindings = findings([("BS050", "a.md", count)]).withFewAlike
    #expect(shownFindings.count == shown)
    let last = shownFindings.last?.message
    #expect(
      last
        == (count == 1000
          ? "999"
          : count == 1001
            ? "1 more finding like these"
            : "\(count - 1000) more findings like these"))
  }

  @Test func fewStayAsTheyAre() {
    let all = findings([("BS050", "a.md", 900), ("BS050", "b.md", 900)])
    #expect(all.withFewAlike == all)
  }
}
