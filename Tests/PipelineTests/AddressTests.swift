import Diagnostics
import Foundation
import Pipeline
import Publishing
import TestSupport
import Testing

/// Two runbooks at one address, and what the build does when the team says that it knows.
struct AddressTests {
  private func checked(_ names: [String], allow: String = "") async throws -> CheckedContent {
    var texts: [String: String] = [:]
    for name in names { texts["content/runbooks/\(name)"] = "# Runbook\n\n1. Look\n" }
    if let last = names.last, !allow.isEmpty {
      texts["content/runbooks/\(last)"] = "---\n\(allow)\n---\n# Runbook\n\n1. Look\n"
    }
    return try await Texts(texts).checked()
  }

  @Test(arguments: [
    (["module.md", "module/index.md"], ["module/index.md"]),
    (["module.mdx", "module/index.md"], ["module/index.md"]),
    (["Module.md", "module/index.md"], ["module/index.md"]),
    (["a/b.md", "a/b/index.md"], ["a/b/index.md"]),
    (["x.html.md", "x-html.md"], ["x.html.md"]),
    (["module.md", "modules/index.md"], []),
    (["index.md", "module/index.md"], []),
    (["Rollback.md", "rollback.md"], ["rollback.md"]),
    (["A.md", "a.md", "a/index.md"], ["a.md", "a/index.md"]),
  ])
  func isFound(names: [String], expected: [String]) async throws {
    let found = try await checked(names).judgement.findings.filter { $0.code == "BS040" }
    #expect(Set(found.map(\.path)) == Set(expected.map { "content/runbooks/\($0)" }))
    #expect(found.count == expected.count)
    #expect(found.allSatisfy { $0.level == .error })
  }

  /// Two documents clash once, though each of them has a page in both outputs.
  @Test func isToldOnce() async throws {
    let findings = try await checked(["Rollback.md", "rollback.md"]).judgement.findings
    let found = findings.filter { ["BS040", "BS053"].contains($0.code) }
    #expect(found.map(\.path) == ["content/runbooks/rollback.md"])
    #expect(found.allSatisfy { $0.message.contains("'content/runbooks/Rollback.md'") })
    let allowed = try await checked(
      ["Rollback.md", "rollback.md"], allow: "allow: {BS040: it moves next week}")
    #expect(allowed.judgement.suppressed.map(\.code) == ["BS040"])
    #expect(allowed.plan.findings.isEmpty)
  }

  /// The second page is left out, so that what is written can be published.
  @Test func isLeftOutWhenItIsAllowed() async throws {
    let names = ["module.md", "module/index.md"]
    let page = "docs/runbooks/module/index.md"
    let kept = try await checked(names)
    #expect(kept.plan.files.contains { $0.path == page })
    #expect(!kept.plan.findings.isEmpty)
    let allowed = try await checked(names, allow: "allow: {BS040: it moves next week}")
    #expect(allowed.judgement.suppressed.map(\.code) == ["BS040"])
    #expect(!allowed.judgement.findings.contains { $0.code.hasPrefix("BS07") })
    #expect(!allowed.plan.files.contains { $0.path == page })
    #expect(allowed.plan.files.contains { $0.path == "docs/runbooks/module.md" })
    #expect(allowed.plan.findings.isEmpty)
  }

  /// However the team says that it knows, check and build agree, and the rest is written.
  @Test(arguments: ["allow", "level", "off", "baseline", ""])
  func isWrittenAround(way: String) async throws {
    let front = way == "allow" ? "---\nallow: {BS040: it moves next week}\n---\n" : ""
    let level = ["level": "warning", "off": "off"][way].map { "checklist: {BS040: \($0)}\n" } ?? ""
    let texts = try Texts([
      "content/site.yml": level, "content/runbooks/module.md": "# Module\n\n1. Look\n",
      "content/runbooks/module/index.md": "\(front)# Module\n\n1. Look\n",
    ])
    let known = try await texts.checked().judgement.baseline
    try await withTemporaryFolder { folder in
      let checked = try await texts.checked(isWriting: true) {
        $0.site = folder.appending(path: "site").path()
        $0.baseline = way == "baseline" ? known : nil
      }
      let errors = checked.judgement.findings.filter { $0.level == .error }.map(\.code)
      #expect(errors == (way.isEmpty ? ["BS040"] : []))
      if way.isEmpty {
        await #expect(throws: WriteError.self) { try await checked.write() }
      } else {
        let written = try await checked.write().written
        #expect(written == checked.plan.files.count)
        #expect(try await checked.preview().written == [])
      }
    }
  }
}
