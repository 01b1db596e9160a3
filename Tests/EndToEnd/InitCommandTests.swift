import Foundation
import TestSupport
import Testing

/// `init` and `new`: from nothing, or from a repository with reviews, to a site.
struct InitCommandTests {
  private func withFolder(_ body: (URL) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "harbor")
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      try body(work)
    }
  }

  @Test func anEmptyFolderBecomesASite() async throws {
    try await withFolder { work in
      let start = try Program.run(["init", "--now", "2026-02-01"], in: work)
      #expect(start.exitCode == 0 && start.errors == "", "\(start.errors)")
      for path in [
        "site.yml", "runbooks/incident-response.md", "site/package.json", "site/package-lock.json",
        "site/src/css/custom.css", ".gitignore",
      ] {
        #expect(start.output.contains(path) || path.hasPrefix("site/"), "\(start.output)")
        #expect(
          FileManager.default.fileExists(atPath: work.appending(path: path).path()), "\(path)")
      }
      #expect(start.output.contains(" new incident \"what users see\" --severity P2\n"))
      let check = try Program.run(["check", "--now", "2026-02-01"], in: work)
      #expect(check.exitCode == 0 && check.output == "", "\(check.output)\(check.errors)")
      #expect(check.errors.contains("0 incidents, 1 runbook: no findings"), "\(check.errors)")

      let new = try Program.run(
        [
          "new", "incident", "Orders \"time out\"", "--at", "2026-02-01T10:12Z", "--severity", "P2",
        ],
        in: work)
      let path = "incidents/incident-2026-02-01-001/timeline.md"
      #expect(new.output == path + "\n" && new.exitCode == 0, "\(new.errors)")
      let build = try Program.run(["build"], in: work)
      #expect(build.exitCode == 0, "\(build.output)")
      #expect(build.errors.contains("1 incident, 1 runbook"), "\(build.errors)")
      let pages = try work.site().keys.filter { $0.hasPrefix("static/archive/incidents/") }
      #expect(pages.contains { $0.contains("2026-02-01") || $0.contains("orders") }, "\(pages)")

      let review = try Program.run(["new", "review", "incident-2026-02-01-001"], in: work)
      #expect(review.output == "incidents/incident-2026-02-01-001/review.md\n", "\(review.errors)")
      let findings = try Program.run(["check", "--format", "json"], in: work).output
      #expect(findings.contains("PM002"), "what is to be written is found: \(findings)")
      #expect(!findings.contains("BS0"), "\(findings)")
      // Nothing is written over.
      let before = try work.tree()
      #expect(
        try Program.run(["new", "review", "incident-2026-02-01-001"], in: work).exitCode >= 64)
      #expect(try work.tree() == before)
      let second = try Program.run(
        ["new", "incident", "Again", "--at", "2026-02-01T11:00Z"], in: work)
      #expect(second.output == "incidents/incident-2026-02-01-002/timeline.md\n")
    }
  }

  @Test func aSecondTimeChangesNothing() async throws {
    try await withFolder { work in
      try work.write("/site/build/\nnode_modules", to: ".gitignore")
      let first = try Program.run(["init"], in: work)
      #expect(first.exitCode == 0, "\(first.errors)")
      let before = try work.tree()
      let ignored = String(decoding: before[".gitignore"] ?? Data(), as: UTF8.self)
      #expect(ignored.split(separator: "\n").count { $0.contains("site/build") } == 1, "\(ignored)")
      let second = try Program.run(["init"], in: work)
      #expect(second.output.hasSuffix("nothing to do: all of it is there\n"), "\(second.output)")
      #expect(try work.tree() == before)
    }
  }

  @Test func reviewsStayWhereTheyAre() async throws {
    try await withFolder { work in
      let review = ReviewProject.review.replacing("severity: P2", with: "severity: SEV-2")
      try work.write(review, to: "docs/postmortems/2026-01-10-checkout.md")
      try work.write(
        "# HostDown\n\n## Meaning\n\nA.\n\n## Impact\n\nB.\n\n## Diagnosis\n\nC.\n\n## Mitigation\n\nD.\n",
        to: "ops/alerts/HostDown.md")
      try work.write("# About\n", to: "README.md")
      try work.write("name: x\n", to: ".github/workflows/other.yml")
      let repository = try Repository(in: work)
      try repository.git(["remote", "add", "origin", "git@github.com:harbor/orders.git"])
      let run = try Program.run(["init"], in: work)
      #expect(
        run.output.contains("reviews in docs/postmortems (1), runbooks in ops/alerts (1)"),
        "\(run.output)"
      )
      let settings = try ReviewProject.text("site.yml", in: work)
      #expect(
        settings.contains("\nincidents: [docs/postmortems]\nrunbooks: [ops/alerts]\n"),
        "\(settings)")
      #expect(settings.contains("repository: https://github.com/harbor/orders/edit/main\n"))
      #expect(settings.contains("severities: [SEV-1, SEV-2, SEV-3, SEV-4]"))
      let policy = try ReviewProject.text("ops/alerts/incident-response.md", in: work)
      #expect(policy.contains("draft: true") && policy.contains("| SEV-1 |"))
      #expect(
        FileManager.default.fileExists(
          atPath: work.appending(path: ".github/workflows/incidents.yml").path()))
      let check = try Program.run(["check"], in: work)
      #expect(check.errors.contains("1 incident, 2 runbooks"), "\(check.errors)")
      #expect(!check.output.contains("PM004"), "\(check.output)")
    }
  }

  @Test(arguments: [
    (["new", "incident"], "NAME"), (["new", "incidnet", "x"], "did you mean 'incident'"),
    (["new", "incident", "..."], "a title needs letters"),
    (["new", "incident", "x", "--severity", "P9"], "not one of your severities"),
    (["new", "review", "x"], "no incident"),
  ])
  func whatCannotBeBegunIsSaid(words: [String], message: String) async throws {
    try await withFolder { work in
      let run = try Program.run(words, in: work)
      #expect(run.exitCode >= 64 && run.errors.contains(message), "\(run.errors)")
      #expect(try work.tree().isEmpty)
    }
  }

  @Test func aRunbookIsNamedAndOpened() async throws {
    try await withFolder { work in
      try work.write("services: [api]\n", to: "content/site.yml")
      let run = try Program.run(
        ["new", "runbook", "Restart the \"api\"", "--service", "apo", "--edit"], in: work,
        environment: ["EDITOR": "/bin/cat -"])
      #expect(run.output.hasPrefix("content/runbooks/restart-the-api.md\n"), "\(run.output)")
      #expect(run.output.contains("title: \"Restart the \\\"api\\\"\""), "\(run.output)")
      #expect(run.errors == "note: site.yml lists no service 'apo'; did you mean 'api'?\n")
      let alert = try Program.run(["new", "runbook", "HostDown"], in: work)
      #expect(alert.output == "content/runbooks/HostDown.md\n")
      #expect(
        try ReviewProject.text("content/runbooks/HostDown.md", in: work).contains("alert: HostDown")
      )
    }
  }
}
