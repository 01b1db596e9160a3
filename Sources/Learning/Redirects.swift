package import Diagnostics
internal import Incidents
internal import Runbooks
package import YAML

/// What `content/redirects.yml` says: which page is now at an address that another one had.
package struct Redirects: Sendable {
  package struct Entry: Hashable, Sendable {
    /// In the normal form of ``PageAddresses``.
    package let address: String
    /// As written.
    package let written: String
    package let range: SourceRange
    /// A path below the content folder, or the address of a page.
    package let target: String
    package let targetRange: SourceRange
  }

  /// `nil` when there is no such file.
  package var path: String?
  package var entries: [Entry] = []

  package init() {}

  /// Reads a mapping of old addresses to files or addresses. What is not a text on either side is `BS017`.
  package init(_ pairs: [YAMLPair], in file: SourceFile, findings: inout [Diagnostic]) {
    path = file.path
    for pair in pairs {
      guard let written = pair.key.text else { continue }
      guard let target = pair.value.text, !target.isEmpty else {
        findings.append(
          Diagnostic(
            code: "BS017", level: .error, path: file.path, range: pair.value.range,
            message: "'\(written)' has no target",
            help: "write the file that has the page now, as in 'incidents/2026-01-10-pool.md'"
          ).quoting(file))
        continue
      }
      entries.append(
        Entry(
          address: PageAddresses.normal(written), written: written, range: pair.key.range,
          target: target, targetRange: pair.value.range))
    }
  }
}

extension Library {
  package func title(of page: LinkTarget.Page) -> String {
    switch page {
    case .incident(let index, _): incidents[index].title
    case .runbook(let index): runbooks[index].title
    }
  }

  /// The page that a redirect leads to; `nil` when there is none.
  package func target(of entry: Redirects.Entry, _ addresses: PageAddresses) -> LinkTarget.Page? {
    if entry.target.hasPrefix("/") { return addresses.page(at: entry.target) }
    guard case .page(let page, _, _) = links.target(of: entry.target, from: root + "redirects.yml")
    else { return nil }
    return page
  }

  /// The redirects that lead to a page from an address that no page has; of several from one address, the
  /// first.
  package var workingRedirects: [(address: String, page: LinkTarget.Page)] {
    configuration.redirects.entries.isEmpty ? [] : workingRedirects(PageAddresses(of: self))
  }

  /// The same by the addresses of all pages.
  func workingRedirects(_ addresses: PageAddresses) -> [(address: String, page: LinkTarget.Page)] {
    let entries = configuration.redirects.entries
    var seen: Set<String> = []
    return entries.compactMap { entry in
      guard PageAddresses.isOfPage(entry.address), addresses.page(at: entry.address) == nil,
        let page = target(of: entry, addresses), seen.insert(entry.address).inserted
      else { return nil }
      return (entry.address, page)
    }
  }
}
