import Diagnostics
import Foundation
import Pipeline
import Publishing

/// One document as both outputs show it.
struct BothOutputs {
  /// The Markdown of the post or the page of the docs, after its front matter.
  let docusaurus: String
  /// The main part of the archive's page.
  let archive: String
  let findings: [Diagnostic]

  enum Kind {
    case review, runbook
  }

  struct Missing: Error {
    let paths: [String]
  }

  /// - Parameters:
  ///   - kind: What the document is.
  ///   - text: The document; a review without front matter gets a date and a title.
  ///   - record: The separate timeline of a review.
  ///   - others: Further files, by their paths below `content/`.
  ///   - ending: The extension of the document.
  /// - Throws: ``Missing`` when there is no page, and errors from building.
  init(
    _ kind: Kind, _ text: String, record: String? = nil, others: [String: String] = [:],
    ending: String = "md"
  ) async throws {
    let front = "---\ntitle: Relay down\ndate: 2026-01-10\n---\n"
    let isBare = kind == .review && !text.hasPrefix("---\n")
    let folder = "content/incidents/2026-01-10-relay"
    let path =
      kind == .runbook ? "content/runbooks/relay.\(ending)" : "\(folder)/review.\(ending)"
    var all = others.reduce(into: [:]) { $0["content/\($1.key)"] = $1.value }
    all[path] = isBare ? front + text : text
    all["\(folder)/timeline.\(ending)"] = record
    let texts = try Texts(all)
    let checked = try await texts.checked()
    findings = checked.judgement.findings
    let paths = checked.plan.files.map(\.path)
    func page(_ isWanted: (String) -> Bool) throws -> String {
      guard let path = paths.first(where: isWanted),
        let page = try texts.text(path, of: checked)
      else { throw Missing(paths: paths) }
      return page
    }
    let markdown = try page {
      kind == .review
        ? $0.hasPrefix("blog/") && $0.hasSuffix("/index.\(ending)")
        : $0 == "docs/runbooks/relay.\(ending)"
    }
    docusaurus = markdown.split(separator: "\n---\n", maxSplits: 1).last.map(String.init) ?? ""
    let html = try page {
      let folder = "static/archive/\(kind == .review ? "incidents" : "runbooks")/"
      return $0.hasPrefix(folder) && $0 != folder + "index.html" && $0.hasSuffix(".html")
    }
    guard let start = html.range(of: "<main"), let end = html.range(of: "</main>") else {
      throw Missing(paths: paths)
    }
    archive = String(html[start.lowerBound..<end.lowerBound])
  }
}
