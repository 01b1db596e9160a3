internal import Bytes
package import Diagnostics
package import YAML

/// A Markdown file, parsed once: its front matter, its blocks and its HTML.
///
/// The tree is cmark's own and belongs to this value; the passes have added tables, task items and the
/// other extensions to it. Any bytes give a document, and what is wrong with them is in ``diagnostics``.
package struct MarkdownDocument: ~Copyable {
  package let file: SourceFile
  /// A mapping; `nil` when there is none or it cannot be read.
  package let frontMatter: YAMLNode?
  /// The first line after the front matter; one more than the number of lines when nothing follows.
  package let bodyLine: Int
  package private(set) var diagnostics: [Diagnostic]
  /// Every block in reading order, containers before their content, with links as they are written.
  package let blocks: [Block]
  /// The tags of tabs in a file written as MDX, with their lines, by the first of these lines. ``file`` has
  /// stand-ins for them, and for everything that MDX does not show.
  package let tabs: [Int: (tag: TabTag, lines: LineRange)]
  /// Where labels of links and footnotes are defined, in the order of the file, including footnotes that
  /// nothing refers to.
  package let definitions: [Definition]
  private var tree: SyntaxTree
  /// What edits of links leave as they are.
  private let texts: [TextNode]

  /// The purpose for which a file is read.
  package enum Mode: Sendable {
    /// To find out what its author says.
    case authored
    /// To make the page of a document that has already been read: its metadata is not read again, and
    /// ``frontMatter`` is `nil`.
    case body
    /// A page that is made here, without metadata: its braces are text, and of MDX only tabs have a
    /// meaning.
    case made
    /// A page that was made from a document, read back: what its elements may hold was decided earlier.
    case page
    /// Plain cmark's tree without passes, for comparison with the specification.
    case plain
  }

  package init(parsing original: SourceFile, as mode: Mode = .authored) {
    let document = MarkdownDocument(asWritten: original, as: mode)
    guard mode != .plain else {
      self = document
      return
    }
    let disguises = Disguises(in: original, read: document)
    guard !disguises.places.isEmpty else {
      self = document
      return
    }
    self.init(asWritten: disguises.shown(in: original), as: mode)
    diagnostics += disguises.findings(in: original)
  }

  private init(asWritten original: SourceFile, as mode: Mode) {
    let isPlain = mode == .plain
    let isRead = mode == .authored || mode == .page
    let front = isPlain ? nil : FrontMatter(of: original, isRead: isRead)
    frontMatter = front?.mapping
    bodyLine = max(front?.bodyLine ?? 1, original.firstLine)
    let source =
      !isPlain && original.isMDX
      ? MDXSource(original, from: bodyLine, isAuthored: mode != .made) : nil
    file = source?.file ?? original
    tabs = source?.tabs ?? [:]
    var body = BodyParser(
      file: file, firstLine: bodyLine, tabs: tabs.mapValues(\.tag),
      isPage: mode == .page || mode == .made)
    tree = body.parse(passes: !isPlain)
    definitions = body.definitions
    let reader = BlockReader(tree, in: file)
    blocks = reader.blocks
    texts = reader.texts
    let read = file
    let unclosed = isPlain ? [] : UnclosedBlock.all(in: blocks, of: read)
    // A comment that never ends is shown, which is not its author's question.
    let shown = body.diagnostics.filter { finding in
      finding.code != "BS021" || !unclosed.contains { $0.line == finding.range?.lowerBound.line }
    }
    diagnostics =
      (front?.diagnostics ?? []) + (source?.diagnostics ?? []) + shown
      + unclosed.map { $0.finding(in: read) }
  }

  /// Whether a file is written as MDX, judging by its name.
  package static func isMDX(_ path: String) -> Bool { SourceFile.isMDX(path) }

  /// The version of libcmark in use, as in "0.30.2".
  package static var libraryVersion: String { cmarkVersion() }

  /// Every link and image in reading order, including those of raw HTML that stays HTML.
  package func links() -> [Link] { BlockReader(tree, in: file).links.map(\.link) }

  /// The running text of some blocks in pieces, by the block's number; the text of a row is divided into
  /// its cells.
  package func inlines(ofBlocks numbers: Set<Int>) -> [Int: [[Inline]]] {
    var inlines: [Int: [[Inline]]] = [:]
    for text in texts where numbers.contains(text.block) {
      inlines[text.block, default: []].append(tree.inlines(of: text.node))
    }
    return inlines
  }

  /// The HTML of parts of the running text, in the order of `slices`; `nil` for one that cannot be divided
  /// there.
  ///
  /// What slices leave out is gone from the document, so this comes after everything else.
  package mutating func html(of slices: [TextSlice]) -> [SliceHTML?] {
    // A text may have many slices, which follow one another.
    var latest: (text: Int, lines: [[Node]]) = (-1, [])
    return slices.map { slice in
      let text = texts.partition { $0.block >= slice.block } + slice.cell
      guard text < texts.count, texts[text].block == slice.block else { return nil }
      let node = texts[text].node
      if latest.text != text { latest = (text, tree.lines(of: node)) }
      return tree.html(of: slice, in: node, lines: latest.lines)
    }
  }

  /// Takes a list item out of the document, and its list when nothing else is in it.
  ///
  /// - Parameter number: The number of its block, which must have text of its own.
  package mutating func remove(item number: Int) {
    let text = texts.partition { $0.block >= number }
    guard text < texts.count, texts[text].block == number,
      let item = texts[text].node.parent, item.kind == .item
    else { return }
    let list = item.parent
    tree.remove(item)
    if let list, list.firstChild == nil { tree.remove(list) }
  }

  /// Changes the destinations of links and images, or turns them into text: links keep their content, and images
  /// become their alternative text.
  package mutating func changeLinks(_ change: (_ link: Link) -> LinkChange) {
    for place in BlockReader(tree, in: file).links {
      switch (change(place.link), place.token) {
      case (.keep, _): continue
      case (.replace(let destination), let token?):
        tree.setAddress(destination, of: place.node, token: token)
      case (.replace(let destination), nil): place.node.setDestination(destination)
      case (.unlink, let token?):
        if place.link.isImage {
          tree.setForm(.text, of: place.node, token: token)
        } else {
          tree.setAddress(nil, of: place.node, token: token)
        }
      case (.unlink, nil): tree.replaceByContent(place.node)
      }
    }
  }

  /// Shows images as links or as their alternative texts.
  package mutating func showImages(_ form: (_ image: Link) -> ImageForm) {
    for place in BlockReader(tree, in: file).links where place.link.isImage {
      let wanted = form(place.link)
      if wanted == .image { continue }
      if let token = place.token {
        tree.setForm(wanted, of: place.node, token: token)
      } else {
        tree.replace(image: place.node, isLinked: wanted == .link)
      }
    }
  }

  /// Plain cmark's HTML, for comparison with the specification.
  func trustingHTML() -> [UInt8] { tree.trustingHTML() }

  /// The HTML of the top-level blocks that start in each of some ranges of lines, without the footnotes; headings go
  /// down some levels.
  package func html(ofEach ranges: [LineRange], headingShift: Int = 0) -> [[UInt8]] {
    tree.html(ofEach: ranges, headingShift: headingShift)
  }

  /// The HTML of the top-level blocks that start in the given lines, or of all blocks.
  ///
  /// - Parameters:
  ///   - range: Lines of the file, or `nil`. A table starts at its header, the footnotes at the first
  ///     definition.
  ///   - headingShift: How many levels down headings go; none gets below 6.
  ///   - line: The line of a heading that is left out.
  /// - Returns: HTML that is safe to show, with a line break after each block.
  package func html(
    of range: LineRange? = nil, headingShift: Int = 0, omitting line: Int? = nil
  ) -> [UInt8] {
    tree.html(of: range, headingShift: headingShift, omitting: line)
  }
}
