internal import Diagnostics
internal import Learning

/// Judges the entries of `redirects.yml`, each with the addresses that pages have now.
enum RedirectFindings {
  /// What is wrong with an entry: at its target or, without `isTarget`, at its address.
  struct Fault {
    let message: String
    let help: String
    var isTarget = true
  }

  /// The findings of `judge` with one code.
  static func all(
    _ code: String, in library: Library,
    judge: (_ entry: Redirects.Entry, _ addresses: PageAddresses) -> Fault?
  ) -> [Diagnostic] {
    let redirects = library.configuration.redirects
    guard let path = redirects.path, !redirects.entries.isEmpty else { return [] }
    let addresses = PageAddresses(of: library)
    return redirects.entries.compactMap { entry in
      guard let fault = judge(entry, addresses) else { return nil }
      return Diagnostic(
        code: code, level: .error, path: path,
        range: fault.isTarget ? entry.targetRange : entry.range, message: fault.message,
        help: fault.help)
    }
  }
}
