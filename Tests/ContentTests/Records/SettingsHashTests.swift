import Files
import Testing

@testable import Content

/// The hash of the settings files, by which a record is found again.
struct SettingsHashTests {
  private func hash(_ settings: [String: String]) async throws -> ContentHash {
    var files = settings.mapValues { Array($0.utf8) }
    files["content/incidents/a.md"] = Array("# A\n\nText.\n".utf8)
    return try await ContentLoader(root: "content", today: nil, source: .memory(files)).load()
      .settingsHash
  }

  /// The same bytes under another name say something else.
  @Test func tellsEveryFileFromEveryOther() async throws {
    let names = ["site.yml", "authors.yml", "tags.yml"]
    var hashes: [ContentHash] = [try await hash([:])]
    for name in names { hashes.append(try await hash(["content/\(name)": "a: {name: A}\n"])) }
    #expect(Set(hashes).count == 4)
  }

  /// Only what looks at all units needs them.
  @Test func doesNotDependOnRedirects() async throws {
    let tags = ["content/tags.yml": "a: {label: A}\n"]
    let redirects = tags.merging(["content/redirects.yml": "/old: incidents/a.md\n"]) { $1 }
    #expect(try await hash(tags) == hash(redirects))
  }
}
