internal import CommonMark
internal import Diagnostics

/// A page of Markdown as MDX: the same text, of which nothing is run.
///
/// The Markdown is that of a page whose format is `md`, so all that Docusaurus takes for something else
/// in both formats is escaped already. What is left is what only MDX does: expressions and elements
/// instead of HTML, modules, and no indented code.
enum MDXPage {
  /// The page as MDX; `markdown` is all of it, with its front matter.
  static func text(of markdown: [UInt8]) -> [UInt8] {
    let document = MarkdownDocument(
      parsing: SourceFile(path: "page.mdx", bytes: markdown), as: .made)
    var page = Rewriting(document)
    let isWithTabs = !page.tabs.isEmpty
    page.editTabs(areLive: true)
    page.editElements()
    page.editRuns()
    page.editUnreadLines()
    page.editIndentedCode()
    page.emptyBlankLines()
    let isWithLinks = page.blocks.contains { $0.markup.contains(where: JSXElement.needsLink) }
    let lines = (isWithTabs ? Self.tabImports : []) + (isWithLinks ? [Self.linkImport] : [])
    let imports = lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n\n"
    return Array(markdown[..<page.body.lowerBound]) + Array("\n\(imports)".utf8) + page.output()
  }

  private static let tabImports = [
    "import Tabs from '@theme/Tabs';", "import TabItem from '@theme/TabItem';",
  ]
  static let linkImport = "import \(JSXElement.link) from '@docusaurus/Link';"
}
