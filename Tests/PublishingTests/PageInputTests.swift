import Files
import Publishing
import Synchronization
import Testing

/// A file is made again only when something that it is made from has changed, or the file itself.
struct PageInputTests {
  private let site: TemporarySite
  private let sources = [
    "content/a.md": ContentHash(of: [1]), "content/b.md": ContentHash(of: [2]),
  ]

  init() throws { site = try TemporarySite() }

  /// Writes two pages whose bytes are what `text` gives, and returns which of them were rendered.
  private func rendered(
    _ texts: [String: String], shared: UInt8 = 0, sources: [String: ContentHash]? = nil
  ) async throws -> Set<String> {
    let names = Mutex<Set<String>>([])
    let files = texts.map { name, text in
      OutputFile(
        path: "docs/\(name).md", origin: "content/\(name).md",
        prepare: { inputs in
          inputs.add(source: "content/\(name).md")
          inputs.add(text)
          return { _ in
            names.withLock { _ = $0.insert(name) }
            return Array(text.utf8)
          }
        })
    }
    let writer = SiteWriter(
      root: site.root,
      inputs: SiteInputs(
        shared: ContentHash(of: [shared]), sources: sources ?? self.sources))
    _ = try await writer.write(OutputPlan(files))
    return names.withLock { $0 }
  }

  @Test func onlyWhatChangedIsRendered() async throws {
    #expect(try await rendered(["a": "one", "b": "two"]) == ["a", "b"])
    #expect(try await rendered(["a": "one", "b": "two"]) == [])
    #expect(try await rendered(["a": "one", "b": "three"]) == ["b"])
    #expect(site.text("docs/b.md") == "three")
    var changed = sources
    changed["content/a.md"] = ContentHash(of: [9])
    #expect(try await rendered(["a": "one", "b": "three"], sources: changed) == ["a"])
    #expect(
      try await rendered(["a": "one", "b": "three"], shared: 1, sources: changed) == ["a", "b"])
  }

  @Test func aFileThatIsGoneIsRendered() async throws {
    _ = try await rendered(["a": "one"])
    try removeFile(site.path("docs/a.md"))
    #expect(try await rendered(["a": "one"]) == ["a"])
    #expect(site.text("docs/a.md") == "one")
  }

  /// A new time alone, as after a checkout, is no change.
  @Test func aFileWithANewTimeIsNotRendered() async throws {
    _ = try await rendered(["a": "one"])
    try site.put("one", at: "docs/a.md")
    #expect(try await rendered(["a": "one"]) == [])
  }

  @Test func aFileThatWasEditedByHandIsRefused() async throws {
    _ = try await rendered(["a": "one"])
    try site.put("mine", at: "docs/a.md")
    await #expect(throws: WriteError.self) { try await rendered(["a": "one"]) }
    #expect(site.text("docs/a.md") == "mine")
  }

  @Test func aFileWithAnUnknownSourceIsRenderedEachTime() async throws {
    _ = try await rendered(["a": "one"], sources: [:])
    #expect(try await rendered(["a": "one"], sources: [:]) == ["a"])
  }

  /// A manifest of the version before says which files are ours, and not what they were made from.
  @Test func anEarlierManifestStillOwnsItsFiles() async throws {
    _ = try await rendered(["a": "one", "b": "two"])
    let manifest = try #require(site.text(".build-site/manifest"))
    let lines = manifest.split(separator: "\n").map { line in
      let fields = line.split(separator: " ")
      return fields.count == 5 ? (fields[..<3] + fields[4...]).joined(separator: " ") : String(line)
    }
    let earlier = lines.joined(separator: "\n").replacing("manifest 2", with: "manifest 1") + "\n"
    try site.put(earlier, at: ".build-site/manifest")
    #expect(try await rendered(["a": "one", "b": "three"]) == ["a", "b"])
    #expect(site.text("docs/b.md") == "three")
  }
}
