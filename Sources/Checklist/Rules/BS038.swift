internal import Diagnostics
internal import Incidents
internal import Learning
internal import Runbooks

extension Rule {
  package static let takenRedirects = Rule(
    code: "BS038", name: "redirects from the address of a page", level: .error,
    rationale:
      "A page has the old address again, so the redirect is not written and says what is not so.",
    bad: "", good: "# Checkout down\n",
    remedies: ["remove the line, or give the page another 'slug:'"],
    check: .library { library in
      var seen: Set<String> = []
      return RedirectFindings.all("BS038", in: library) { entry, addresses in
        let isFirst = seen.insert(entry.address).inserted
        guard isFirst else {
          return RedirectFindings.Fault(
            message: "'\(entry.written)' has a redirect already",
            help: "remove one of the two lines",
            isTarget: false)
        }
        guard let page = addresses.page(at: entry.address) else { return nil }
        let owner =
          switch page {
          case .incident(let index, _): library.incidents[index].path
          case .runbook(let index): library.runbooks[index].path
          }
        return RedirectFindings.Fault(
          message: "'\(entry.written)' is the address of \(owner)",
          help: "remove the line, or give the page another 'slug:'", isTarget: false)
      }
    })
}
