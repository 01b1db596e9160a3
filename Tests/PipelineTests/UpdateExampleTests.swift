import Testing

/// The messages of the process on the pages of both outputs, with an example from the newest incident that had
/// updates.
struct UpdateExampleTests {
  private static let process = """
    # Incident response

    ## Phase 1: Look (0–5 minutes)

    Look.

    ## Phase 2: Mend (5–15 minutes)

    Mend.

    ## Internal update

    ```text
    ⏰ [time] UPDATE
    Impact: [what is affected]
    ETA: [when]
    ```

    ## External update

    ```text
    We look at [service].
    ```

    ## Resolved update

    ```text
    RESOLVED - [time]
    ```
    """

  private static func timeline(_ day: String, updates: Bool) -> String {
    """
    # Timeline: shop slow on \(day)

    All times in UTC.

    - \(day) 10:00 - Alert fires
    \(updates ? "- \(day) 10:10 - UPDATE\n  Status: MITIGATING\n  Impact: every <third> page" : "")
    - \(day) 10:20 - Mitigation applied
    \(updates ? "- \(day) 10:25 - UPDATE\n  Status: MONITORING" : "")
    - \(day) 10:40 - RESOLVED

    """
  }

  private func files() -> [String: String] {
    [
      "content/runbooks/incident-response.md": Self.process,
      "content/incidents/incident-2026-01-10-001/timeline.md": Self.timeline(
        "2026-01-10", updates: true),
      "content/incidents/incident-2025-01-10-001/timeline.md": Self.timeline(
        "2025-01-10", updates: true),
      "content/incidents/incident-2026-02-10-001/timeline.md": Self.timeline(
        "2026-02-10", updates: false),
    ]
  }

  @Test func theArchiveFillsAnExample() async throws {
    let page = try await page("static/archive/communicate/index.html")
    let example = """
      <details><summary>Filled in: Timeline: shop slow on 2026-01-10, 2026-01-10 10:25</summary>
      <pre><code>⏰ 10:25 UPDATE
      Impact: every &lt;third&gt; page
      ETA: <mark>[unknown: when]</mark>
      </code></pre>
      """
    #expect(page.contains(example), "\(page)")
    #expect(page.contains("<pre><code>RESOLVED - 10:40\n</code></pre>"))
    #expect(page.contains("<p class=\"small soft\">54 characters</p>"))
    // No customer was told of anything.
    #expect(page.ranges(of: "<details>").count == 2)
  }

  @Test func docusaurusHasAPageOfMessages() async throws {
    let page = try await page("docs/learning/messages.md")
    let internalUpdate = """
      ## Internal update

      ```text
      ⏰ [time] UPDATE
      Impact: [what is affected]
      ETA: [when]
      ```

      54 characters. To fill in: **time**, **what is affected**, **when**.

      Filled in for [Timeline: shop slow on 2026-01-10](/blog/2026/01/10/timeline-shop-slow-on-20260110), 2026-01-10 10:25:

      ```text
      ⏰ 10:25 UPDATE
      Impact: every <third> page
      ETA: [unknown: when]
      ```
      """
    #expect(page.contains(internalUpdate), "\(page)")
    #expect(page.ranges(of: "Filled in for").count == 2)
    let index = try await self.page("docs/learning/index.md")
    #expect(index.contains("- [Messages to copy](/docs/learning/messages)"))
  }

  @Test func withoutUpdatesThereIsNoExample() async throws {
    let files = files().filter { !$0.key.contains("-01-10-001") }
    let page = try await page("static/archive/communicate/index.html", of: files)
    #expect(page.contains("Internal update"))
    #expect(!page.contains("<details>"))
  }

  private func page(_ path: String, of files: [String: String]? = nil) async throws -> String {
    let texts = try Texts(files ?? self.files())
    return try #require(try texts.text(path, of: try await texts.checked()))
  }
}
