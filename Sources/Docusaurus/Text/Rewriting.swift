internal import Bytes
internal import CommonMark
internal import Diagnostics

/// A link as passed to the code that knows the site.
struct LinkUse: Sendable {
  /// Decoded, as the reader would follow it.
  var destination: String
  var isImage: Bool
  /// Whether it is before the truncate marker, so that list pages show it too.
  var isInExcerpt: Bool
}

/// The body of one document on its way to Docusaurus: the author's bytes, and the edits that they need.
///
/// Posts and docs set the format `md`, in which braces are text and nothing runs. Edits are needed for what
/// Docusaurus would read differently: tags, directives, emoji, headings that are the title, admonition
/// titles without brackets, alerts, and links to other files.
struct Rewriting {
  let file: SourceFile
  let blocks: [Block]
  /// The heading that the page leaves out, because it takes its title from the front matter.
  let title: TitleHeading?
  /// The range from the first line after the front matter.
  let body: Range<Int>
  let runs: [TextRun]
  /// The tokens of each run.
  let tokens: [[InlineToken]]
  /// The numbers of the runs that are headings, by their first lines.
  let headingRuns: [Int: Int]
  /// The pieces of runs that have to be rewritten, by the number of the run.
  let disputed: [Int: [Inline]]
  let definitions: ReferenceDefinitions
  let quotes: QuoteOutline
  /// The tags of tabs, by their first line.
  let tabs: [Int: (tag: TabTag, lines: LineRange)]
  var edits = SourceEdits()
  /// Whether what the author left open at the end has been closed.
  var isClosed = false

  init(_ document: borrowing MarkdownDocument, title: TitleHeading? = nil) {
    self.title = title
    file = document.file.endingInNewline
    blocks = document.blocks
    tabs = document.tabs
    quotes = QuoteOutline(of: blocks)
    let firstLine = document.bodyLine
    let start = firstLine > file.lineCount ? file.bytes.count : file.start(ofLine: firstLine)
    let mark = start == 0 && file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    body = start + mark..<max(file.bytes.count, start + mark)
    let definitions = ReferenceDefinitions(document.definitions)
    self.definitions = definitions
    let texts = TextRuns(of: blocks, in: file, definitions)
    runs = texts.runs
    headingRuns = Dictionary(
      texts.runs.enumerated().lazy.filter { $0.element.isHeading }.map {
        ($0.element.line, $0.offset)
      }
    ) { first, _ in first }
    let (tokens, disputed) = Self.tokens(of: runs, definitions, blocks, in: file.bytes)
    self.tokens = tokens
    let inlines = document.inlines(ofBlocks: Set(disputed.map { texts.runs[$0].block }))
    let pieces = disputed.compactMap { [blocks] index -> (Int, [Inline])? in
      let run = texts.runs[index]
      let cells = blocks[run.block].cells
      let number = cells.isEmpty ? 0 : cells.firstIndex { $0.range == run.range }
      guard let number, let all = inlines[run.block], all.indices.contains(number),
        cells.count < 2 || !all[number].contains(where: \.hasPipe)
      else { return nil }
      return (index, all[number])
    }
    self.disputed = Dictionary(uniqueKeysWithValues: pieces)
  }

  private static func tokens(
    of runs: [TextRun], _ definitions: ReferenceDefinitions, _ blocks: [Block], in bytes: [UInt8]
  ) -> (tokens: [[InlineToken]], disputed: Set<Int>) {
    var tokens: [[InlineToken]] = []
    var disputed: Set<Int> = []
    tokens.reserveCapacity(runs.count)
    var links = ArchiveLinks()
    var markup = ArchiveMarkup()
    var first = 0
    for (index, run) in runs.enumerated() {
      // The cells of a row share its links.
      if index == first {
        links = ArchiveLinks(blocks[run.block].links.filter { $0.form == .markdown })
        markup = ArchiveMarkup(blocks[run.block].markup)
      }
      let scanner = InlineScanner(
        bytes, in: run.range, definitions: definitions, links: links, markup: markup,
        isHeading: run.isHeading)
      (links, markup) = (scanner.links, scanner.markup)
      if scanner.delimiters.areDisputed { disputed.insert(tokens.count) }
      tokens.append(scanner.tokens)
      guard index + 1 == runs.count || runs[index + 1].block != run.block else { continue }
      if !markup.isRead { disputed.formUnion(first...index) }
      first = index + 1
    }
    return (tokens, disputed)
  }

  /// The bytes of the body with all edits, without blank lines at its start.
  func output() -> [UInt8] {
    let bytes = edits.spliced(into: file.bytes, in: body)
    return Array(bytes.drop { $0.isLineEnding })
  }

  /// What is needed before a block that is inserted at `offset`, so that a blank line separates it from the
  /// text above.
  func gap(before offset: Int) -> String {
    var place = offset
    var endings = 0
    while place > body.lowerBound, file.bytes[place - 1].isLineEnding {
      if file.bytes[place - 1] == .newline { endings += 1 }
      place -= 1
    }
    return place == body.lowerBound ? "" : String(repeating: "\n", count: max(0, 2 - endings))
  }
}

extension SourceFile {
  /// The same text with a line ending at its end, so that no block is inserted at the end of a line.
  fileprivate var endingInNewline: SourceFile {
    bytes.last == .newline
      ? self : SourceFile(path: path, bytes: bytes + [.newline], firstLine: firstLine)
  }
}
