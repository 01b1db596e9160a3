internal import Diagnostics
internal import Learning

extension Rule {
  package static let chainedRedirects = Rule(
    code: "BS037", name: "redirects to redirects", level: .error,
    rationale: """
      A redirect to an old address makes a reader wait twice, and two that lead to each other never end. A file as \
      target keeps its address through every later move.
      """,
    bad: "", good: "# Checkout down\n",
    remedies: ["lead straight to the file that has the text now"],
    check: .library { library in
      var targets: [String: Redirects.Entry] = [:]
      for entry in library.configuration.redirects.entries {
        targets[entry.address] = targets[entry.address] ?? entry
      }
      return RedirectFindings.all("BS037", in: library) { entry, addresses in
        let next = PageAddresses.normal(entry.target)
        guard entry.target.hasPrefix("/"), addresses.page(at: next) == nil, targets[next] != nil
        else { return nil }
        var seen: Set<String> = [entry.address]
        var end = next
        while seen.insert(end).inserted, let further = targets[end] {
          guard further.target.hasPrefix("/") else {
            return fault(entry, "leads to another old address", "write '\(further.target)'")
          }
          end = PageAddresses.normal(further.target)
        }
        return targets[end] == nil
          ? fault(entry, "leads to another old address", "write '\(end)'")
          : fault(entry, "leads in a circle", "write the file that has the text now")
      }
    })

  private static func fault(
    _ entry: Redirects.Entry, _ message: String, _ help: String
  ) -> RedirectFindings.Fault {
    RedirectFindings.Fault(message: "'\(entry.target)' \(message)", help: help)
  }
}
