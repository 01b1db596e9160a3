import Diagnostics
import Incidents
import Learning
import Pipeline
import Testing
import Vocabulary

/// Mistakes that used to pass without a word.
struct NamedMistakeTests {
  private func findings(
    _ body: String, front: String = "severity: P1\n", path: String = "content/incidents/a.md"
  ) async throws -> [Diagnostic] {
    try await Texts([path: "---\ndate: 2026-01-10\n\(front)---\n# Down\n\n\(body)\n"])
      .checked().judgement.findings
  }

  @Test(
    arguments: [
      (
        "See [text][nodef].", "BS062",
        "label 'nodef' has no definition, so the link is shown as typed"
      ),
      (
        "- See [d][nope] now", "BS062",
        "label 'nope' has no definition, so the link is shown as typed"
      ),
      (
        "| a |\n| --- |\n| [d][nope] |", "BS062",
        "label 'nope' has no definition, so the link is shown as typed"
      ),
      ("![p][nope]", "BS062", "label 'nope' has no definition, so the link is shown as typed"),
      (
        "It failed.[^nofoot]", "BS062",
        "footnote '[^nofoot]' has no definition, so it is shown as typed"
      ),
      ("It failed [^1].", "BS062", "footnote '[^1]' has no definition, so it is shown as typed"),
      ("[b](my file.md)", "BS063", "'my file.md' has a space, so the link is shown as typed"),
      ("![g](my pic.png)", "BS063", "'my pic.png' has a space, so the link is shown as typed"),
      (
        "[h](file:///etc/hosts)", "BS022",
        "link to 'file:///etc/hosts' is left out because it is not safe to follow"
      ),
    ])
  func aLinkThatIsNoneIsAFinding(body: String, code: String, message: String) async throws {
    for path in ["content/incidents/a.md", "content/runbooks/a.md"] {
      let found = try await findings(body, path: path).filter { $0.code.hasPrefix("BS0") }
      #expect(found.filter { $0.code == code }.map(\.message) == [message], "\(path)")
    }
  }

  @Test(arguments: [
    "rows[0][1] and [0][1]", "`[text][nodef]`", "```\n[text][nodef]\n```",
    "[text][def]\n\n[def]: https://x.example",
    "a[^1]\n\n[^1]: note", "[^a-z] and [^0-9]+", "[note](see the log below)", "[a](<my file.md>)",
    "[a](https://x.example \"my file.md\")", "map[string][int]", "\\[a][b]", "$x[a][b]",
    "- [ ] [x] done",
  ])
  func otherBracketsAreText(body: String) async throws {
    let found = try await findings(body).filter { ["BS062", "BS063"].contains($0.code) }
    #expect(found.isEmpty)
  }

  @Test(
    arguments: [
      ("tags: a, b\n", "BS017", "'tags' is one text with commas"),
      ("authors: 5\n", "BS017", "'authors' is not a list"),
    ])
  func aValueThatIsNoneIsAFinding(front: String, code: String, message: String) async throws {
    let found = try await findings("Text.", front: "severity: P1\n" + front)
    #expect(found.filter { $0.code == code }.map(\.message) == [message])
  }

  @Test func anEmptyOwnerIsAFinding() async throws {
    let found = try await findings("Text.", front: "owner:\n", path: "content/runbooks/a.md")
    #expect(found.contains { $0.message == "'owner' has no value" })
  }

  @Test(arguments: ["", "---\ntitle: X\n---\n", "\n\n"])
  func anEmptyRunbookIsAFinding(text: String) async throws {
    let found = try await Texts(["content/runbooks/a.md": text]).checked().judgement.findings
    #expect(found.filter { $0.code == "BS064" }.count == 1)
  }

  @Test(arguments: ["{{ site.x }} is up", "See {% link a.md %}."])
  func tagsOfGeneratorsAreFoundInRunbooks(body: String) async throws {
    let found = try await findings(body, front: "", path: "content/runbooks/a.md")
    #expect(found.filter { $0.code == "BS018" }.map(\.range?.lowerBound.line) == [6])
  }

  @Test func aStartAfterTheEndIsAFinding() async throws {
    let found = try await findings(
      "Text.",
      front: "severity: P1\nstarted: 2026-01-10 12:00 UTC\nresolved: 2026-01-10 11:00 UTC\n")
    #expect(
      found.filter { $0.code == "PM027" }.map(\.message)
        == ["resolved at 11:00, but started only at 12:00 (line 4)"])
    let days = try await findings(
      "Text.", front: "severity: P1\nstarted: 2026-01-12 10:00\nresolved: 2026-01-11 11:00\n")
    #expect(
      days.filter { $0.code == "PM027" }.map(\.message)
        == ["resolved on 2026-01-11 at 11:00, but started only on 2026-01-12 at 10:00 (line 4)"])
  }

  @Test func dotsThatEndTheFrontMatterAreAFinding() async throws {
    let text = "---\ndate: 2026-01-10\n...\nseverity: P1\n---\n# Down\n"
    let found = try await Texts(["content/incidents/a.md": text]).checked().judgement.findings
    let dots = found.filter { $0.code == "BS066" }
    #expect(dots.map(\.range?.lowerBound.line) == [3])
    #expect(dots.map(\.level) == [.error])
  }

  @Test(arguments: ["# Down\n", "Text: more.\n\n---\n", "---\n", "a: b\n"])
  func dotsWithoutFieldsBelowThemAreAWarning(rest: String) async throws {
    let text = "---\ndate: 2026-01-10\n...\n" + rest
    let found = try await Texts(["content/incidents/a.md": text]).checked().judgement.findings
    #expect(found.filter { $0.code == "BS066" }.map(\.level) == [.warning])
  }

  @Test(
    arguments: [
      "date: March 4, 2026", "date: 4 March 2026", "date: 2026-3-4", "date: 2026/03/04",
      "date: 04.03.2026", "date: 4.3.2026", "date: Wednesday, 4 March 2026", "date: 2026-03-04",
      "date: \"2026-03-04 10:00 UTC\"", "date: 4 Mar 2026",
    ])
  func datesOfTheFrontMatterAreReadAsInTheText(front: String) async throws {
    let checked = try await Texts([
      "content/incidents/a.md": "---\n\(front)\nseverity: P1\n---\n# Down\n"
    ])
    .checked()
    #expect(checked.library.incidents.first?.day?.description == "2026-03-04")
    #expect(!checked.judgement.findings.contains { $0.code == "PM006" || $0.code == "PM010" })
  }

  @Test(
    arguments: [
      (
        "date: 03/04/2026",
        "date '03/04/2026' may have the day or the month first, so the review has no post"
      ),
      ("date: soon", "date 'soon' is not a valid date or time, so the review has no post"),
      (
        "date: 1026-03-04",
        "date '1026-03-04' is not a valid date or time, so the review has no post"
      ),
    ])
  func aDateThatCannotBeReadSaysWhatFollows(front: String, message: String) async throws {
    let found = try await Texts([
      "content/incidents/a.md": "---\n\(front)\nseverity: P1\n---\n# Down\n"
    ])
    .checked().judgement.findings
    #expect(found.filter { $0.code == "PM006" }.map(\.message) == [message])
  }

  @Test func missingPartsAreReportedAtTheTitleOfTheFrontMatter() async throws {
    let text = "---\ndate: 2026-01-10\nseverity: P1\ntitle: Pool full\n---\n\nThe pool was full.\n"
    let found = try await Texts(["content/incidents/a.md": text]).checked().judgement.findings
    #expect(found.filter { $0.code == "PM002" }.map(\.range?.lowerBound.line) == [4])
    let heading = text.replacing("The pool", with: "# Pool full\n\nThe pool")
    let other = try await Texts(["content/incidents/a.md": heading]).checked().judgement.findings
    #expect(other.filter { $0.code == "PM002" }.map(\.range?.lowerBound.line) == [7])
  }
}
