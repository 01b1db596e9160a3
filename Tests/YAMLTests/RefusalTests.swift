import Diagnostics
import Testing

@testable import YAML

@Suite struct RefusalTests {
  static let refusals: [(String, String, SourceRange, String)] = [
    ("a: &x 1\n", "BS011", place(1, 4, 1, 8), "anchor '&x' is not allowed here"),
    ("a: !vault x\n", "BS011", place(1, 4, 1, 12), "tag '!vault' is not allowed here"),
    ("a: !!str x\n", "BS011", place(1, 4, 1, 11), "tag '!!str' is not allowed here"),
    ("a: *x\n", "BS011", place(1, 4, 1, 6), "alias '*x' is not allowed here"),
    ("a: 1\n---\nb: 2\n", "BS011", place(2, 1, 2, 4), "a second YAML document starts here"),
    ("a: 1\nb: 2\na: 3\n", "BS012", place(3, 1, 3, 2), "key 'a' is already on line 1"),
    ("a: 1\n'a': 3\n", "BS012", place(2, 1, 2, 4), "key 'a' is already on line 1"),
    (
      "a: {{ x }}\n", "BS010", place(1, 5, 1, 10), "a list or a mapping is used as a key"
    ),
  ]

  @Test(arguments: refusals)
  func strict(text: String, code: String, range: SourceRange, message: String) {
    let reading = read(text)
    #expect(reading.diagnostics.map(\.code) == [code])
    #expect(reading.diagnostics.first?.range == range)
    #expect(reading.diagnostics.first?.message == message)
    #expect(reading.diagnostics.first?.level == .error)
    #expect(reading.diagnostics.first?.help != nil)
    #expect(reading.diagnostics.first?.excerpt != nil)
    #expect(reading.root?["a"] != nil, "the rest is read all the same")
  }

  @Test func reportsEveryRefusalInOneRun() {
    let reading = read("a: &x 1\nb: *x\nb: !t 2\n")
    #expect(reading.diagnostics.map(\.code) == ["BS011", "BS011", "BS011", "BS012"])
    #expect(reading.root?.pairs?.map(\.value.text) == ["1", "1", "2"])
  }

  @Test(arguments: [1, 100])
  func findsDuplicatesHoweverManyKeysThereAre(count: Int) {
    let text = (0..<count).map { "key\($0): x\n" }.joined()
    let diagnostics = read(text + "z: 1\nkey0: y\nkey0: z\n").diagnostics
    #expect(diagnostics.map(\.range?.lowerBound.line) == [count + 2, count + 3])
    #expect(Set(diagnostics.map(\.message)) == ["key 'key0' is already on line 1"])
  }

  @Test func reportsAnAliasWithoutAnchor() {
    let reading = read("a: *x\nb: &b [*b]\n", form: .permissive)
    #expect(
      reading.diagnostics.map(\.message) == [
        "alias '*x' has no anchor '&x' before it", "alias '*b' has no anchor '&b' before it",
      ])
  }

  @Test(arguments: [YAMLForm.strict, .permissive])
  func boundsExpansion(form: YAMLForm) {
    var text = "l0: &l0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ")
      text += "l\(level): &l\(level) [\(aliases)]\n"
    }
    let reading = read(text, form: form)
    #expect(
      reading.diagnostics.last?.message == "more than 100000 values, including those of aliases")
    #expect(reading.root == nil)
  }

  @Test(.timeLimit(.minutes(1))) func boundsTheNumberOfValues() {
    let reading = read(String(repeating: "- a\n", count: 1_000_000))
    #expect(reading.diagnostics.map(\.range?.lowerBound.line) == [100_000])
    #expect(reading.root == nil)
    #expect(read(String(repeating: "- a\n", count: 99_999)).root?.items?.count == 99_999)
  }

  @Test func boundsTheDepthAliasesBuild() {
    var text = "l0: &l0 [x]\n"
    for level in 1...200 { text += "l\(level): &l\(level) [*l\(level - 1)]\n" }
    let reading = read(text, form: .permissive)
    #expect(
      reading.diagnostics.map(\.message) == ["values are nested more than 64 levels deep"])
  }

  static let nested: [String] = [
    String(repeating: "[", count: 100_000),
    String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000),
    String(repeating: "? ", count: 100_000),
    (0..<2_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: nested.indices)
  func boundsDepth(index: Int) {
    let reading = read(Self.nested[index])
    #expect(
      reading.diagnostics.map(\.message) == ["values are nested more than 64 levels deep"])
    #expect(reading.root == nil)
  }

  @Test func takesWhatIsJustDeepEnough() {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(read(text).diagnostics == [])
    #expect(read("[" + text + "]").diagnostics.map(\.code) == ["BS010"])
  }
}
