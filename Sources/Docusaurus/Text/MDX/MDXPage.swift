internal import CommonMark
internal import Diagnostics

/// A page of Markdown as MDX: the same text, with nothing in it that runs.
///
/// The Markdown is that of a page with the format `md`, so everything that Docusaurus misreads in both
/// formats is already escaped. What is left is specific to MDX: expressions, elements instead of HTML,
/// modules, and no indented code.
enum MDXPage {
  /// The page as MDX; `markdown` is the whole page, including its front matter.
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
