import Diagnostics
import Files
import Pipeline
import Publishing
import Testing

/// Links to edit a page lead to the path below the content folder, wherever that is.
struct ContentRootTests {
  @Test(arguments: [
    ("content", "content/"), ("content/", "content/"), ("./content", "content/"), (".", ""),
    ("a/incidents/b/content", "a/incidents/b/content/"),
    ("a/runbooks/incidents", "a/runbooks/incidents/"),
    ("/srv/incidents/content", "/srv/incidents/content/"),
    ("../other/content/", "../other/content/"),
  ])
  func leadsToTheSource(content: String, root: String) async throws {
    let pages = [
      "incidents/incidents/2026-01-10-pool.md": review(),
      "runbooks/incidents/restart.md": "# Restart\n\n1. Look\n",
    ]
    var texts = [root + "site.yml": "repository: https://git.example.com/edit\n"]
    for (path, text) in pages { texts[root + path] = text }
    let sample = try Texts(texts)
    let checked = try await sample.checked(content)
    let paths = checked.plan.files.filter { file in
      pages.keys.contains { root + $0 == file.origin } && !file.path.hasSuffix(".yml")
        // The text of a page as Markdown has no link to its source.
        && !(file.path.hasPrefix("static/") && file.path.hasSuffix(".md"))
    }
    #expect(paths.count == 4)
    for file in paths {
      let text = String(decoding: try file.render(from: sample.files), as: UTF8.self)
      let below = file.origin.dropFirst(root.count)
      let link =
        file.path.hasPrefix("static/")
        ? "https://git.example.com/edit/\(below)\"" : "source: \"\(below)\""
      #expect(text.contains(link), "\(file.path)")
    }
    #expect(checked.judgement.findings.allSatisfy { $0.path.hasPrefix(root) })
  }

  /// A folder in the content is judged as part of it, also when the content is the working folder.
  @Test(arguments: [".", "content"])
  func knowsWhatIsInside(content: String) async throws {
    let root = content == "." ? "" : "content/"
    let sample = try Texts([
      root + "incidents/2026-01-10-pool.md": review() + "\nSee [it](../../gone.md).\n"
    ])
    let found = try await sample.checked(content) {
      $0.paths = [root + "incidents/2026-01-10-pool.md"]
    }.judgement.findings
    #expect(found.contains { $0.code == "BS050" })
  }
}
