import CommonMark
import Diagnostics
import Testing

@testable import Incidents

/// What a part of a log refers to comes along with it, wherever in the file it is defined.
struct LogDefinitionTests {
  private func parts(_ text: String) -> [String] { logParts(text).map(\.text) }

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
      found == [
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
        """,
      ])
  }

  /// A log whose first incident refers to `[it]`, which stands behind the second.
  private func log(_ definition: String, before: String = "x") -> String {
    """
    # Log

    ## 2026-01-10 One

    ### Root cause

    See [it] and [that].

    ## 2026-02-10 Two

    ### Root cause

    \(before)

    \(definition)

    """
  }

  private static let page = "# 2026-01-10 One\n\n## Root cause\n\nSee [it] and [that]."

  /// What only looks like a definition is text, code or a comment of the other incident.
  @Test(arguments: [
    "[it]: I restarted the pool", "    [it]: https://example.com",
    "<!--\n[it]: https://example.com\n-->",
    "Text above it,\n[it]: https://example.com", "- ```\n  [it]: https://example.com\n  ```",
    "| a |\n| --- |\n[it]: https://example.com", "# H [it]: https://example.com",
    "~~~\n[it]: https://example.com",
  ])
  func onlyDefinitionsComeAlong(text: String) {
    #expect(parts(log(text)).first == Self.page)
  }

  /// Definitions stand in quotes and lists too, and go on below their first line.
  @Test(arguments: [
    ("[it]:\nhttps://example.com\n'Two\nlines'", "[it]:\nhttps://example.com\n'Two\nlines'"),
    ("> [it]: /a\n> 'T'\n> [other]: /b", "[it]: /a\n'T'"), ("- [it]: /a", "[it]: /a"),
    ("[other]: /b\n[it]: /a\nText below it.", "[it]: /a"),
    ("[it]: /a\n[that]: /b", "[it]: /a\n\n[that]: /b"),
    ("[it]: /a\nHeading\n-------", "[it]: /a"),
    ("[IT]: /a\n\n[it]: /b", "[IT]: /a"),
  ])
  func definitionsComeAlongWhole(text: String, expected: String) {
    #expect(parts(log(text)).first == Self.page + "\n\n\n" + expected)
  }

  @Test(arguments: [
    "- ```\n  code\n  ```", "````\n```\n````", "- ```\n  open", "~~~ a\n```\n~~~", "    ```",
  ])
  func codeBeforeADefinitionHidesNothing(code: String) {
    #expect(parts(log("[it]: /a", before: code)).first == Self.page + "\n\n\n[it]: /a")
  }
}
