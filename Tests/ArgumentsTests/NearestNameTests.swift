import Diagnostics
import Testing

@Suite struct NearestNameTests {
  static let names = ["check", "explain", "severity", "services", "status", "title", "id"]

  @Test(arguments: [
    ("chek", "check"), ("chekc", "check"), ("Check", "check"), ("CHECK", "check"),
    ("severty", "severity"), ("sevreity", "severity"), ("sev", "severity"), ("tittle", "title"),
    ("ids", "id"), ("servises", "services"), ("expl", "explain"),
  ])
  func near(word: String, name: String) {
    #expect(nearestName(to: word, among: Self.names) == name)
  }

  @Test(arguments: ["", "x", "xyzzy", "check", "se", "ti", "incidents", "чек"])
  func notNear(word: String) {
    #expect(nearestName(to: word, among: Self.names) == nil)
  }

  @Test func longWordsAreNoNames() {
    let word = String(repeating: "a", count: 100_000)
    #expect(nearestName(to: word, among: [word + "b"]) == nil)
  }

  @Test func takesTheFirstOfSeveral() {
    #expect(nearestName(to: "bat", among: ["cat", "bar"]) == "cat")
  }
}
