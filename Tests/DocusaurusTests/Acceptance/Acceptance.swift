import CommonMark
import Diagnostics
import YAML

@testable import Docusaurus

/// The generator's own check of what it made, row by row of the acceptance table of the Docusaurus
/// contract (section 9, rows 1 to 24). Row 20, the slugs, is checked where the slugger is.
enum Acceptance {
  /// A file of the site below `blog/` or `docs/`.
  struct File: Sendable {
    let path: String
    let bytes: [UInt8]
  }

  /// Codes are `DX` and the number of the row; places are those of the generated file.
  static func findings(in files: [File]) -> [Diagnostic] {
    let pages = files.compactMap { AcceptancePage(path: $0.path, bytes: $0.bytes) }
    let paths = Set(files.map(\.path))
    var found: [Diagnostic] = []
    for page in pages {
      found += metadata(of: page)
      found += dates(of: page)
      found += excerpt(of: page)
      found += text(of: page)
      found += expressions(of: page)
      found += code(of: page)
      found += headings(of: page)
      found += images(of: page, among: paths)
    }
    found += addresses(of: pages)
    found += links(of: pages)
    found += vocabularies(of: pages, files)
    found += docs(pages, files)
    return found.sorted()
  }

  /// Where a page of the site has its own, so that none of ours may.
  private static let reserved = [
    "/blog/tags", "/blog/archive", "/blog/authors", "/blog/page", "/search", "/docs/tags",
  ]

  /// Row 6: every address once, whatever its case, and none that Docusaurus takes itself.
  private static func addresses(of pages: [AcceptancePage]) -> [Diagnostic] {
    var seen: Set<String> = []
    return pages.flatMap { page -> [Diagnostic] in
      let address = page.permalink.lowercased()
      var found: [Diagnostic] = []
      if !seen.insert(address).inserted {
        found.append(page.finding(6, "'\(page.permalink)' is the address of two pages"))
      }
      if reserved.contains(where: { address == $0 || address.hasPrefix($0 + "/") }) {
        found.append(page.finding(6, "'\(page.permalink)' is an address of Docusaurus' own"))
      }
      return found
    }
  }

  /// Row 24: docs with ids of their own, in folders whose settings Docusaurus knows.
  private static func docs(_ pages: [AcceptancePage], _ files: [File]) -> [Diagnostic] {
    let known: Set<String> = [
      "key", "label", "description", "position", "collapsed", "collapsible", "className",
      "customProps", "link",
    ]
    var found = pages.filter { !$0.isPost }.compactMap { page -> Diagnostic? in
      page.frontMatter?["parse_number_prefixes"]?.text == "false"
        ? nil : page.finding(24, "a number at the start of the name would be cut off")
    }
    for file in files where file.path.hasSuffix("/_category_.json") {
      let source = SourceFile(path: file.path, bytes: file.bytes)
      for pair in readYAML(in: source, form: .strict).root?.pairs ?? [] {
        guard let key = pair.key.text, !known.contains(key) else { continue }
        found.append(
          Diagnostic(
            code: "DX024", level: .error, path: file.path, range: pair.key.range,
            message: "'\(key)' is not a key of a category"))
      }
    }
    return found
  }
}
