import TestSupport

/// A content folder of mutated documents.
struct FuzzBatch: Sendable {
  /// By their paths below the content folder.
  let files: [String: [UInt8]]

  /// The batch that a seed decides.
  init(seed: UInt64, documents count: Int, from seeds: FuzzSeeds) {
    var random = SeededRandom(seed: seed)
    // The archive's pages name their sources, by which another reader finds them.
    var files = ["site.yml": Array("title: Fuzz\nrepository: https://git.example.com/edit\n".utf8)]
    if random.oneIn(8) {
      for (name, text) in seeds.settings.sorted(by: { $0.key < $1.key }) {
        files[name] = Self.mutated(text, with: text, &random)
      }
    }
    for number in 1...count {
      let text = Self.document(from: seeds, &random)
      let name = String(number)
      let padded = String(repeating: "0", count: 4 - min(4, name.count)) + name
      let ending = random.oneIn(8) ? "mdx" : "md"
      let isReview = random.below(3) > 0
      let path = isReview ? "incidents/2026-01-02-fuzz-\(padded)" : "runbooks/fuzz-\(padded)"
      files["\(path).\(ending)"] = text
    }
    self.files = files
  }

  private static func document(from seeds: FuzzSeeds, _ random: inout SeededRandom) -> [UInt8] {
    let whole = random.one(of: seeds.documents)
    // Mostly a part, for speed, which keeps the front matter in half of the cases.
    let start = random.oneIn(2) ? 0 : random.below(whole.count)
    let length = random.oneIn(10) ? whole.count : 200 + random.below(3000)
    let part = Array(whole[start..<min(whole.count, start + length)])
    return mutated(part, with: random.one(of: seeds.documents), &random)
  }

  private static func mutated(
    _ text: [UInt8], with other: [UInt8], _ random: inout SeededRandom
  ) -> [UInt8] {
    var text = text
    for _ in 0...random.below(4) {
      random.one(of: DocumentMutation.all).apply(&text, other, &random)
    }
    return text
  }
}
