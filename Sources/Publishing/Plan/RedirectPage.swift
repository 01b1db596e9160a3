internal import Diagnostics
internal import Files
package import Learning
internal import Templates

/// A page at an old address that leads to where its text is now: without a script, by relative links alone,
/// so that it works from a disk and below any folder of a server.
package enum RedirectPage {
  /// One file for each redirect of the content for which `address` gives the new address, which starts at the
  /// root of the site.
  package static func files(
    of library: Library, below folder: String,
    address: (_ old: String, _ page: LinkTarget.Page) -> String?
  ) -> [OutputFile] {
    library.workingRedirects.compactMap { old, page in
      guard let new = address(old, page) else { return nil }
      let path = "\(folder)\(old)/index.html"
      let title = library.title(of: page)
      let way = relativePath(from: path, to: folder + new)
      return OutputFile(path: path, origin: library.configuration.redirects.path ?? "redirects.yml")
      {
        html(title: title, address: new.hasSuffix(".html") ? way : way + "/")
      }
    }
  }

  private static func html(title: String, address: String) -> [UInt8] {
    let title = String(decoding: HTML(text: title).bytes, as: UTF8.self)
    let address = String(decoding: HTML(text: address).bytes, as: UTF8.self)
    return Array(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'">
      <meta http-equiv="refresh" content="0; url=\(address)">
      <meta name="robots" content="noindex">
      <link rel="canonical" href="\(address)">
      <title>Moved: \(title)</title>
      </head>
      <body>
      <p>This page has moved: <a href="\(address)">\(title)</a></p>
      </body>
      </html>

      """.utf8)
  }
}
