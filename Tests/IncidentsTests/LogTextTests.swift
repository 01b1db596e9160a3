import CommonMark
import Diagnostics
import Testing

@testable import Incidents

/// Each incident of a log has a text of its own, on the lines of the file.
struct LogTextTests {
  private let reader = IncidentReader()

  /// The texts of the incidents without the blank lines around them, and their first lines.
  private func parts(_ text: String) -> [(text: String, line: Int)] {
    let file = SourceFile(path: "log.md", text: text)
    let log = LogText(of: file)
    return reader.readAll(DocumentReading(parsing: file)).map { reading in
      let text = String(decoding: log.text(of: reading.incident).bytes, as: UTF8.self)
      let lead = text.prefix { $0 == "\n" }
      var end = text[...]
      while end.last == "\n" { end.removeLast() }
      return (String(end.dropFirst(lead.count)), lead.count + 1)
    }
  }

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

  /// What a label leads to may stand anywhere in the file; what is in code defines nothing.
  @Test func definitionsThatAPartUsesComeAlong() {
    let found = parts(
      """
      # Log

      [unused]: https://example.com/unused

      ## 2026-01-10 One

      ### Root cause

      See [the Plan][] and a note.[^n]

      [own]: https://example.com/own

      ## 2026-02-10 Two

      ### Root cause

      [own] is elsewhere; ~~~ is no fence.

      ```
      [the plan]: https://example.com/code
      ```

      ## Notes

      [the  plan]: https://example.com/plan
        "Plan"
      [^n]: A note,
      on two lines, with a [deep] link.

          And code.
      [deep]: https://example.com/deep
      """)
    #expect(
      found.map(\.text) == [
        """
        # 2026-01-10 One

        ## Root cause

        See [the Plan][] and a note.[^n]

        [own]: https://example.com/own


        [the  plan]: https://example.com/plan
          "Plan"

        [^n]: A note,
        on two lines, with a [deep] link.

            And code.

        [deep]: https://example.com/deep
        """,
        """
        # 2026-02-10 Two

        ## Root cause {#root-cause-1}

        [own] is elsewhere; ~~~ is no fence.

        ```
        [the plan]: https://example.com/code
        ```


        [own]: https://example.com/own

        [the  plan]: https://example.com/plan
          "Plan"
        """,
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
