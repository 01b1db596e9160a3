import Foundation
import TestSupport

/// A project with one review that has a finding and two places to fix.
struct ReviewProject {
  static let review = """
    ---
    date: 2026-01-10
    severity: P2
    ---
    # Checkout down

    ## timeline

    - 9:05 UTC - Error rate at 25%
    - 10:05 UTC - Gone

    ## Root cause

    TBD

    ## Action items

    - Alert on pool use @data

    """
  static let fixed = review.replacing("## timeline", with: "## Timeline").replacing(
    "- 9:05", with: "- 09:05")

  static func with(
    at path: String = "content/incidents/a.md", _ body: (URL) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(review, to: path)
      try await body(work)
    }
  }

  static func text(_ path: String, in work: URL) throws -> String {
    String(decoding: try Data(contentsOf: work.appending(path: path)), as: UTF8.self)
  }
}
