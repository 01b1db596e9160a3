internal import Diagnostics
internal import Learning

extension Rule {
  package static let foreignRedirects = Rule(
    code: "BS039", name: "redirects from elsewhere", level: .error,
    rationale: """
      Only addresses of incidents and runbooks have redirects: the blog, the runbooks of the docs, and both in the \
      archive. Anywhere else a redirect could take the place of another page.
      """,
    bad: "", good: "# Checkout down\n",
    remedies: ["write an address such as '/blog/2026/01/10/pool' or '/archive/runbooks/disk'"],
    check: .library { library in
      RedirectFindings.all("BS039", in: library) { entry, _ in
        guard !entry.written.hasPrefix("/") || !PageAddresses.isOfPage(entry.address) else {
          return nil
        }
        return RedirectFindings.Fault(
          message: "'\(entry.written)' is not the address of an incident or a runbook",
          help: "write an address such as '/blog/2026/01/10/pool' or '/archive/runbooks/disk'",
          isTarget: false)
      }
    })
}
