import Content
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Every damage that is done to a complete review is reported where it was done.
struct MutationTests {
  private static let content = URL(filePath: #filePath).appending(path: "../../../content")
    .standardized

  /// Each complete review of the example content, by its folder or file.
  private static let reviews: [String] = {
    let folder = content.appending(path: "incidents")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test func thereAreReviewsToDamage() { #expect(Self.reviews.count == 7) }

  @Test(arguments: reviews)
  func findsEveryDamage(name: String) async throws {
    try await withTemporaryFolder { temporary in
      let folder = temporary.appending(path: "content")
      try FileManager.default.copyItem(at: Self.content, to: folder)
      try await judge(try sample(name, in: folder), named: name, in: folder)
    }
  }

  private func judge(_ review: SampleReview, named name: String, in folder: URL) async throws {
    try removeOthers(than: name, namedIn: review, in: folder)
    let before = try await findings(in: folder, of: name)
    #expect(before.map(\.level).allSatisfy { $0 == .note }, "the undamaged review has findings")
    var count = 0
    var skipped: [String] = []
    for mutation in Mutation.all {
      let mutants = mutation.mutants(review)
      if mutants.isEmpty { skipped.append(mutation.name) }
      for mutant in mutants {
        count += 1
        let after = try await findings(of: mutant, in: folder, of: name)
        let wanted = "\(mutant.codes.sorted()) at \(mutant.path):\(mutant.line)"
        #expect(
          after.contains { mutant.isReported(by: $0) },
          "\(mutation.name): no \(wanted), only \(Self.new(after, before))")
      }
    }
    print("\(name): \(count) damaged copies; not applied: \(skipped.joined(separator: "; "))")
    #expect(count >= 40)
  }

  /// Other incidents would only take time: those that the review does not link to go.
  private func removeOthers(than name: String, namedIn review: SampleReview, in folder: URL) throws
  {
    for other in Self.reviews where other != name {
      if (review.review + review.record).contains(where: { $0.contains(other) }) { continue }
      try FileManager.default.removeItem(at: folder.appending(path: "incidents/\(other)"))
    }
  }

  private func sample(_ name: String, in folder: URL) throws -> SampleReview {
    let isFile = name.hasSuffix(".md")
    let path = "incidents/\(name)" + (isFile ? "" : "/review.md")
    let record = isFile ? nil : "incidents/\(name)/timeline.md"
    func text(_ path: String) throws -> String {
      try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }
    return SampleReview(
      reviewPath: path, review: try text(path), timelinePath: record,
      timeline: try record.map(text))
  }

  private func findings(
    of mutant: Mutant, in folder: URL, of name: String
  ) async throws -> [Diagnostic] {
    let file = folder.appending(path: mutant.path)
    let original = try String(contentsOf: file, encoding: .utf8)
    #expect(original != mutant.text, "nothing was damaged")
    try mutant.text.write(to: file, atomically: true, encoding: .utf8)
    let findings = try await findings(in: folder, of: name)
    try original.write(to: file, atomically: true, encoding: .utf8)
    return findings
  }

  /// The findings in the documents of one incident.
  private func findings(in folder: URL, of name: String) async throws -> [Diagnostic] {
    let content = try await ContentLoader(root: folder.path(), today: nil).load()
    return content.diagnostics.filter { $0.path.contains(name) }
  }

  /// What the damage added, in short.
  private static func new(_ after: [Diagnostic], _ before: [Diagnostic]) -> [String] {
    after.filter { !before.contains($0) }.map { "\($0.code):\($0.range?.lowerBound.line ?? 0)" }
  }
}

extension Mutant {
  fileprivate func isReported(by finding: Diagnostic) -> Bool {
    codes.contains(finding.code) && finding.path.hasSuffix("/\(path)")
      && finding.range?.lowerBound.line == line
  }
}
