internal import Bytes
package import Files
internal import Templates

/// What a page has while it is served and no file has: a script, which reloads the page and shows its findings.
enum LivePage {
  /// Names that begin with a dot are none of the archive's.
  static let script = "/.build-site/live.js"
  static let style = "/.build-site/live.css"
  static let events = "/.build-site/events"

  /// A page of the archive with the script, and with a policy that lets it listen to this server.
  ///
  /// A page whose policy allows no script, such as one that leads to a new address, stays as it is.
  static func live(_ page: [UInt8], version: String) -> [UInt8] {
    var page = page
    if let policy = policy(of: page) {
      let text = String(decoding: page[policy], as: UTF8.self)
      guard text.contains("script-src 'self'") else { return page }
      if !text.contains("connect-src") {
        page.insert(contentsOf: "connect-src 'self'; ".utf8, at: policy.lowerBound)
      }
    }
    let end = page.lastOffset(of: Array("</body>".utf8)) ?? page.count
    page.insert(contentsOf: tags(version: version).bytes, at: end)
    return page
  }

  /// The value of the page's Content-Security-Policy.
  private static func policy(of page: [UInt8]) -> Range<Int>? {
    let mark = Array("http-equiv=\"Content-Security-Policy\" content=\"".utf8)
    let head = page.offset(of: Array("</head>".utf8), in: page.indices) ?? page.count
    guard let start = page.offset(of: mark, in: 0..<head).map({ $0 + mark.count }),
      let end = page[start..<head].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    return start..<end
  }

  private static func tags(version: String) -> HTML {
    var tags = HTML(trusted: "<link rel=\"stylesheet\" href=\"\(style)\">\n<script src=\"")
    tags.append(HTML(trusted: "\(script)\" data-version=\""))
    tags.append(HTML(text: version))
    tags.append(HTML(trusted: "\"></script>\n"))
    return tags
  }

  /// The page for an address that leads nowhere. It listens too, and is reloaded when the page is there.
  static func missing(_ path: String, in site: ServedSite) -> [UInt8] {
    var page = HTML(
      trusted: """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'">
        <title>Page not found</title>
        <link rel="stylesheet" href="/archive.css">
        </head>
        <body>
        <main class="wrap" id="main">
        <h1>Page not found</h1>
        <p>There is no page at <code>/
        """)
    page.append(HTML(text: path))
    page.append(HTML(trusted: "</code>."))
    page.append(
      HTML(
        trusted: site.files["index.html"] == nil
          ? " No site is built yet.</p>\n"
          : "</p>\n<p><a href=\"/\">Home page of the archive</a></p>\n"))
    page.append(HTML(trusted: "</main>\n"))
    page.append(tags(version: site.version(of: site.page(at: "/" + path))))
    page.append(HTML(trusted: "</body>\n</html>\n"))
    return page.bytes
  }
}

extension ServedSite {
  /// What a page is loaded with: another version of it is another page, or looks or behaves differently. `read` is the
  /// hash of the page's bytes when they were read, or `nil` for that of the last build.
  package func version(of page: String, read: ContentHash? = nil) -> String {
    guard let hash = read ?? files[page] else { return "none" }
    return "\(hash.shortHex)-\(ContentHash(of: surroundings(of: page)).shortHex)"
  }

  /// The hashes of what pages look like and of the pictures beside one, as text.
  private func surroundings(of page: String) -> [UInt8] {
    let folder = folderPath(of: page)
    var paths = shared
    if !folder.isEmpty {
      paths += files.keys.filter { folderPath(of: $0) == folder && $0 != page }
    }
    var bytes: [UInt8] = []
    for path in paths.sorted(by: bytesPrecede) { files[path]?.appendHex(to: &bytes) }
    return bytes
  }
}
