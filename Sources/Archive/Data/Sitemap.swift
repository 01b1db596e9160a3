internal import Learning
internal import Publishing

extension ArchiveSite {
  /// Every page that lists show, for search engines (<https://www.sitemaps.org/protocol.html>). The protocol wants whole
  /// addresses, so there is none without an address of the site in `site.yml`.
  func sitemap(of files: [OutputFile]) -> [OutputFile] {
    guard !library.configuration.url.isEmpty else { return [] }
    let hidden = Set(
      library.incidents.indices.dropFirst(library.listed.count).map(url(ofIncident:))
        + library.runbooks.indices.dropFirst(library.listedRunbooks.count).map(url(ofRunbook:))
        + ["404.html"])
    let pages = files.lazy.map { $0.path.dropFirst(Self.folder.utf8.count) }
      .filter { $0.hasSuffix(".html") && !hidden.contains(String($0)) }
      .map { address(of: String($0)) }.sorted()
    return [
      OutputFile(path: Self.folder + "sitemap.xml", origin: library.folder) {
        var writer = XMLWriter(declaration: true)
        let space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        writer.element("urlset", [("xmlns", space)]) { set in
          for page in pages {
            set.newline()
            set.element("url") { $0.element("loc", text: page) }
          }
          set.newline()
        }
        return writer.bytes + [0x0A]
      }
    ]
  }
}
