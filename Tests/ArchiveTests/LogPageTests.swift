import Foundation
import Publishing
import Testing

@testable import Archive

/// A page for each incident of a log.
struct LogPageTests {
  private static let log = """
    # Log

    Newest first.

    ## 2026-02-03 Disk full

    **Severity:** P1

    ### Impact

    Everybody; like [the pool](#impact-1), as [said](#impact) [above](#2026-02-03-disk-full). Read
    [how **we** write](#how-we-write) these.

    > ### Summary
    >
    > Quoted words.

    ```
    [^2]: Code.
    ```

    ```
    disk_error_17
    ```

    ### Timeline

    - 10:00 UTC - alert fires
    - 10:30 UTC - resolved

    ### Root cause {#why}

    A log.[^1] See [the dump](dump.txt).[^2]

    [^1]: Of the gate.

    ### Action items

    - [ ] Rotate the log

    ## 2026-01-10 Pool full

    ### Impact

    Some.[^1]

    ### Timeline

    - 11:00 UTC - alert fires
    - 11:10 UTC - resolved

    ### Root cause {#why}

    A pool.

    ## Cabin

    ### Impact

    None.

    ### Timeline

    - 12:00 - dark
    - 12:10 - resolved

    ## How we write

    In the present tense.

    [^2]: Of the night: ![graph](graph.png)

        And [its numbers](numbers.csv).
    """

  private static let other = "# 2026-03-04 Other\n\n[a](log.md) [b](log.md#impact-1)\n"

  private func archive() async throws -> SampleArchive {
    try await SampleArchive([
      "incidents/log.md": Self.log, "incidents/2026-03-04-other.md": Self.other,
      "incidents/dump.txt": "x", "incidents/graph.png": "x", "incidents/numbers.csv": "x",
    ])
  }

  @Test func everyLinkLeadsToAHeading() async throws {
    #expect(try LinkedPages(of: await archive()).problems == [])
  }

  @Test func aPartIsAPageOfItsOwn() async throws {
    let archive = try await archive()
    let disk = try archive.main("incidents/2026-02-03-disk-full/index.html")
    for text in [
      ">2026-02-03 Disk full</h1>", "<h2 id=\"impact\">Impact</h2>", "alert fires", "+30",
      "<a href=\"../../incidents/2026-01-10-pool-full/index.html#impact-1\">the pool</a>",
      "<a href=\"#impact\">said</a>", "Of the gate.", "sev-p1", "Rotate the log",
      "<a href=\"../../files/incidents/dump.txt\">", "Quoted words", "id=\"why\"",
      "how <strong>we</strong> write these", "src=\"../../files/incidents/graph.png\"",
      "<a href=\"../../files/incidents/numbers.csv\">",
    ] {
      #expect(disk.contains(text), "\(text)")
    }
    for text in ["Newest first", "Some.", "11:00", "Cabin", "present tense", "how-we-write"] {
      #expect(!disk.contains(text), "\(text)")
    }
    for file in ["graph.png", "numbers.csv"] {
      #expect(archive.files.contains { $0.path.hasSuffix("files/incidents/\(file)") }, "\(file)")
    }
    let pool = try archive.main("incidents/2026-01-10-pool-full/index.html")
    #expect(pool.contains("<h2 id=\"impact-1\">Impact</h2>"))
    #expect(pool.contains("<h2 id=\"why-1\">Root cause</h2>"))
    #expect(pool.contains("Of the gate."))
    #expect(try archive.main("incidents/cabin/index.html").contains("12:00"))
  }

  @Test func listsAndSearchHaveThemAll() async throws {
    let archive = try await archive()
    let index = try archive.main("incidents/index.html")
    #expect(index.components(separatedBy: "<td class=\"what\">").count - 1 == 4)
    let rows = try archive.text("search/c-r0.js").split(separator: "\n")
    #expect(rows.filter { $0.contains("2026-02-03-disk-full") }.count == 1)
    #expect(try archive.main("actions/index.html").contains("2026-02-03-disk-full"))
    #expect(
      try archive.main("incidents/2026-03-04-other/index.html")
        .contains("<a href=\"../../incidents/2026-02-03-disk-full/index.html\">a</a>"))
  }
}
