import Diagnostics
import Docusaurus
import Learning
import Publishing
import Testing

/// A post for each incident of a log.
struct LogPostTests {
  private static let log = """
    # Log

    Newest first.

    ## 2026-02-03 Disk full

    **Severity:** P1

    ### Impact

    Everybody; like [the pool](#impact-1), not [here](#impact), [above](#2026-02-03-disk-full), as
    [said](#log). See [the rules](#gone).

    ### Root cause

    A log.[^1] ![graph](graph.png) and [the dump](dump.txt).[^2]

    > ## Quoted

    #### Why {#why}

    [^1]: Of the gate.

    ---

    ## 2026-01-10 Pool full

    ### Impact

    Some, as in [the cabin](#cabin) and [the disk](log.md).[^1]

    - ```
      [^2]: Code.
      ```

    #### Why {#why}

    ## Cabin

    ### Impact

    Few.

    ### Root cause

    A switch.

    # How we write

    [^2]: Of the night: ![night](night.png)

        And [its numbers](numbers.csv).
    """

  private func site() async throws -> SampleSite {
    try await SampleSite([
      "incidents/log.md": Self.log,
      "incidents/graph.png": "png", "incidents/dump.txt": "txt",
      "incidents/night.png": "png", "incidents/numbers.csv": "csv",
    ])
  }

  @Test func aPartIsAPostOfItsOwn() async throws {
    let site = try await site()
    let posts = site.paths.filter { $0.hasPrefix("blog/2") }
    #expect(
      posts == [
        "blog/2026-01-10-pool-full/index.md", "blog/2026-02-03-disk-full/graph.png",
        "blog/2026-02-03-disk-full/index.md", "blog/2026-02-03-disk-full/night.png",
      ])
    #expect(site.paths.contains("static/evidence/blog/2026-02-03-disk-full/numbers.csv"))
    #expect(site.paths.contains("static/evidence/blog/2026-02-03-disk-full/dump.txt"))
    let disk = try site.text("blog/2026-02-03-disk-full/index.md") ?? ""
    #expect(disk.contains("title: \"2026-02-03 Disk full\"\n"))
    #expect(disk.contains("date: 2026-02-03T00:00:00Z\n"))
    #expect(disk.contains("source: \"incidents/log.md\"\n"))
    #expect(disk.contains("\n## Impact\n"))
    #expect(disk.contains("Quoted"))
    #expect(disk.contains("\n### Why \\{#why}\n"))
    #expect(disk.contains("![night](./night.png)"))
    #expect(!disk.contains("Newest first"))
    #expect(!disk.contains("Pool full"))
    let pool = try site.text("blog/2026-01-10-pool-full/index.md") ?? ""
    #expect(pool.contains("\n## Impact \\{#impact-1}\n"))
    #expect(pool.contains("\n### Why \\{#why-1}\n"))
    #expect(pool.contains("\n[^1]: Of the gate.\n"))
    #expect(!pool.contains("Of the night"))
  }

  @Test func linksLeadToTheOthers() async throws {
    let site = try await site()
    let disk = try site.text("blog/2026-02-03-disk-full/index.md") ?? ""
    for link in [
      "[the pool](/blog/2026/01/10/pool-full#impact-1)", "[here](#impact)",
      "[above](/blog/2026/02/03/disk-full)", "![graph](./graph.png)",
    ] {
      #expect(disk.contains(link), "\(link)")
    }
    for text in ["[said]", "[the rules]"] { #expect(!disk.contains(text), "\(text)") }
    let pool = try site.text("blog/2026-01-10-pool-full/index.md") ?? ""
    #expect(pool.contains("[the cabin](pathname:///archive/incidents/cabin/index.html)"))
    #expect(pool.contains("[the disk](/blog/2026/02/03/disk-full)"))
  }

  @Test func docusaurusTakesThem() async throws {
    let site = try await site()
    let files = try site.files.map {
      Acceptance.File(path: $0.path, bytes: try $0.render(from: site.texts))
    }
    #expect(Acceptance.findings(in: files) == [])
  }

  /// Rendered one after another by one task, as they are written, or each alone.
  @Test func openDocumentsChangeNothing() async throws {
    let site = try await site()
    var documents = OpenDocuments(from: site.texts)
    for file in site.files + site.files.reversed() {
      #expect(try file.render(with: &documents) == file.render(from: site.texts), "\(file.path)")
    }
  }
}
