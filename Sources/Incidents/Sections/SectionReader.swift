internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// Cuts a document's blocks into sections by their headings, and finds the parts under labels.
struct SectionReader {
  let document: DocumentReading
  private let vocabulary: HeadingVocabulary
  /// Whether the document has no headings except its title.
  private let isFlat: Bool
  var outline = ReviewOutline(sections: [], labelled: [])
  /// Meanings that the words left open, by position in the list of sections and of labels.
  var doubts: [(isLabel: Bool, index: Int, doubt: HeadingMeaning.Doubt)] = []
  /// The number of headings of known parts, and how many of them are in languages that write the day first.
  private var known = (all: 0, dayFirst: 0)
  /// Whether the first heading outside containers has been passed.
  private var isTitled = false
  /// The index of the innermost section around the current block.
  private var around: Int?

  private init(_ document: DocumentReading, vocabulary: HeadingVocabulary) {
    self.document = document
    isFlat = document.outline.sections.lazy.filter { !$0.isHeld }.prefix(2).count < 2
    self.vocabulary = vocabulary
  }

  private var file: SourceFile { document.file }
  private var blocks: [Block] { document.blocks }
  private var sections: [Outline.Section] { document.outline.sections }
  /// The line after the last line of the document.
  private var end: Int { document.lines.upperBound }

  /// The parts in reading order; a deeper section lies within the one above it.
  static func outline(of document: DocumentReading, vocabulary: HeadingVocabulary) -> ReviewOutline
  {
    var reader = SectionReader(document, vocabulary: vocabulary)
    for index in reader.blocks.indices {
      switch reader.blocks[index].kind {
      case .heading: reader.readHeading(index)
      case .paragraph, .item: reader.readLabels(index)
      case .quote, .tableHeader, .tableRow, .code, .html, .thematicBreak: continue
      }
    }
    reader.endLabels()
    reader.foldGroups()
    reader.settle()
    reader.infer()
    reader.joinTimes()
    let isDayFirst = reader.known.dayFirst > 1 && reader.known.dayFirst * 2 > reader.known.all
    reader.outline.dateOrder = isDayFirst ? .dayFirst : nil
    reader.outline.unmarked = UnmarkedHeading.all(
      in: document, reader.outline, vocabulary: vocabulary)
    return reader.outline
  }

  // MARK: Headings

  private mutating func readHeading(_ index: Int) {
    let block = blocks[index]
    let section = sections[outline.sections.count]
    // The title of the page is free text: it is a part only if it consists of exactly those words.
    let isTitle = !section.isHeld && !isTitled && (section.level == 1 || document.isPart)
    isTitled = isTitled || !section.isHeld
    var meaning = vocabulary.meaning(of: block.text, match: isTitle ? .title : .free)
    if isTitle, meaning?.kinds == [.timeline], isLog(blocks[section.inner]) { meaning = nil }
    around = outline.sections.count
    if let meaning { known = (known.all + 1, known.dayFirst + (meaning.isDayFirst ? 1 : 0)) }
    if let doubt = meaning?.doubt { doubts.append((false, outline.sections.count, doubt)) }
    outline.sections.append(
      Section(
        kind: meaning?.kinds.first, otherKinds: Array(meaning?.kinds.dropFirst() ?? []),
        heading: block.text, level: section.level, line: block.lines.lowerBound,
        lines: section.lines, anchor: block.anchor,
        content: SectionContent.content(of: blocks[section.inner]),
        isNested: block.depth > 0 || section.isHeld, isHeld: section.isHeld))
  }

  /// Whether the headings below a title are those of incidents, a day with words around it: "# Incident
  /// log", "## 2026-01-10 - DNS down".
  private func isLog(_ blocks: ArraySlice<Block>) -> Bool {
    blocks.contains { block in
      guard case .heading = block.kind, StatedDate.first(in: block.text, order: { nil }) != nil
      else { return false }
      return ClockReading(leading: block.text).map { !$0.hasClock && !$0.rest.isEmpty } ?? true
    }
  }

  // MARK: Labels

  private mutating func readLabels(_ index: Int) {
    let block = blocks[index]
    let isItem: Bool
    if case .item = block.kind { isItem = true } else { isItem = false }
    guard block.depth == 0 else { return }
    let within = kindAround(index)
    // In most parts, every label is text.
    guard within == nil || Self.inner[within ?? .summary] != nil else { return }
    let last = isItem ? block.lines.lowerBound : block.lines.upperBound - 1
    for line in block.lines.lowerBound...max(last, block.lines.lowerBound) {
      guard line <= file.lineCount,
        let label = label(ofLine: line, isItem: isItem),
        label.isBold || isItem || isFlat || label.rest.isEmpty,
        let meaning = vocabulary.meaning(
          of: label.words, match: label.isLine && block.lines.count > 1 ? .title : .close),
        within.map({ Self.inner[$0]?.contains(meaning.kinds[0]) == true }) ?? true
      else { continue }
      if let doubt = meaning.doubt { doubts.append((true, outline.labelled.count, doubt)) }
      outline.labelled.append(
        Section(
          kind: meaning.kinds.first, otherKinds: Array(meaning.kinds.dropFirst()),
          heading: label.words, level: Section.labelLevel, line: line,
          lines: isItem && (holdsBlocks(index) || !label.rest.isEmpty)
            ? block.lines : line..<end,
          anchor: nil, content: content(of: label, index, line: line, isItem: isItem)))
    }
  }

  /// Where nothing is a heading, a line such as "ROOT CAUSE" may be one, even with its text directly below
  /// it.
  private func label(ofLine line: Int, isItem: Bool) -> SectionLabel? {
    let bytes = file.bytes[file.offsets(ofLine: line)]
    return SectionLabel(line: bytes) ?? (isFlat && !isItem ? SectionLabel(alone: bytes) : nil)
  }

  /// Whether a bullet contains further blocks below its first line.
  private func holdsBlocks(_ index: Int) -> Bool {
    index + 1 < blocks.count && blocks[index + 1].depth > blocks[index].depth
  }

  private func content(
    of label: SectionLabel, _ index: Int, line: Int, isItem: Bool
  ) -> Section.Content {
    if !label.rest.isEmpty { return SectionContent.content(of: label.rest, line: line) }
    guard isItem, holdsBlocks(index) else { return .written }
    let inner = blocks[(index + 1)...]
    let end = inner.firstIndex { $0.depth <= blocks[index].depth } ?? inner.endIndex
    return SectionContent.content(of: inner[..<end])
  }

  /// The kind that the headings around the lines give them; `nil` where labels count like headings.
  private mutating func kindAround(_ index: Int) -> SectionKind? {
    while let section = around, sections[section].inner.upperBound <= index {
      around = sections[section].parent
    }
    var next = around
    while let section = next {
      switch outline.sections[section].kind {
      case nil, .metadata?, .summary?: next = sections[section].parent
      case let kind?: return kind
      }
    }
    return nil
  }

  /// The parts that may be under labels within other parts.
  private static let inner: [SectionKind: Set<SectionKind>] = [
    .rootCause: [.contributingFactors], .lessons: [.wentWell, .wentWrong, .lucky],
  ]

  /// A label's part ends where the next label or heading begins.
  private mutating func endLabels() {
    var end = end
    var heading = outline.sections.count - 1
    for index in outline.labelled.indices.reversed() {
      let line = outline.labelled[index].line
      var next = end
      while heading >= 0, outline.sections[heading].line > line {
        next = outline.sections[heading].line
        heading -= 1
      }
      end = min(end, next)
      if outline.labelled[index].lines.upperBound > end {
        outline.labelled[index].lines = line..<max(end, line + 1)
      }
      end = line
    }
  }
}

extension [Block] {
  /// The first block that starts at a line or after it, by binary search.
  func firstBlock(from line: Int) -> Int {
    partition { $0.lines.lowerBound >= line }
  }
}
