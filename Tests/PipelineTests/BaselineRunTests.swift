import Checklist
import Diagnostics
import Learning
import Pipeline
import Testing

/// A baseline knows a finding wherever the run is started, and when its title or its file has another name.
struct BaselineRunTests {
  private static let review =
    "---\ndate: 2026-01-10\nseverity: P1\n---\n# Pool full\n\nIt was full.\n"
  private static let other =
    "---\ndate: 2026-02-03\nseverity: P1\n---\n# Disk full\n\nIt was full.\n"

  private func run(
    _ files: [String: String], in folder: String, known: Baseline? = nil
  ) async throws -> Judgement {
    var placed: [String: String] = [:]
    for (path, text) in files { placed[folder == "." ? path : "\(folder)/\(path)"] = text }
    return try await Texts(placed).checked(folder) { $0.baseline = known }.judgement
  }

  @Test func pathsAreThoseBelowTheContentFolder() async throws {
    let files = ["incidents/a.md": Self.review]
    let first = try await run(files, in: "content")
    #expect(!first.findings.isEmpty)
    #expect(first.baseline.text.contains(" incidents/a.md\n"))
    for folder in ["content", "docs/content", "."] {
      let second = try await run(files, in: folder, known: first.baseline)
      #expect(second.findings.isEmpty)
      #expect(second.fixed.isEmpty)
      #expect(second.known == first.findings.count)
    }
  }

  @Test func anEntryWithThePathOfTheRunIsStillKnown() async throws {
    let files = ["incidents/a.md": Self.review]
    let first = try await run(files, in: "content")
    let old = Baseline(of: first.findings)
    #expect(old.text.contains(" content/incidents/a.md\n"))
    #expect(try await run(files, in: "content", known: old).findings.isEmpty)
  }

  @Test func aRenamedTitleKeepsTheMissingParts() async throws {
    let first = try await run(["incidents/a.md": Self.review], in: "content")
    let renamed = Self.review.replacing("# Pool full", with: "# The pool of connections was full")
    let second = try await run(["incidents/a.md": renamed], in: "content", known: first.baseline)
    #expect(second.findings.isEmpty)
    #expect(second.fixed.isEmpty)
  }

  @Test func aMovedFileKeepsItsEntries() async throws {
    let first = try await run(
      ["incidents/a.md": Self.review, "incidents/b.md": Self.other], in: "content")
    let second = try await run(
      ["incidents/2026/moved.md": Self.review, "incidents/b.md": Self.other], in: "content",
      known: first.baseline)
    #expect(second.findings.isEmpty)
    #expect(second.fixed.isEmpty)
  }

  @Test func twoFilesThatAreGoneLendNothing() async throws {
    let first = try await run(
      ["incidents/a.md": Self.review, "incidents/b.md": Self.other], in: "content")
    let second = try await run(
      ["incidents/c.md": Self.review], in: "content", known: first.baseline)
    #expect(second.findings.contains { $0.code == "PM002" })
  }

  @Test func aFileThatIsThereLendsNothing() async throws {
    let whole = Self.review + "\n## Root cause\n\nA limit of ten connections that nobody watched.\n"
    let first = try await run(["incidents/a.md": Self.review], in: "content")
    let second = try await run(
      ["incidents/a.md": whole, "incidents/c.md": Self.review], in: "content",
      known: first.baseline)
    #expect(second.findings.contains { $0.code == "PM002" && $0.path == "content/incidents/c.md" })
  }
}
