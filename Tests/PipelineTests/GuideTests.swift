import Diagnostics
import Learning
import Pipeline
import Testing

/// A file outside the content folder is judged by the policy of the folder that is named.
struct GuideTests {
  private static let review =
    "---\nid: incident-2026-01-10-001\nseverity: SEV-2\n---\n# Down\n\nText.\n"
  private static let policy = """
    # Incident response

    ## Communication matrix

    | Severity | Chat |
    | --- | --- |
    | SEV-1 | Immediate |
    | SEV-2 | Immediate |

    """

  private func judgement(_ path: String, isContentGiven: Bool) async throws -> Judgement {
    let files = [
      "content/incidents/a.md": Self.review, "drafts/a.md": Self.review,
      "content/runbooks/incident-response.md": Self.policy,
    ]
    return try await Texts(files).checked {
      $0.paths = [path]
      $0.isContentGiven = isContentGiven
    }.judgement
  }

  private func verdict(_ judgement: Judgement) -> [String] {
    judgement.findings.map {
      "\($0.range?.lowerBound.line ?? 0) \($0.level) \($0.code) \($0.message)"
    }
  }

  @Test func theVerdictIsThatOfTheContent() async throws {
    let inside = try await judgement("content/incidents/a.md", isContentGiven: false)
    let outside = try await judgement("drafts/a.md", isContentGiven: true)
    #expect(verdict(inside) == verdict(outside))
    #expect(
      outside.summary.hasSuffix(", judged by content/runbooks/incident-response.md"))
  }

  /// Whether `site.yml` leaves it out, or the command line.
  @Test(arguments: [("exclude: [incident-response.md]\n", []), ("", ["runbooks"])])
  func anExcludedRunbookStatesNoPolicy(site: String, exclude: [String]) async throws {
    let files = [
      "content/site.yml": site, "content/incidents/a.md": Self.review,
      "content/runbooks/incident-response.md": Self.policy, "drafts/a.md": Self.review,
    ]
    for path in ["content/incidents/a.md", "drafts/a.md"] {
      let judgement = try await Texts(files).checked {
        $0.paths = [path]
        $0.isContentGiven = true
        $0.exclude = exclude
      }.judgement
      #expect(judgement.summary.hasSuffix(", judged without a policy"), "\(path)")
    }
  }

  @Test func theSummarySaysThatThereIsNoPolicy() async throws {
    let alone = try await judgement("drafts/a.md", isContentGiven: false)
    #expect(alone.summary.hasSuffix(", judged without a policy"))
    #expect(alone.findings.contains { $0.code == "PM004" && $0.level == .note })
  }
}
