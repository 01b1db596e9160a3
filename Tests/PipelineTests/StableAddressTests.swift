import Diagnostics
import Learning
import Pipeline
import Publishing
import TestSupport
import Testing

/// A review that is added never takes the address of an older one.
struct StableAddressTests {
  private struct Review: Hashable {
    let path: String
    let text: String
    let day: String
    /// Minutes from midnight; `nil` when the review does not say.
    let start: Int?

    /// What tells which of two is older.
    var age: (String, Int, String) { (day, start ?? 1440, path) }
  }

  private static func review(
    _ path: String, title: String = "Pool full", day: String = "2026-01-10", start: Int? = nil,
    slug: String? = nil
  ) -> Review {
    let time = start.map {
      "\($0 / 60 < 10 ? "0" : "")\($0 / 60):\($0 % 60 < 10 ? "0" : "")\($0 % 60)"
    }
    let front = [
      "date: \(day)", time.map { "started: \(day) \($0) UTC" }, slug.map { "slug: \($0)" },
    ].compactMap(\.self).joined(separator: "\n")
    return Review(
      path: "content/incidents/\(path)", text: "---\n\(front)\n---\n# \(title)\n\nText.\n",
      day: day, start: start)
  }

  /// The address in the archive and that of the post, by path.
  private func addresses(_ reviews: [Review]) async throws -> [String: [String]] {
    let texts = try Texts(
      Dictionary(uniqueKeysWithValues: reviews.map { ($0.path, $0.text) }))
    let checked = try await texts.checked(isWriting: true)
    #expect(checked.plan.findings.isEmpty)
    var addresses: [String: [String]] = [:]
    for file in checked.plan.files
    where file.path.hasSuffix("index.html")
      || file.path.hasPrefix("blog/") && file.path.hasSuffix("index.md")
    {
      guard file.origin.hasPrefix("content/") else { continue }
      addresses[file.origin, default: []].append(file.path)
    }
    return addresses
  }

  @Test func theOlderKeepsItsAddress() async throws {
    let first = Self.review("incident-2026-01-10-002/review.md", start: 600)
    let second = Self.review("incident-2026-01-10-001/review.md", start: 700)
    let third = Self.review("incident-2026-01-10-003/review.md", start: 650)
    let all = try await addresses([first, second, third])
    #expect(all[first.path]?.first == "blog/2026-01-10-pool-full/index.md")
    #expect(all[second.path]?.first == "blog/2026-01-10-pool-full-001/index.md")
    #expect(all[third.path]?.first == "blog/2026-01-10-pool-full-003/index.md")
    for part in [[first], [first, third], [first, second]] {
      for (path, known) in try await addresses(part) { #expect(all[path] == known) }
    }
  }

  @Test(arguments: [
    ("a/2026-01-10-pool.md", "b/2026-01-10-pool.md", "2026-01-10-pool-b"),
    ("a/pool/review.md", "b/pool/review.md", "pool-"),
    ("pool.md", "pool/review.md", "pool-"),
    ("a/pool.md", "b/pool.markdown", "pool-b"),
  ])
  func theSuffixIsTheFilesOwn(older: String, newer: String, name: String) async throws {
    let all = try await addresses([Self.review(older, start: 60), Self.review(newer, start: 90)])
    #expect(Set(all.values.flatMap(\.self)).count == 4)
    #expect(
      all["content/incidents/\(newer)"]?.contains {
        $0.hasPrefix("static/archive/incidents/\(name)")
      } == true)
    let alone = try await addresses([Self.review(older, start: 60)])
    #expect(alone["content/incidents/\(older)"] == all["content/incidents/\(older)"])
  }

  private func findings(_ reviews: [Review]) async throws -> [String] {
    let texts = try Texts(
      Dictionary(uniqueKeysWithValues: reviews.map { ($0.path, $0.text) }))
    return try await texts.checked().judgement.findings
      .filter { ["BS034", "BS035", "BS053", "BS040"].contains($0.code) }
      .map { "\($0.code) \($0.level.rawValue) \($0.path.dropFirst("content/incidents/".count))" }
  }

  @Test(
    arguments: [
      (nil, nil, "2026-01-10", ["BS034 note b/x.md"]), ("one", "two", "2026-01-10", []),
      ("one", "one", "2026-01-10", ["BS035 error b/x.md"]),
      ("One", "one", "2026-01-10", ["BS035 error b/x.md"]),
      ("one", "one", "2026-01-11", []),
      (nil, "fresh", "2026-01-10", []),
    ] as [(String?, String?, String, [String])])
  func isTold(first: String?, second: String?, day: String, expected: [String]) async throws {
    let found = try await findings([
      Self.review("a/\(first == nil ? "x" : "first").md", start: 60, slug: first),
      Self.review("b/x.md", day: day, start: 90, slug: second),
    ])
    #expect(found == expected)
  }

  /// Files are added in any order. An address moves only when the file that is added tells of an incident
  /// that is older than the one that moves: it started earlier or, where no start is known, its path is
  /// earlier.
  @Test(arguments: 0..<8) func addingMovesNothingNewer(seed: Int) async throws {
    var generator = SeededRandom(seed: UInt64(seed))
    let titles = ["Pool full", "Pool", "Disk"]
    var waiting = (0..<12).map { number in
      let folder = ["a", "b", "incident-2026-01-10-00\(number % 9 + 1)"][generator.below(3)]
      let start = generator.below(3) == 0 ? nil : generator.below(4) * 60
      let name = folder.hasPrefix("incident") ? "review" : ["x", "y", "pool"][generator.below(3)]
      return Self.review(
        "\(folder)/\(name).md", title: titles[generator.below(3)],
        day: "2026-01-1\(generator.below(2))", start: start)
    }
    var paths: Set<String> = []
    waiting = waiting.filter { paths.insert($0.path).inserted }
    var reviews: [Review] = []
    var known: [String: [String]] = [:]
    while !waiting.isEmpty {
      let added = waiting.remove(at: generator.below(waiting.count))
      reviews.append(added)
      let all = try await addresses(reviews)
      for review in reviews where review != added && all[review.path] != known[review.path] {
        #expect(added.age < review.age, "\(added.path) moved \(review.path)")
      }
      known = all
    }
    #expect(known.count == reviews.count)
  }
}
