import CommonMark
import Diagnostics
import Testing

@testable import Incidents

/// Each incident of a log has a text of its own, on the lines of the file.
struct LogTextTests {
  private let reader = IncidentReader()

  private func parts(_ text: String) -> [(text: String, line: Int)] { logParts(text) }

  private static let timeline = "- 10:00 - a\n- 10:05 - b\n"

  @Test func headingsGoUpAndKeepTheirIDs() {
    let found = parts(
      """
      # Log

      ## 2026-01-10 One

      ### Timeline ###

      \(Self.timeline)
      ### Root cause

      x

      ---

      ## 2026-02-10 Two

      ### Timeline ##

      \(Self.timeline)
      ### Root cause

      > #### Root cause

      ### Why {#why}

      y

      """)
    #expect(
      found.map(\.text) == [
        """
        # 2026-01-10 One

        ## Timeline ###

        \(Self.timeline)
        ## Root cause

        x
        """,
        """
        # 2026-02-10 Two

        ## Timeline {#timeline-1}

        \(Self.timeline)
        ## Root cause {#root-cause-1}

        > ### Root cause {#root-cause-2}

        ## Why {#why}

        y
        """,
      ])
    #expect(found.map(\.line) == [3, 16])
  }

  @Test func headingsOverALineGoUpToo() {
    let found = parts(
      """
      2026-01-10 One
      --------------

      ### Timeline

      \(Self.timeline)
      2026-02-10 Two
      in two lines
      ---

      ### Timeline

      \(Self.timeline)
      """)
    #expect(
      found.map(\.text) == [
        "2026-01-10 One\n==============\n\n## Timeline\n\n\(Self.timeline.dropLast())",
        "2026-02-10 Two\nin two lines\n===\n\n## Timeline {#timeline-1}\n\n"
          + Self.timeline.dropLast(),
      ])
  }

  /// The page's text gives the sections, ids and times that were read from the file.
  @Test(arguments: ["\n", "\r\n"])
  func aPartReadsAsItDidInTheFile(ending: String) {
    let text = """
      # Log

      ## 2026-01-10 One

      ### Timeline

      \(Self.timeline)
      ### Root cause

      x

      ## 2026-02-10 Two ##

      **Severity:** P1

      ### Timeline

      \(Self.timeline)
      #### Später & `früher` ####

      ### Root cause
      """
    let file = SourceFile(path: "log.md", text: text.replacing("\n", with: ending))
    let readings = reader.readAll(DocumentReading(parsing: file))
    #expect(readings.count == 2)
    for incident in readings.map(\.incident) {
      let part = LogText(of: file).text(of: incident)
      let again = reader.read(
        review: DocumentReading(parsing: part), timeline: nil, folder: nil
      ).incident
      #expect(again.sections == incident.sections)
      #expect(again.timeline == incident.timeline)
      #expect(again.title == incident.title)
      #expect(again.severity == incident.severity)
    }
  }

  /// An id that is taken in the file has a number there, which takes the place of the written one.
  @Test func aWrittenIDIsReplaced() {
    let body = "### Impact\n\n### Why {#why}\n\n### Why\n\n"
    let found = parts("# Log\n\n## 2026-01-10 A\n\n\(body)## 2026-02-10 B\n\n\(body)")
    #expect(
      found.map(\.text) == [
        "# 2026-01-10 A\n\n## Impact\n\n## Why {#why}\n\n## Why",
        "# 2026-02-10 B\n\n## Impact {#impact-1}\n\n## Why {#why-2}\n\n## Why {#why-1-1}",
      ])
  }

  /// The line below an underlined heading may stand in a quote or a list; other dashes are no such line.
  @Test(arguments: [
    ("> Why\n> ---", "> Why {#why-1}\n> ---"), ("- Why\n  ---", "- Why {#why-1}\n  ---"),
    ("1. > Why\n   > on\n   > ===", "1. > Why\n   > on {#whyon-1}\n   > ---"),
    ("> 2. ### Why ##", "> 2. ## Why {#why-1}"), ("> # Why", "> ## Why {#why-1}"),
  ])
  func anUnderlineIsThatOfItsHeading(heading: String, expected: String) {
    let rest = "### Impact\n\nall\n\n```yaml\nkey: value\n---\nnext: one\n```\n\n"
    let body = "\(heading)\n\n\(rest)"
    let found = parts("# Log\n\n## 2026-01-10 A\n\n\(body)## 2026-02-10 B\n\n\(body)")
    #expect(
      found.last?.text == """
        # 2026-02-10 B

        \(expected)

        ## Impact {#impact-1}

        all

        ```yaml
        key: value
        ---
        next: one
        ```
        """)
  }

  @Test func aByteOrderMarkIsNoPartOfAnIncident() {
    let found = parts(
      "\u{FEFF}## 2026-01-10 A\n\n### Impact\n\nall\n\n## 2026-02-10 B\n\n### Impact\n\nsome\n")
    #expect(found.first?.text == "# 2026-01-10 A\n\n## Impact\n\nall")
    #expect(found.count == 2)
  }

  @Test func aFileThatIsShorterNowGivesWhatIsLeft() {
    let file = SourceFile(
      path: "log.md",
      text: "# L\n\n## 2026-01-10 A\n\n### Impact\n\nx\n\n## 2026-02-10 B\n\n### Impact\n\ny\n")
    let later = reader.readAll(DocumentReading(parsing: file))[1].incident
    let short = LogText(of: SourceFile(path: "log.md", text: "# L\n")).text(of: later)
    #expect(short.bytes == Array("# L\n".utf8))
  }
}
