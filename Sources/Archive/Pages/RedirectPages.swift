internal import Learning
internal import Publishing

extension ArchiveSite {
  /// Pages at old addresses of the archive.
  var redirects: [OutputFile] {
    RedirectPage.files(of: library, below: "static") { address, page in
      guard address.hasPrefix(PageAddresses.archive) else { return nil }
      let url =
        switch page {
        case .incident(let index, _): url(ofIncident: index)
        case .runbook(let index): url(ofRunbook: index)
        }
      return "\(PageAddresses.archive)/\(url)"
    }
  }
}
