import Checklist
import Diagnostics
import Testing

struct BaselineTests {
  private func findings(_ text: String, path: String = "a.md", code: String = "PM006")
    -> [Diagnostic]
  {
    let file = SourceFile(path: path, text: text)
    return (1...file.lineCount).filter { file.text(ofLine: $0).contains("25:70") }.map { line in
      Diagnostic(
        code: code, level: .error, path: path, range: file.range(ofLine: line),
        message: "time '25:70' does not exist"
      ).quoting(file)
    }
  }

  private func reread(_ baseline: Baseline) throws -> Baseline {
    try Baseline(parsing: SourceFile(path: "baseline.txt", text: baseline.text))
  }

  @Test func knowsFindingsWhoseLinesMoved() throws {
    let baseline = try reread(Baseline(of: findings("- 25:70 a\n- 25:70 b\n")))
    let comparison = baseline.compared(with: findings("# T\n\n- 25:70 b\n\n- 25:70 a\n")) { _ in
      true
    }
    #expect(comparison.new == [])
    #expect(comparison.known == 2)
    #expect(comparison.fixed == [])
  }

  @Test func countsWhatIsThereTwice() throws {
    let baseline = try reread(Baseline(of: findings("- 25:70\n- 25:70\n")))
    #expect(baseline.count == 2)
    let three = findings("- 25:70\n- 25:70\n- 25:70\n")
    let comparison = baseline.compared(with: three) { _ in true }
    #expect(comparison.new == [three[2]])
    #expect(comparison.known == 2)
    let one = baseline.compared(with: findings("- 25:70\n")) { _ in true }
    #expect(one.fixed.map(\.count) == [1])
  }

  @Test func tellsNewFromFixed() throws {
    let baseline = try reread(
      Baseline(of: findings("- 25:70 a\n") + findings("- 25:70\n", path: "b c.md")))
    let changed = findings("- 25:70 other\n")
    let comparison = baseline.compared(with: changed) { $0 == "a.md" }
    #expect(comparison.new == changed)
    #expect(comparison.known == 0)
    // b c.md was not looked at.
    #expect(comparison.fixed.map { "\($0.code) \($0.path) \($0.count)" } == ["PM006 a.md 1"])
    #expect(
      baseline.compared(with: [], covering: { _ in true }).fixed.map(\.path) == ["a.md", "b c.md"])
  }

  @Test func isTheSameForTheSameFindings() throws {
    let some = findings("- 25:70 a\n- 25:70 b\n") + findings("- 25:70 c\n", path: "b.md")
    #expect(Baseline(of: some).text == Baseline(of: some.reversed()).text)
    #expect(try reread(Baseline(of: some)).text == Baseline(of: some).text)
    #expect(try reread(Baseline(of: [])).count == 0)
  }

  @Test(arguments: [
    "PM006 0123456789abcdef 1", "PM006 0123456789abcdef 0 a.md", "PM006 0123 1 a.md",
    "PM6 0123456789abcdef 1 a.md", "PM006 0123456789abcdeg 1 a.md", "{", "PM006  1 a.md",
  ])
  func refusesOtherLines(line: String) {
    let text = "# remark\n\nPM006 0123456789abcdef 1 a.md\n\(line)\n"
    #expect {
      try Baseline(parsing: SourceFile(path: "baseline.txt", text: text))
    } throws: { error in
      let finding = error as? Diagnostic
      return finding?.path == "baseline.txt" && finding?.range?.lowerBound.line == 4
    }
  }

  @Test func refusesAnEntryThatIsThereTwice() {
    let entry = "PM006 0123456789abcdef 1 a.md\n"
    #expect(throws: Diagnostic.self) {
      try Baseline(parsing: SourceFile(path: "baseline.txt", text: entry + entry))
    }
  }
}
