internal import Diagnostics
internal import Learning

extension Rule {
  package static let lostRedirects = Rule(
    code: "BS036", name: "redirects that lead nowhere", level: .error,
    rationale: """
      A redirect leads from an old address to the page that has the text now. When that page is gone too, the old \
      address would be lost without a word.
      """,
    bad: "", good: "# Checkout down\n",
    remedies: ["write the file that has the text now, or remove the line"],
    check: .library { library in
      let old = Set(library.configuration.redirects.entries.map(\.address))
      return RedirectFindings.all("BS036", in: library) { entry, addresses in
        guard library.target(of: entry, addresses) == nil,
          !old.contains(PageAddresses.normal(entry.target)) || !entry.target.hasPrefix("/")
        else { return nil }
        let known =
          entry.target.hasPrefix("/")
          ? addresses.all : library.pages.keys.map(library.shortPath).sorted()
        let near = nearestName(to: entry.target, among: known)
        return RedirectFindings.Fault(
          message: "'\(entry.target)' is not the file or the address of a page",
          help: near.map(didYouMean)
            ?? "write the file that has the text now, below the content folder")
      }
    })
}
