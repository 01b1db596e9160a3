package import Operations
internal import Runbooks

/// Which alert leads to which runbook.
package struct AlertCoverage: Sendable {
  package struct Row: Sendable {
    package let alert: Alert
    /// The runbook that says what to do about it.
    package let runbook: Int?
    package let link: Link
  }

  /// Where the annotation of an alert leads.
  package enum Link: Hashable, Sendable {
    /// There is no annotation.
    case none
    /// To a page of this site, at its address or at its file.
    case page(Int)
    /// To an address that the page had before; `address` is the one of now.
    case moved(Int, address: String)
    /// To where this site or this repository has no such page.
    case dead
    /// To a heading that the page does not have.
    case deadHeading(Int, anchor: String)
    /// Elsewhere, or to where only the cluster knows.
    case unknown
  }

  /// One for each alert, in the order of the rule files.
  package let rows: [Row]
  /// The runbooks of alerts that no rule file has.
  package let unalarmed: [Int]

  package init(of library: Library) {
    let alerts = library.operations.alerts
    guard !alerts.isEmpty else {
      (rows, unalarmed) = ([], [])
      return
    }
    let finder = RunbookFinder(library)
    rows = alerts.alerts.map { alert in
      let link = finder.link(of: alert)
      let named = finder.runbook(named: alert.name)
      switch link {
      case .page(let index), .moved(let index, _), .deadHeading(let index, _):
        return Row(alert: alert, runbook: index, link: link)
      case .none, .dead, .unknown: return Row(alert: alert, runbook: named, link: link)
      }
    }
    let covered = Set(rows.compactMap(\.runbook))
    unalarmed =
      !alerts.isWhole
      ? []
      : library.runbooks.indices.filter { index in
        library.runbooks[index].kind == .alert && !library.runbooks[index].isFolderPage
          && !covered.contains(index)
      }
  }
}

/// Finds the runbook that an alert means.
private struct RunbookFinder {
  let library: Library
  private let addresses: PageAddresses
  private let names: [String: Int]
  private let redirects: [String: Int]
  private let repository: RepositoryAddress?

  init(_ library: Library) {
    self.library = library
    addresses = PageAddresses(of: library)
    repository = RepositoryAddress(library.configuration.repository)
    var names: [String: Int] = [:]
    for (index, runbook) in library.runbooks.enumerated() where runbook.kind == .alert {
      if let alert = runbook.alert { names[alert] = names[alert] ?? index }
    }
    self.names = names
    var redirects: [String: Int] = [:]
    for (address, page) in library.workingRedirects(addresses) {
      if case .runbook(let index) = page { redirects[PageAddresses.normal(address)] = index }
    }
    self.redirects = redirects
  }

  func runbook(named name: String) -> Int? { names[name] }

  func link(of alert: Alert) -> AlertCoverage.Link {
    guard let runbook = alert.runbook else { return .none }
    guard let address = runbook.address else { return .unknown }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let anchor = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    let place = String(parts[0].prefix { $0 != "?" })
    if let path = path(ofPage: place) {
      if case .runbook(let index)? = addresses.page(at: path) { return page(index, anchor) }
      if let index = redirects[PageAddresses.normal(path)] {
        return .moved(index, address: self.address(of: index))
      }
      return PageAddresses.isOfPage(PageAddresses.normal(path)) ? .dead : .unknown
    }
    guard let path = path(ofFile: place) else { return .unknown }
    if case .runbook(let index)? = library.links.page(at: library.root + path) {
      return page(index, anchor)
    }
    return .dead
  }

  private func page(_ index: Int, _ anchor: String?) -> AlertCoverage.Link {
    guard let anchor, library.pages[library.runbooks[index].path]?.hasAnchor(anchor) == false else {
      return .page(index)
    }
    return .deadHeading(index, anchor: anchor)
  }

  /// The path of an address on the site itself.
  private func path(ofPage address: String) -> String? {
    let site = library.configuration.url
    if !site.isEmpty, address.hasPrefix(site) {
      let rest = address.dropFirst(site.utf8.count)
      guard rest.isEmpty || rest.hasPrefix("/") else { return nil }
      return rest.isEmpty ? "/" : String(rest)
    }
    return ["/archive/", "/docs/", "/blog/"].contains(where: address.hasPrefix) ? address : nil
  }

  /// The path below the content folder of an address in the repository, or of a path that begins with the content
  /// folder or with `runbooks/`.
  private func path(ofFile address: String) -> String? {
    if !address.contains("://") {
      guard address.hasSuffix(".md") || address.hasSuffix(".mdx") else { return nil }
      if !library.root.isEmpty, address.hasPrefix(library.root) {
        return String(address.dropFirst(library.root.utf8.count))
      }
      return address.hasPrefix("runbooks/") ? address : nil
    }
    guard let repository, let other = RepositoryAddress(address),
      other.project == repository.project
    else { return nil }
    // The two may name different branches.
    let root = repository.path.isEmpty ? "" : repository.path + "/"
    return other.path.hasPrefix(root) ? String(other.path.dropFirst(root.utf8.count)) : nil
  }

  private func address(of index: Int) -> String {
    let site = library.configuration.url
    return site + "\(PageAddresses.archive)/\(library.runbooks[index].archivePage)"
  }
}

/// The address of a file on GitHub, GitLab or Gitea: `<project>/blob/<branch>/<path>` or the like.
private struct RepositoryAddress {
  let project: String
  let path: String

  init?(_ address: String) {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    var parts = address[scheme.upperBound...].split(separator: "/").map(String.init)
    guard
      let mark = parts.firstIndex(where: { ["blob", "edit", "tree", "raw", "src"].contains($0) }),
      mark + 1 < parts.count
    else { return nil }
    var project = Array(parts[..<mark])
    if project.last == "-" { project.removeLast() }
    self.project = project.joined(separator: "/")
    parts.removeFirst(mark + 2)
    path = parts.joined(separator: "/")
  }
}
