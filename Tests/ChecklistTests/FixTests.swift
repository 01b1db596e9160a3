import CommonMark
import Content
import Diagnostics
import Files
import Foundation
import Incidents
import Pipeline
import TestSupport
import Testing

@testable import Checklist

struct FixTests {
  private func fixed(
    _ text: String, by fixes: [Fix] = Fix.safe, role: FixSubject.Role = .review,
    linked: Set<String> = []
  ) -> String {
    let file = SourceFile(path: "a.md", text: text)
    let result = Fixer(fixes).fixed(file, role: role, linkedAnchors: linked)
    return String(decoding: result?.file.bytes ?? file.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("## timeline", "## Timeline"), ("## TIMELINE", "## Timeline"), ("## Timelime", "## Timeline"),
    ("## ROOT CAUSE ##", "## Root cause ##"), ("## Root Casue:", "## Root Cause:"),
    ("##   root cuase  ", "##   Root cause  "), ("acton items\n---", "Action items\n---"),
    ("## Lessons lerned", "## Lessons learned"),
  ])
  func spellsHeadingsAsUsual(heading: String, usual: String) {
    #expect(fixed("# Pool\n\n\(heading)\n\ntext\n") == "# Pool\n\n\(usual)\n\ntext\n")
  }

  @Test(arguments: [
    ("##Root cause", "## Root cause"), ("###Root cause", "### Root cause"),
    ("**Root cause**", "## Root cause"), ("**Root cause:**", "## Root cause"),
    ("__Root cause__:", "## Root cause"), ("Root cause", "## Root cause"),
  ])
  func marksHeadings(line: String, heading: String) {
    let start = "# Pool\n\n## Timeline\n\n- 10:05 - a\n- 10:06 - b\n\n"
    let end = "\n\nA full pool.\n\n**Action items**\n\n- [ ] Cap the pool @data\n"
    #expect(
      fixed(start + line + end)
        == start + heading + end.replacing("**Action items**", with: "## Action items"))
    #expect(!fixed(start + line + end, by: Fix.all).contains("cause\n\nTBD"))
  }

  @Test func leavesALineOfAQuote() {
    let text = "# Pool\n\n## Impact\n\nAll carts.\n\n> **Root cause**\n>\n> A full pool.\n"
    #expect(fixed(text) == text)
  }

  /// Other words, other languages, title case, emoji and what is only near to a part are a team's choice.
  @Test(arguments: [
    "## Root Cause", "## Chronology", "## Root causes", "## What happened", "## Ursache",
    "## 4. timeline", "## ⏱ timeline", "## timeline (UTC)", "## Retention", "## *timeline*",
    "## Lesson learned", "## Action item",
  ])
  func leavesOtherHeadings(heading: String) {
    let text = "# Pool\n\n\(heading)\n\n- 10:05 - a\n"
    #expect(fixed(text) == text)
  }

  @Test func leavesAHeadingThatPagesLinkTo() {
    let text = "# Pool\n\n## Timelime\n\n- 10:05 - a\n\n### 9:05 b\n"
    #expect(fixed(text, linked: ["timelime", "905-b"]) == text)
    #expect(fixed(text) == "# Pool\n\n## Timeline\n\n- 10:05 - a\n\n### 09:05 b\n")
    // A change of case changes no link.
    #expect(fixed("# Pool\n\n## timeline\n", linked: ["timeline"]) == "# Pool\n\n## Timeline\n")
  }

  @Test(arguments: [
    ("- 9:05 - a", "- 09:05 - a"), ("- 9:05 PM - a", "- 21:05 - a"), ("- 1005: a", "- 10:05: a"),
    ("- **9h47** a", "- **09:47** a"), ("- [9:05] a", "- [09:05] a"),
    ("9:05:07 UTC - a", "09:05:07 UTC - a"),
    ("- Jan 10, 2026 at 9:05 UTC - a", "- 2026-01-10 09:05 UTC - a"),
    ("- 10.01.2026 9:05 - a", "- 2026-01-10 09:05 - a"),
    ("- 2026/1/10 9:05 - a", "- 2026-01-10 09:05 - a"),
    ("- 2026-01-10T9:05Z a", "- 2026-01-10T09:05Z a"),
  ])
  func spellsTimesAsUsual(line: String, usual: String) {
    let text = "# Pool\n\n## Timeline\n\n\(line)\n- 23:10 - b\n"
    #expect(fixed(text) == text.replacing(line, with: usual))
  }

  /// What is unknown, approximate, a range, ambiguous or right already.
  @Test(arguments: [
    "- ~9:05 - a", "- 9:?? - a", "- 9:05-9:10 - a", "- 01/10/2026 9:05 - a", "- Jan 10 9:05 - a",
    "- Saturday, January 10 2026 9:05 - a", "- 25:70 - a", "- 24:00 - a", "- 10:05:30.250 - a",
    "- 2026-01-10 10:05 UTC - a", "- 2026-01-10T10:05:00Z - a", "- 2026-01-10, 10:05 - a",
    "- noon - a",
    "| 9:05 | a |",
  ])
  func leavesOtherTimes(line: String) {
    let text = "# Pool\n\n## Timeline\n\n\(line)\n\n- 23:10 - b\n"
    #expect(fixed(text) == text)
  }

  @Test(arguments: [
    ("- 10:05 a\n- 10:06 b\n* 10:07 c\n", "- 10:05 a\n- 10:06 b\n- 10:07 c\n"),
    ("* 10:05 a\n* 10:06 b\n  + 10:07 c\n", "* 10:05 a\n* 10:06 b\n  * 10:07 c\n"),
    ("• 10:05 a\n• 10:06 b\n", "- 10:05 a\n- 10:06 b\n"),
    ("* 10:05 a\n* 10:06 b\n", "* 10:05 a\n* 10:06 b\n"),
  ])
  func givesATimelineOneMarker(lines: String, usual: String) {
    #expect(fixed("# Pool\n\n## Timeline\n\n\(lines)") == "# Pool\n\n## Timeline\n\n\(usual)")
    #expect(fixed(lines, role: .timeline) == usual)
  }

  @Test func leavesEveryOtherByte() {
    let text =
      "\u{FEFF}---\r\ntitle:  \"Pool\"\r\n---\r\n# Pool  \r\n\r\n## timeline\t\r\n\r\n-  9:05 -  a  \r\n\r\n```\r\n9:05\r\n```\r\n * odd\r\nend"
    let expected = text.replacing("## timeline", with: "## Timeline").replacing(
      "-  9:05", with: "-  09:05")
    #expect(fixed(text) == expected)
  }

  @Test func addsMissingPartsInOrder() {
    let text =
      "# Pool\r\n\r\nThe pool was full.\r\n\r\n## Timeline\r\n\r\n- 10:05 - a\r\n\r\n## Lessons\r\n\r\nb"
    #expect(
      fixed(text, by: Fix.all).replacing("\r\n", with: "\n") == """
        # Pool

        The pool was full.

        ## Impact

        TBD

        ## Detection

        TBD

        ## Timeline

        - 10:05 - a

        ## Root cause

        TBD

        ## Lessons

        b

        ## Action items

        TBD

        """)
    #expect(!fixed(text, by: Fix.all).replacing("\r\n", with: "").contains("\n"))
    #expect(fixed(text) == text)
  }

  private static let timeline = "# Pool\n\n## Timeline\n\n- 10:05 - a\n- 10:06 - b\n"

  /// An edit that changes what the readers understand is dropped, and the others are made.
  @Test(arguments: [
    ("- 10:05", "- 10:04"), ("- b", "- c"), ("- 10:06 - b\n", ""), ("## Timeline", "## Impact"),
    ("# Pool", "# Poll"), ("- a", "- a\n\n## Action items\n\n- x"),
  ])
  func dropsAnEditThatChangesTheMeaning(old: String, new: String) throws {
    let fix = Fix(name: "wrong", change: .nothing) { subject in
      let text = String(decoding: subject.document.file.bytes, as: UTF8.self)
      var edits = SourceEdits()
      for (old, new) in [(old, new), ("\n\n##", "\n\n\n##")] {
        guard let range = text.firstRange(of: old), !text.contains("\n\n\n") else { continue }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        edits.replace(start..<start + old.utf8.count, with: new)
      }
      return edits
    }
    #expect(fixed(Self.timeline, by: [fix]) == Self.timeline.replacing("\n\n##", with: "\n\n\n##"))
  }

  /// An edit that removes a part does not count as one that adds a part.
  @Test func dropsAScaffoldThatTakesAway() {
    let fix = Fix(name: "wrong", change: .moreParts) { subject in
      var edits = SourceEdits()
      let bytes = subject.document.file.bytes
      if let start = bytes.firstRange(of: Array("\n## Impact".utf8))?.lowerBound {
        edits.replace(start..<bytes.count, with: "\n## Summary\n")
      }
      return edits
    }
    let text = Self.timeline + "\n## Impact\n"
    #expect(fixed(text, by: [fix]) == text)
  }

  @Test func givesUpAFixThatNeverEnds() {
    let fix = Fix(name: "endless", change: .nothing) { subject in
      var edits = SourceEdits()
      edits.insert("\n", at: subject.document.file.bytes.count)
      return edits
    }
    #expect(fixed(Self.timeline, by: [fix]) == Self.timeline)
  }

  /// Damaged files are for their authors.
  @Test func leavesWhatCannotBeRead() {
    let text = "---\ntitle: a: b\n---\n# Pool\n\n## timeline\n\n- 9:05 - a\n"
    #expect(fixed(text, by: Fix.all) == text)
  }

  // MARK: Real reviews

  private static let content = URL(filePath: #filePath).appending(path: "../../../content")
    .standardized

  private static func markdown(below folder: URL) -> [SourceFile] {
    let names = FileManager.default.enumerator(atPath: folder.path())?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
      return SourceFile(path: "content/\(name)", bytes: Array(bytes))
    }
  }

  @Test func leavesTheExampleContent() async throws {
    let build = try Build(content: Self.content.path())
    #expect(try await build.fixed(by: Fix.all).map(\.path) == [])
  }

  /// Fixing twice equals fixing once, the readers understand the same, and nothing new is wrong.
  @Test(.enabled(if: SharedData.isExpected, SharedData.advice)) func isIdempotentOnRealReviews()
    async throws
  {
    let folder = SharedData.folder.appending(path: "corpus/postmortem")
    let files = Self.markdown(below: folder)
    #expect(files.count > 100)
    for fixes in [Fix.safe, Fix.all] {
      let fixer = Fixer(fixes)
      var changed = 0
      var sources: [String: [UInt8]] = [:]
      for file in files {
        let once = fixer.fixed(file, role: .review)?.file ?? file
        changed += once.bytes == file.bytes ? 0 : 1
        sources[file.path] = once.bytes
        let twice = fixer.fixed(once, role: .review)
        #expect(twice == nil, "\(file.path)")
      }
      #expect(changed > 20)
      let before = try await findings(
        in: Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) }))
      // A part that was added holds its place, and is a finding until somebody writes it.
      let after = try await findings(in: sources).filter {
        !$0.message.contains("is a placeholder")
      }
      #expect(after.count <= before.count)
    }
  }

  private func findings(in files: [String: [UInt8]]) async throws -> [Diagnostic] {
    try await Build(content: "none", paths: ["content"], files: .memory(files))
      .checked().judgement.findings
  }
}
