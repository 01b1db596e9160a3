package import CommonMark
package import Diagnostics
package import YAML

/// What the readers need from a document, without its tree: a snapshot that outlives it.
package struct DocumentReading: Sendable {
  package let file: SourceFile
  package let frontMatter: YAMLNode?
  package let blocks: [Block]
  /// ``blocks`` cut at their headings.
  package let outline: Outline
  package let diagnostics: [Diagnostic]
  /// The definitions of links and footnotes, in the order of the file; empty for a part, which may use
  /// those of the file.
  package let definitions: [Definition]
  /// All lines of the file, or those of one incident in a log.
  package let lines: LineRange
  /// Whether it is one incident of a log.
  package let isPart: Bool
  /// Where each line of the text of a long paragraph starts, by the paragraph's first line: many parts may
  /// begin in it.
  let lineStarts: [Int: [Int]]

  package init(of document: borrowing MarkdownDocument) {
    file = document.file
    frontMatter = document.frontMatter
    blocks = Self.inOrder(document.blocks)
    diagnostics = document.diagnostics
    definitions = document.definitions
    lines = 1..<document.file.lineCount + 1
    outline = Outline(of: blocks, end: lines.upperBound)
    isPart = false
    lineStarts = Self.lineStarts(of: blocks)
  }

  private static func lineStarts(of blocks: [Block]) -> [Int: [Int]] {
    var starts: [Int: [Int]] = [:]
    for index in blocks.indices where blocks[index].lines.count > 16 {
      let block = blocks[index]
      guard block.kind == .paragraph else { continue }
      var lines = [0]
      for (offset, byte) in block.text.utf8.enumerated() where byte == 0x0A {
        lines.append(offset + 1)
      }
      starts[block.lines.lowerBound] = lines
    }
    return starts
  }

  /// Footnotes may come after blocks that follow them in the file; lookups need the order of the lines.
  private static func inOrder(_ blocks: [Block]) -> [Block] {
    // By number: a block is large to copy.
    let isSorted = blocks.indices.dropFirst().allSatisfy {
      blocks[$0 - 1].lines.lowerBound <= blocks[$0].lines.lowerBound
    }
    return isSorted ? blocks : blocks.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  /// Whether a block that never ends hides headings, so that nothing says which parts are missing.
  package var isCutShort: Bool {
    diagnostics.contains { $0.code == "PM009" && $0.level == .error }
  }

  /// A section of a document as a document of its own, with the line numbers of the file and no front
  /// matter. Its heading is the title, so it moves up to level 1. The headings below it move up as far, but
  /// no further than level 2; only those in a quote, which may be of any level, would go further.
  init(part section: Section, of document: DocumentReading) {
    file = document.file
    frontMatter = nil
    blocks = document.blocks(in: section.lines).map { block in
      guard case .heading(let level) = block.kind else { return block }
      var raised = block
      let isTitle = block.lines.lowerBound == section.line
      raised.kind = .heading(level: isTitle ? 1 : max(2, level - section.level + 1))
      return raised
    }
    diagnostics = []
    definitions = []
    lines = section.lines
    outline = Outline(of: blocks, end: lines.upperBound)
    isPart = true
    lineStarts = Self.lineStarts(of: blocks)
  }

  /// The bytes of its lines.
  package var bytes: [UInt8] {
    guard isPart else { return file.bytes }
    let start = file.offsets(ofLine: min(lines.lowerBound, file.lineCount)).lowerBound
    let end = file.offsets(ofLine: min(max(lines.upperBound - 1, 1), file.lineCount)).upperBound
    return Array(file.bytes[start..<max(start, end)])
  }

  package init(parsing file: SourceFile) {
    self.init(of: MarkdownDocument(parsing: file))
  }

  package var path: String { file.path }

  /// The blocks that start in these lines.
  package func blocks(in lines: LineRange) -> ArraySlice<Block> {
    let start = blocks.firstBlock(from: lines.lowerBound)
    let end = max(start, blocks.firstBlock(from: lines.upperBound))
    return blocks[start..<end]
  }

  /// The first heading of level 1, if it comes before any other heading outside containers.
  package var title: Block? {
    let first = outline.sections.first { !$0.isHeld }
    return first.flatMap { $0.level == 1 ? blocks[$0.heading] : nil }
  }

  /// Whether a heading is part of a quote, a list item or the like, so that it ends nothing outside.
  package func isHeld(_ heading: Block) -> Bool {
    outline.section(atLine: heading.lines.lowerBound)?.isHeld ?? false
  }

  /// Looks for a paragraph between the title and the next heading. A heading in a quote, a list item or
  /// the like does not count.
  ///
  /// - Parameters:
  ///   - length: In bytes; the paragraph has to be longer.
  ///   - countsLabels: Whether a paragraph that begins with a label counts: "Impact: …".
  /// - Returns: Whether there is one.
  package func opensWithText(longerThan length: Int = 0, countsLabels: Bool = true) -> Bool {
    let title = title?.lines.lowerBound
    for block in blocks {
      switch block.kind {
      case .heading where !isHeld(block):
        if block.lines.lowerBound != title { return false }
      case .paragraph where block.text.utf8.count > length:
        if countsLabels || !isLabelled(block) { return true }
      default: continue
      }
    }
    return false
  }

  private func isLabelled(_ block: Block) -> Bool {
    SectionLabel(line: file.bytes[file.offsets(ofLine: block.lines.lowerBound)]) != nil
  }
}
