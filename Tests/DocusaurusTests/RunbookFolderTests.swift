import Testing

@testable import Docusaurus

/// Folders of runbooks as categories of the sidebar, each with a page.
struct RunbookFolderTests {
  private func site(_ extra: [String: String] = [:], count: Int = 0) async throws -> SampleSite {
    var texts = [
      "runbooks/aws/ci-runners/stuck.md": "# Stuck runner\n\n1. Look\n",
      "runbooks/aws/README.md": "# Amazon\n\nSee [stuck](ci-runners/stuck.md).\n",
      "runbooks/aws/one.md": "# One\n\n1. Look\n",
      "incidents/2026-01-10-x.md":
        "---\ndate: 2026-01-10\n---\n# X\n\nSee [a](../runbooks/aws/).\n",
    ]
    for number in 0..<count { texts["runbooks/many/r\(number).md"] = "# Disk\n\n1. Look\n" }
    return try await SampleSite(texts.merging(extra) { $1 })
  }

  @Test func foldersAreCategories() async throws {
    let site = try await site()
    #expect(
      try site.text("docs/runbooks/aws/_category_.json")
        == "{\"label\":\"Amazon\",\"collapsed\":true,\"link\":{\"type\":\"doc\",\"id\":\"runbooks/aws/README\"}}\n"
    )
    #expect(
      try site.text("docs/runbooks/aws/ci-runners/_category_.json")
        == "{\"label\":\"CI runners\",\"collapsed\":true,\"link\":{\"type\":\"doc\",\"id\":\"runbooks/aws/ci-runners/index\"}}\n"
    )
    let own = try #require(try site.text("docs/runbooks/aws/README.md"))
    #expect(own.contains("slug: \"/runbooks/aws\""))
    #expect(own.contains("## Runbooks in this folder"))
    #expect(own.contains("[CI runners](/docs/runbooks/aws/ci-runners)"))
    #expect(own.contains("[One](/docs/runbooks/aws/one)"))
    let made = try #require(try site.text("docs/runbooks/aws/ci-runners/index.md"))
    #expect(made.contains("slug: \"/runbooks/aws/ci-runners\""))
    #expect(made.contains("[Stuck runner](/docs/runbooks/aws/ci-runners/stuck)"))
    let post = try #require(try site.text("blog/2026-01-10-x/index.md"))
    #expect(post.contains("[a](/docs/runbooks/aws)"))
  }

  @Test func manyRunbooksAreOnTheirFoldersPages() async throws {
    let site = try await site(count: 800)
    let page = try #require(try site.text("docs/runbooks/index.md"))
    #expect(page.utf8.count < 2_000)
    #expect(page.contains("[Many](/docs/runbooks/many) | 800 |"))
    #expect(
      try site.text("docs/runbooks/many/index.md")?.contains("/docs/runbooks/many/r799)") == true)
  }

  @Test func theReadmeOfAllRunbooksListsThem() async throws {
    let site = try await site(["runbooks/README.md": "# Ours\n\nText.\n"])
    #expect(!site.paths.contains("docs/runbooks/index.md"))
    let page = try #require(try site.text("docs/runbooks/README.md"))
    #expect(page.contains("slug: \"/runbooks\""))
    #expect(page.contains("[One](/docs/runbooks/aws/one)"))
    #expect(!page.contains("[Ours]"))
  }

  /// On macOS two folders that differ in case are one.
  @Test func foldersThatDifferInCaseHaveOneCategory() async throws {
    let site = try await site(["runbooks/AWS/two.md": "# Two\n\n1. Look\n"])
    #expect(site.paths.count { $0.lowercased() == "docs/runbooks/aws/_category_.json" } == 1)
    let page = try #require(try site.text("docs/runbooks/aws/README.md"))
    #expect(page.contains("[Two](/docs/runbooks/AWS/two)"))
  }
}
