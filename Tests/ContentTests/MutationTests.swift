import Diagnostics
import Files
import Foundation
import Pipeline
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
    let files = try Self.files(for: name)
    let review = try sample(name, in: files)
    let before = try await findings(in: files, of: name)
    #expect(before.map(\.level).allSatisfy { $0 == .note }, "the undamaged review has findings")
    var count = 0
    var skipped: [String] = []
    for mutation in Mutation.all {
      let mutants = mutation.mutants(review)
      if mutants.isEmpty { skipped.append(mutation.name) }
      for mutant in mutants {
        count += 1
        let damaged = Array(mutant.text.utf8)
        let place = "content/\(mutant.path)"
        #expect(files[place] != damaged, "\(mutation.name): nothing was damaged")
        let after = try await findings(in: files.merging([place: damaged]) { $1 }, of: name)
        let wanted = "\(mutant.codes.sorted()) at \(mutant.path):\(mutant.line)"
        #expect(
          after.contains { mutant.isReported(by: $0) },
          "\(mutation.name): no \(wanted), only \(Self.new(after, before))")
      }
    }
    print("\(name): \(count) damaged copies; not applied: \(skipped.joined(separator: "; "))")
    #expect(count >= 40)
  }

  /// The content by path, without the other incidents and runbooks that the review does not link to: they
  /// would only take time. The policy stays.
  private static func files(for name: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: content.path())
      ?? .init()
    {
      guard let data = FileManager.default.contents(atPath: content.appending(path: path).path())
      else { continue }
      // A zone for all times would stand in for one that a mutation removes.
      files["content/\(path)"] =
        path == "site.yml"
        ? Array(String(decoding: data, as: UTF8.self).replacing("time_zone: UTC\n", with: "").utf8)
        : Array(data)
    }
    let own = files.filter { $0.key.contains(name) && $0.key.hasSuffix(".md") }.values
      .map { String(decoding: $0, as: UTF8.self) }.joined()
    let others = reviews.filter { $0 != name && !own.contains($0) }
    return files.filter { file in
      if file.key.hasPrefix("content/runbooks/"), !file.key.hasSuffix("/incident-response.md") {
        return own.contains(String(file.key.dropFirst("content/".count)))
      }
      return !others.contains { file.key.hasPrefix("content/incidents/\($0)") }
    }
  }

  private func sample(_ name: String, in files: [String: [UInt8]]) throws -> SampleReview {
    let isFile = name.hasSuffix(".md")
    let path = "incidents/\(name)" + (isFile ? "" : "/review.md")
    let record = isFile ? nil : "incidents/\(name)/timeline.md"
    func text(_ path: String) throws -> String {
      String(decoding: try #require(files["content/\(path)"]), as: UTF8.self)
    }
    return SampleReview(
      reviewPath: path, review: try text(path), timelinePath: record,
      timeline: try record.map(text))
  }

  /// The findings in the documents of one incident.
  private func findings(
    in files: [String: [UInt8]], of name: String
  ) async throws -> [Diagnostic] {
    let source = FileSource.memory(files)
    let content = try await Build(content: "content", files: source).checked()
    return content.judgement.findings.filter { $0.path.contains(name) }
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
