internal import Diagnostics
internal import Incidents
internal import Runbooks
internal import YAML

extension Redirects.Entry {
  /// In the normal form of ``PageAddresses``.
  package var address: String { PageAddresses.normal(written) }
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
