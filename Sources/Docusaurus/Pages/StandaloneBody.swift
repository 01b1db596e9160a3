internal import Bytes
internal import CommonMark
package import Diagnostics

/// The body of a document that no library knows: links to other files lose their address.
package enum StandaloneBody {
  /// The Docusaurus form of the text after the front matter, as a post or a page of the docs has
  /// it.
  package static func markdown(of file: SourceFile) -> [UInt8] {
    var page = Rewriting(MarkdownDocument(parsing: file))
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
    page.dropTitle()
    page.editText(excerptEnd: 0, links: change)
    page.editMarkupBlocks(excerptEnd: 0, links: change)
    page.editAdmonitions()
    page.editCode()
    let isMDX = MarkdownDocument.isMDX(file.path)
    page.editTabs(areLive: isMDX)
    var ids = HeadingIDs()
    page.editHeadings(in: 1..<file.lineCount + 1, shift: page.headingShift, ids: &ids)
    let markdown = page.output() + Array(page.takeClosing().utf8)
    return isMDX ? MDXPage.text(ofBody: markdown) : markdown
  }
}
