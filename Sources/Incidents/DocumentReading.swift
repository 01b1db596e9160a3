package import CommonMark
package import Diagnostics
package import YAML

/// What the readers need of a document, without its tree: a snapshot that outlives it.
package struct DocumentReading: Sendable {
  package let file: SourceFile
  package let frontMatter: YAMLNode?
  package let blocks: [Block]
  package let diagnostics: [Diagnostic]

  package init(of document: borrowing MarkdownDocument) {
    file = document.file
    frontMatter = document.frontMatter
    blocks = document.blocks()
    diagnostics = document.diagnostics
  }

  package init(parsing file: SourceFile) {
    self.init(of: MarkdownDocument(parsing: file))
  }

  package var path: String { file.path }

  /// The blocks that start in these lines.
  package func blocks(in lines: LineRange) -> ArraySlice<Block> {
    let start = blocks.firstIndex { $0.lines.lowerBound >= lines.lowerBound } ?? blocks.endIndex
    let end =
      blocks[start...].firstIndex { $0.lines.lowerBound >= lines.upperBound } ?? blocks.endIndex
    return blocks[start..<end]
  }

  /// The first heading of level 1, when it comes before any other heading.
  package var title: Block? {
    let first = blocks.first { block in
      if case .heading = block.kind { true } else { false }
    }
    return first?.kind == .heading(level: 1) ? first : nil
  }
}
