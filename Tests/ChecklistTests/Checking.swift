import Diagnostics
import Files
import Pipeline

/// What the whole check makes of documents, by their paths below `content/`.
func check(_ documents: [String: String]) async throws -> CheckedContent {
  let files = documents.map { ("content/\($0)", Array($1.utf8)) }
  let source = FileSource.memory(Dictionary(uniqueKeysWithValues: files))
  return try await Build(content: "content", files: source).checked()
}

/// The findings of one rule in a review, each as "line: message".
func findings(
  of code: String, in review: String, with others: [String: String] = [:]
) async throws -> [String] {
  let documents = others.merging(["incidents/2026-01-10-pool.md": review]) { $1 }
  return try await check(documents).judgement.findings.filter { $0.code == code }.map {
    "\($0.range?.lowerBound.line ?? 0): \($0.message)"
  }
}
