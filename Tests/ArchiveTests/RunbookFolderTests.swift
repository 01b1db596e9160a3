import Foundation
import Testing

@testable import Archive

/// The pages of folders of runbooks, and their languages.
struct RunbookFolderTests {
  private static let runbook = "# Disk\n\n1. Look\n"

  private func archive(_ extra: [String: String] = [:], count: Int = 0) async throws
    -> SampleArchive
  {
    var texts = [
      "runbooks/aws/ci-runners/stuck.md": "# Stuck runner\n\n1. Look\n",
      "runbooks/aws/README.md": """
      # Amazon

      See [stuck](ci-runners/stuck.md), [all](../), [them](ci-runners/) and [alerts](#alerts).

      ## Alerts

      Text.
      """,
      "runbooks/aws/one.md": Self.runbook,
      "incidents/2026-01-10-x.md": "# X\n\nSee [a](../runbooks/aws/) and [b](../runbooks/aws).\n",
    ]
    for number in 0..<count { texts["runbooks/many/r\(number).md"] = Self.runbook }
    return try await SampleArchive(texts.merging(extra) { $1 })
  }

  @Test func aReadmeIsThePageOfItsFolder() async throws {
    let archive = try await archive()
    #expect(archive.paths.contains("runbooks/aws/index.html"))
    #expect(!archive.paths.contains { $0.lowercased().contains("readme") })
    let page = try archive.text("runbooks/aws/index.html")
    #expect(page.contains("<h1 id=\"amazon\">Amazon</h1>"))
    #expect(page.contains("../../runbooks/aws/ci-runners/index.html\">CI runners</a>"))
    #expect(page.contains("../../runbooks/aws/one/index.html\">Disk</a>"))
    #expect(page.contains("<a href=\"ci-runners/stuck/index.html\">stuck</a>"))
    let incident = try archive.text("incidents/2026-01-10-x/index.html")
    #expect(incident.contains("<a href=\"../../runbooks/aws/index.html\">a</a>"))
    #expect(incident.contains("<a href=\"../../runbooks/aws/index.html\">b</a>"))
    #expect(try LinkedPages(of: archive).problems == [])
  }

  @Test func aFolderWithoutAReadmeHasAPage() async throws {
    let archive = try await archive()
    let page = try archive.text("runbooks/aws/ci-runners/index.html")
    #expect(page.contains("<h1>CI runners</h1>"))
    #expect(page.contains("stuck/index.html\">Stuck runner</a>"))
    #expect(page.contains("runbooks/aws/index.html\">Amazon</a>"))
    let stuck = try archive.text("runbooks/aws/ci-runners/stuck/index.html")
    #expect(stuck.contains("runbooks/aws/ci-runners/index.html\">CI runners</a>"))
  }

  @Test func theReadmeOfAllRunbooksBeginsTheirPage() async throws {
    let archive = try await archive([
      "runbooks/README.md": "# Our runbooks\n\nStart [here](aws/one.md).\n"
    ])
    let page = try archive.text("runbooks/index.html")
    #expect(page.contains("<h1>Our runbooks</h1>"))
    #expect(page.contains("<a href=\"aws/one/index.html\">here</a>"))
    #expect(page.contains("../runbooks/aws/one/index.html\">Disk</a>"))
    #expect(try LinkedPages(of: archive).problems == [])
  }

  /// The page of all runbooks stays short, however many there are in folders.
  @Test func manyRunbooksAreOnTheirFoldersPages() async throws {
    let archive = try await archive(count: 800)
    let page = try archive.text("runbooks/index.html")
    #expect(page.utf8.count < 10_000)
    #expect(page.contains("../runbooks/many/index.html\">Many</a>"))
    #expect(page.contains("800 runbooks"))
    let folder = try archive.text("runbooks/many/index.html")
    #expect(folder.contains("runbooks/many/r799/index.html"))
  }

  /// A runbook beside a folder of its name is the folder's page.
  @Test func aRunbookMayStandForItsFolder() async throws {
    let archive = try await archive([
      "runbooks/gcp.md": "# Google\n\n1. Look\n", "runbooks/gcp/vm.md": Self.runbook,
    ])
    let page = try archive.text("runbooks/gcp/index.html")
    #expect(page.contains("<h1 id=\"google\">Google</h1>"))
    #expect(page.contains("runbooks/gcp/vm/index.html\">Disk</a>"))
  }

  @Test func aFolderAndItsRunbookMayDifferInCase() async throws {
    let archive = try await archive([
      "runbooks/GCP.md": "# Google\n", "runbooks/gcp/vm.md": Self.runbook,
    ])
    #expect(
      archive.paths.filter { $0.lowercased() == "runbooks/gcp/index.html" } == [
        "runbooks/GCP/index.html"
      ])
  }

  @Test(arguments: [
    ("lang: de", "Text.", "de"), ("language: pt_BR", "Text.", "pt-BR"),
    ("lang: deutsch!", "Text.", "en"),
    ("", "Сервер не отвечает с утра, диск переполнен.", "und-Cyrl"),
    ("", "サーバーが応答しません。ディスクが一杯です。", "ja"), ("", "服务器没有响应，磁盘已满。", "zh"),
    ("", "서버가 응답하지 않습니다.", "ko"), ("", "Ο διακομιστής δεν απαντά.", "el"),
    ("lang: uk", "Сервер не відповідає.", "uk"),
    ("", "The disk of the server in Київ was full all morning.", "en"),
    ("", "It said “дом” — and it was 🔥 → gone.", "en"), ("", "`Сервер` was in the log.", "en"),
    ("", "```\nСервер не отвечает с утра\n```", "en"),
  ])
  func aPageStatesItsLanguage(front: String, text: String, expected: String) async throws {
    let archive = try await SampleArchive([
      "incidents/2026-01-10-x.md": "---\ndate: 2026-01-10\n\(front)\n---\n\(text)\n",
      "runbooks/y.md": "---\nowner: a\n\(front)\n---\n\(text)\n",
    ])
    for path in ["incidents/2026-01-10-x/index.html", "runbooks/y/index.html"] {
      #expect(try archive.text(path).contains("<html lang=\"\(expected)\""))
    }
    #expect(try archive.text("index.html").contains("<html lang=\"en\""))
  }

  /// What `site.yml` says is said of every page that does not state another language itself.
  @Test(arguments: [("lang: de", "de"), ("language: pt_BR", "pt-BR"), ("title: T", "en")])
  func aSiteStatesItsLanguage(setting: String, expected: String) async throws {
    let archive = try await SampleArchive([
      "site.yml": setting, "incidents/2026-01-10-x.md": "---\ndate: 2026-01-10\n---\nText.\n",
      "runbooks/y.md": "---\nlang: fr\n---\nText.\n",
    ])
    for path in ["incidents/2026-01-10-x/index.html", "index.html"] {
      #expect(try archive.text(path).contains("<html lang=\"\(expected)\""))
    }
    #expect(try archive.text("runbooks/y/index.html").contains("<html lang=\"fr\""))
  }
}
