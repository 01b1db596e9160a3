import Foundation
import TestSupport
import Testing

/// The program alone is enough, and works from any folder of a team's repository.
struct ProjectTests {
  private static let review = """
    ---
    date: 2026-01-10
    severity: P2
    ---
    # Pool full

    See [the runbook](../../../ops/runbooks/restart.md) and [the log](../../../evidence/pool.log).

    ## Root cause

    TBD

    """
  private static let settings = """
    title: Harbor
    incidents: [docs/postmortems]
    runbooks: [ops/runbooks]

    """

  /// A repository whose settings name the folders of its pages.
  private func withRepository(_ body: (URL) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let work = folder.appending(path: "project")
      try work.write(Self.settings, to: "site.yml")
      try work.write(Self.review, to: "docs/postmortems/2026/pool.md")
      try work.write("# Restart\n\n1. Restart it.\n", to: "ops/runbooks/restart.md")
      try work.write("# Architecture\n", to: "docs/architecture.md")
      try work.write("10:05 full\n", to: "evidence/pool.log")
      try work.write("# The project\n", to: "README.md")
      _ = try Repository(in: work)
      try body(work)
    }
  }

  @Test func contentWithoutSettingsIsNotThatOfTheProjectAroundIt() async throws {
    try await withRepository { work in
      try work.write(Self.review, to: "part/content/incidents/own.md")
      let run = try Program.run(["check", "--show-files"], in: work.appending(path: "part"))
      #expect(run.output == "content/incidents/own.md: review\n")
      let inside = try Program.run(["check", "--show-files"], in: work.appending(path: "docs"))
      #expect(inside.output.contains("pool.md: review\n"))
    }
  }

  @Test func theBuiltInTemplatesAreThoseOfTheProject() async throws {
    var sites: [[String: Data]] = []
    for templates in [[], ["--templates", Program.project.appending(path: "templates").path()]] {
      try await ReviewProject.with { work in
        let run = try Program.run(["build", "--keep-going"] + templates, in: work)
        #expect(run.errors.contains(" written"), "\(run.errors)")
        sites.append(try work.site())
      }
    }
    #expect(sites[0].count > 40 && sites[0] == sites[1])
  }

  @Test func aTemplateOfTheTeamTakesThePlaceOfOne() async throws {
    try await ReviewProject.with { work in
      try work.write("<p>ours</p>\n", to: "templates/archive/not-found.mustache")
      try work.write("<p>{{titel}}</p>\n", to: "templates/archive/terms.mustache")
      try work.write("", to: "templates/archive/hoem.mustache")
      let run = try Program.run(["build", "--keep-going"], in: work)
      #expect(run.output.contains("templates/archive/terms.mustache:1:"), "\(run.output)")
      #expect(run.output.contains("did you mean 'title'?"))
      #expect(run.output.contains("did you mean 'home.mustache'?"))
      #expect(try ReviewProject.text("site/static/archive/404.html", in: work) == "<p>ours</p>\n")
    }
  }

  @Test func aNamedFolderOfTemplatesMustBeThere() async throws {
    try await ReviewProject.with { work in
      let run = try Program.run(["build", "--templates", "nowhere"], in: work)
      #expect(run.exitCode >= 64 && run.errors.contains("nowhere"), "\(run.errors)")
      try work.write("templates: nowhere\n", to: "content/site.yml")
      #expect(try Program.run(["build"], in: work).exitCode >= 64)
    }
  }

  @Test(arguments: [
    ("", "docs/postmortems/2026/pool.md:"), ("docs/postmortems/2026", "pool.md:"),
    ("docs", "postmortems/2026/pool.md:"), ("ops/runbooks", "../../docs/postmortems/2026/pool.md:"),
  ])
  func settingsAreFoundUpwards(folder: String, path: String) async throws {
    try await withRepository { work in
      let run = try Program.run(["check"], in: work.appending(path: folder))
      #expect(run.errors.contains("1 incident, 1 runbook: "), "\(run.errors)")
      #expect(run.output.contains("[PM002]"))
      let places = run.output.split(separator: "\n").filter {
        $0.contains("[") && $0.contains("]: ")
      }
      #expect(places.contains { $0.hasPrefix(path) }, "\(run.output)")
      let file = try Program.run(
        ["check", folder.isEmpty ? "docs/postmortems/2026/pool.md" : String(path.dropLast())],
        in: work.appending(path: folder))
      #expect(file.output.contains("\(path)11:1: error[PM002]"), "\(file.output)\(file.errors)")
    }
  }

  @Test func aSiteIsBuiltFromAnyFolder() async throws {
    try await withRepository { work in
      let inner = work.appending(path: "docs/postmortems")
      let run = try Program.run(["build", "--keep-going"], in: inner)
      #expect(run.errors.contains("open ../../site/static/archive/index.html"), "\(run.errors)")
      let site = try work.site()
      let page = try #require(
        site["static/archive/incidents/pool/index.html"].map {
          String(decoding: $0, as: UTF8.self)
        })
      #expect(page.contains("runbooks/restart/index.html"))
      #expect(page.contains("files/evidence/pool.log"))
      #expect(site["static/archive/files/evidence/pool.log"] == Data("10:05 full\n".utf8))
      #expect(site.keys.contains("docs/runbooks/restart.md"))
      #expect(!site.keys.contains { $0.contains("architecture") })
      // The next run tells the same, from there and from the root.
      let again = try Program.run(["build", "--keep-going"], in: inner)
      #expect(again.output == run.output && again.errors.contains(": 0 written"))
      let root = try Program.run(["build", "--keep-going"], in: work)
      #expect(
        root.output.contains("\ndocs/postmortems/2026/pool.md:") || root.output.hasPrefix("docs/"))
      #expect(try work.site() == site)
    }
  }

  @Test func aFileOutsideTheFoldersIsJudgedByTheSettings() async throws {
    try await withRepository { work in
      try work.write(Self.settings + "checklist:\n  PM002: off\n", to: "site.yml")
      try work.write(Self.review, to: "drafts/pool.md")
      let run = try Program.run(["check", "drafts/pool.md"], in: work)
      #expect(run.errors.contains("1 incident"), "\(run.errors)")
      #expect(!run.output.contains("[PM002]"))
    }
  }

  @Test func aFolderThatIsNotThereIsAFinding() async throws {
    try await withRepository { work in
      try work.write("incidents: [docs/postmortem, ../x, docs/postmortems]\n", to: "site.yml")
      let run = try Program.run(["check"], in: work)
      #expect(run.output.contains("site.yml:1:13: error[BS017]: 'incidents' names no folder"))
      #expect(run.output.contains("site.yml:1:30: error[BS017]: 'incidents' leads out of"))
      #expect(run.errors.contains("1 incident, 0 runbooks"), "\(run.errors)")
    }
  }

  @Test(arguments: [
    ("docs/postmortems", "is the content folder 'docs/postmortems'"),
    ("docs", "holds the content folder 'docs/postmortems'"),
    ("ops/runbooks/site", "lies in the content folder 'ops/runbooks'"),
  ])
  func aSiteIsNotWrittenAmongPages(site: String, fault: String) async throws {
    try await withRepository { work in
      let run = try Program.run(["build", "--site", site], in: work)
      #expect(run.exitCode == 64 && run.errors.contains(fault), "\(run.errors)")
    }
  }

  /// Ansible has playbooks of this name.
  @Test func aPlaybookIsNoSettings() async throws {
    try await ReviewProject.with { work in
      _ = try Repository(in: work)
      try work.write("- hosts: all\n", to: "ansible/site.yml")
      try work.write("", to: "ansible/roles/x.txt")
      try work.write("title: T\n", to: "content/site.yml")
      let run = try Program.run(["check"], in: work.appending(path: "ansible/roles"))
      #expect(run.errors.contains("1 incident"), "\(run.errors)")
      #expect(run.output.contains("../../content/incidents/a.md:"))
    }
  }

  @Test func anotherFolderForTheSiteAndTheContent() async throws {
    try await withRepository { work in
      try work.write("content: docs\nsite: web/site\n", to: "site.yml")
      let run = try Program.run(["build", "--keep-going"], in: work)
      // Without a folder incidents/ in it, all documents of such a folder are reviews.
      #expect(run.errors.contains("2 incidents, 0 runbooks"), "\(run.errors)")
      #expect(run.errors.contains("web/site: "))
      #expect(try work.tree("web/site/static/archive").keys.contains("index.html"))
    }
  }
}
