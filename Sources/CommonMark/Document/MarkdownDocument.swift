package import Diagnostics
package import YAML

/// A Markdown file, parsed once: its front matter, its blocks and its HTML.
///
/// The tree is cmark's own and belongs to this value; the passes have put tables, task items and the
/// other extensions into it. Whatever the bytes are, there is a document, and what is wrong with them
/// is in ``diagnostics``.
package struct MarkdownDocument: ~Copyable {
  package let file: SourceFile
  /// A mapping; `nil` when there is none or it cannot be read.
  package let frontMatter: YAMLNode?
  /// The first line after the front matter; one more than there are lines when nothing follows.
  package let bodyLine: Int
  package let diagnostics: [Diagnostic]
  /// Every block in reading order, containers before what they hold, with links as they are written.
  package let blocks: [Block]
  /// The tags of tabs in a file written as MDX, with their lines, by the first of those. In ``file``
  /// others stand in for them, and for all that MDX does not show.
  package let tabs: [Int: (tag: TabTag, lines: LineRange)]
  private var tree: SyntaxTree

  package init(parsing file: SourceFile) { self.init(parsing: file, passes: true) }

  /// For a page of a document that has been read: its metadata is not read again, and `frontMatter`
  /// is `nil`.
  package init(bodyOf file: SourceFile) {
    self.init(parsing: file, passes: true, readsFrontMatter: false)
  }

  /// For a page that is made here: its braces are text, and only tabs are more.
  package init(tabsIn file: SourceFile) {
    self.init(
      parsing: file, passes: true, readsFrontMatter: false, isAuthored: false, isPage: true)
  }

  /// A page that was made of a document, read back: what its elements may hold was decided before.
  package init(page file: SourceFile) { self.init(parsing: file, passes: true, isPage: true) }

  /// Without passes the tree is plain cmark's; tests compare the two.
  init(
    parsing original: SourceFile, passes: Bool, readsFrontMatter: Bool = true,
    isAuthored: Bool = true, isPage: Bool = false
  ) {
    let front = passes ? FrontMatter(of: original, isRead: readsFrontMatter) : nil
    frontMatter = front?.mapping
    bodyLine = max(front?.bodyLine ?? 1, original.firstLine)
    let source =
      passes && Self.isMDX(original.path)
      ? MDXSource(original, from: bodyLine, isAuthored: isAuthored) : nil
    file = source?.file ?? original
    tabs = source?.tabs ?? [:]
    var body = BodyParser(
      file: file, firstLine: bodyLine, tabs: tabs.mapValues(\.tag), isPage: isPage)
    tree = body.parse(passes: passes)
    blocks = BlockReader(tree, in: file).blocks
    diagnostics = (front?.diagnostics ?? []) + (source?.diagnostics ?? []) + body.diagnostics
  }

  /// Whether a file is written as MDX, by its name.
  package static func isMDX(_ path: String) -> Bool { path.hasSuffix(".mdx") }

  /// The version of libcmark in use, as in "0.30.2".
  package static var libraryVersion: String { cmarkVersion() }

  /// Every link and image in reading order, also of raw HTML that stays HTML.
  package func links() -> [Link] { BlockReader(tree, in: file).links.map(\.link) }

  /// The running text of some blocks in pieces, by the block's number; that of a row in its cells.
  package func inlines(ofBlocks numbers: Set<Int>) -> [Int: [[Inline]]] {
    guard !numbers.isEmpty else { return [:] }
    let nodes = BlockReader(tree, in: file, textsOf: numbers).textNodes
    return nodes.mapValues { $0.map { tree.inlines(of: $0) } }
  }

  /// Changes where links and images lead.
  ///
  /// - Parameter newDestination: Gives the new destination, or `nil` to keep the old one.
  package mutating func rewriteLinks(_ newDestination: (_ link: Link) -> String?) {
    for place in BlockReader(tree, in: file).links {
      guard let destination = newDestination(place.link) else { continue }
      if let token = place.token {
        tree.setAddress(destination, of: place.node, token: token)
      } else {
        place.node.setDestination(destination)
      }
    }
  }

  /// Makes text of links, which keep what is in them.
  package mutating func unlink(_ isWanted: (_ link: Link) -> Bool) {
    for place in BlockReader(tree, in: file).links
    where !place.link.isImage && isWanted(place.link) {
      if let token = place.token {
        tree.setAddress(nil, of: place.node, token: token)
        continue
      }
      let node = place.node
      while let child = node.firstChild { node.insertBefore(child) }
      node.free()
    }
  }

  /// Where labels of links and footnotes are defined, in the order of the file; footnotes also when
  /// nothing refers to them.
  package func definitions() -> [Definition] {
    DefinitionReader(tree, in: file, from: bodyLine).definitions
  }

  /// Plain cmark's HTML, for a comparison with the specification.
  func trustingHTML() -> [UInt8] { tree.trustingHTML() }

  /// The HTML of the top-level blocks that start in some lines; without lines, of all.
  ///
  /// - Parameters:
  ///   - range: Lines of the file; a table starts at its header, the footnotes at the first definition.
  ///   - headingShift: How many levels down headings go; none gets below 6.
  ///   - omittingTitle: Whether a first heading of level 1 is left out.
  /// - Returns: HTML that is safe to show, a line break after each block.
  package func html(
    of range: LineRange? = nil, headingShift: Int = 0, omittingTitle: Bool = false
  ) -> [UInt8] {
    tree.html(of: range, headingShift: headingShift, omittingTitle: omittingTitle)
  }
}
