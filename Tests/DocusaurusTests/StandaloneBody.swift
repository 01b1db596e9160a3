import Bytes
import CommonMark
import Diagnostics

@testable import Docusaurus

/// The body of a document that no library knows: links to other files lose their address.
enum StandaloneBody {
  /// The Docusaurus form of the text after the front matter, as a post or a page of the docs has
  /// it.
  static func markdown(of file: SourceFile) -> [UInt8] {
    let document = MarkdownDocument(parsing: file)
    let first = document.blocks.first { $0.kind == .heading(level: 1) }
    let heading = first.flatMap { document.blocks.heading(saying: $0.text) }
    var page = Rewriting(document, title: heading)
    let anchors = Set(page.blocks.compactMap(\.anchor))
    let title = page.title?.anchor
    func change(_ use: LinkUse) -> LinkChange {
      if use.destination.hasPrefix("#") {
        let anchor = String(use.destination.dropFirst())
        return anchor != title && anchors.contains(anchor) ? .keep : .unlink
      }
      let isAddress = use.destination.utf8.contains(.colon) && !use.destination.hasPrefix("/")
      return isAddress && LinkAddress.isParsable(use.destination) ? .keep : .unlink
    }
    let kind = PageKind(isMDX: MarkdownDocument.isMDX(file.path))
    var ids = HeadingIDs()
    let front = Array("---\n---\n\n".utf8)
    let markdown = page.body(for: kind, ids: &ids, links: change)
    return kind.isMDX ? Array(kind.page(front + markdown).dropFirst(front.count)) : markdown
  }
}
