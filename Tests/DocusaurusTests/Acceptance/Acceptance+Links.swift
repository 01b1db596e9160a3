import CommonMark
import Diagnostics
import YAML

@testable import Docusaurus

extension Acceptance {
  /// Row 19: each id once per page, and no heading of level 1.
  static func headings(of page: AcceptancePage) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var seen: Set<String> = []
    for (block, anchor) in page.headings {
      let offset = page.file.start(ofLine: block.lines.lowerBound)
      if block.kind == .heading(level: 1) {
        found.append(page.finding(19, "a heading of level 1 would be the title", at: offset))
      }
      if !anchor.isEmpty, !seen.insert(anchor).inserted {
        found.append(page.finding(19, "two headings have the id '\(anchor)'", at: offset))
      }
    }
    return found
  }

  /// Rows 21 and 22: links lead to files of the site, by paths from its root, and to ids that exist.
  static func links(of pages: [AcceptancePage]) -> [Diagnostic] {
    let anchors = Dictionary(pages.map { ($0.permalink, $0.anchors) }) { first, _ in first }
    return pages.flatMap { page in
      page.tokens.flatMap { _, token -> [Diagnostic] in
        guard case .link(let link) = token, !link.isImage else { return [] }
        return problem(of: link, on: page, anchors)
      }
    }
  }

  private static func problem(
    of link: InlineLink, on page: AcceptancePage, _ anchors: [String: Set<String>]
  ) -> [Diagnostic] {
    let parts = link.destination.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts.first ?? "")
    let anchor = parts.count > 1 ? String(parts[1]) : ""
    let offset = link.range.lowerBound
    let isOwn = path.hasSuffix(".md") || path.hasSuffix(".mdx")
    if isOwn, !path.contains(":"), !path.hasPrefix("./") {
      return [page.finding(21, "a link to a Markdown file may not resolve", at: offset)]
    }
    if path.isEmpty {
      let isKnown = anchor.isEmpty || page.anchors.contains(anchor)
      return isKnown ? [] : [page.finding(22, "the page has no '#\(anchor)'", at: offset)]
    }
    guard path.hasPrefix("/"), !path.hasPrefix("//") else { return [] }
    guard let known = anchors[path] else {
      let isIndex = ["/", SiteMap.blog].contains(path)
      return isIndex ? [] : [page.finding(21, "'\(path)' is not a page of the site", at: offset)]
    }
    let isKnown = anchor.isEmpty || known.contains(anchor)
    return isKnown ? [] : [page.finding(22, "'\(path)' has no '#\(anchor)'", at: offset)]
  }

  /// Row 23: images are inline, beside the page, and their texts need no escape in HTML.
  static func images(of page: AcceptancePage, among paths: Set<String>) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (_, token) in page.tokens {
      guard case .link(let link) = token, link.isImage else { continue }
      let offset = link.range.lowerBound
      if link.destinationRange == nil {
        found.append(page.finding(23, "an image by reference is not found", at: offset))
      }
      guard link.destination.hasPrefix("./") else { continue }
      if !paths.contains("\(page.folder)/\(link.destination.dropFirst(2))") {
        found.append(page.finding(23, "the image is not beside the page", at: offset))
      }
      let text = page.file.bytes.decoded(link.text)
      if text.utf8.contains(where: { "\"&'<>".utf8.contains($0) }) {
        found.append(page.finding(23, "the image's text would be escaped twice", at: offset))
      }
    }
    if let image = page.frontMatter?["image"]?.text {
      let isFile = image.hasPrefix("./") && paths.contains("\(page.folder)/\(image.dropFirst(2))")
      if !isFile, !image.hasPrefix("/"), !image.hasPrefix("https://"), !image.hasPrefix("http://") {
        found.append(page.finding(23, "the image of the page is not beside it"))
      }
    }
    return found
  }
}
