internal import CommonMark
internal import Diagnostics

/// Cuts a document's blocks into sections by their headings, and finds the parts under labels.
struct SectionReader {
  private let file: SourceFile
  /// The line behind the last of the document.
  private let end: Int
  private let isPart: Bool
  private let blocks: [Block]
  private let vocabulary: HeadingVocabulary
  private var outline = ReviewOutline(sections: [], labelled: [])
  /// What the words left open, by position in the list of sections and of labels.
  private var doubts: [(isLabel: Bool, index: Int, doubt: HeadingMeaning.Doubt)] = []
  /// The sections around the block at hand, the innermost last.
  private var around: [Int] = []

  private init(_ document: DocumentReading, vocabulary: HeadingVocabulary) {
    file = document.file
    end = document.lines.upperBound
    isPart = document.isPart
    blocks = document.blocks
    self.vocabulary = vocabulary
  }

  /// The parts in reading order. A section reaches to the next heading that is not deeper, so a
  /// deeper section lies within the one above it.
  static func outline(of document: DocumentReading, vocabulary: HeadingVocabulary) -> ReviewOutline
  {
    var reader = SectionReader(document, vocabulary: vocabulary)
    for index in reader.blocks.indices {
      switch reader.blocks[index].kind {
      case .heading(let level): reader.readHeading(index, level: level)
      case .paragraph: reader.readLabels(index)
      case .item: reader.readLabels(index)
      case .tableHeader, .tableRow, .code, .html, .thematicBreak, .quote: continue
      }
    }
    reader.endLabels()
    reader.foldGroups()
    reader.settle()
    return reader.outline
  }

  // MARK: Headings

  private mutating func readHeading(_ index: Int, level: Int) {
    let block = blocks[index]
    var next = index + 1
    while next < blocks.count {
      if case .heading(let other) = blocks[next].kind, other <= level { break }
      next += 1
    }
    let end = next < blocks.count ? blocks[next].lines.lowerBound : end
    // The title of the page is free text: only the very words make it a part.
    let isTitle = outline.sections.isEmpty && (level == 1 || isPart)
    let meaning = vocabulary.meaning(of: block.text, match: isTitle ? .close : .free)
    while let last = around.last, outline.sections[last].level >= level { around.removeLast() }
    around.append(outline.sections.count)
    if let doubt = meaning?.doubt { doubts.append((false, outline.sections.count, doubt)) }
    outline.sections.append(
      Section(
        kind: meaning?.kinds.first, otherKinds: Array(meaning?.kinds.dropFirst() ?? []),
        heading: block.text, level: level, line: block.lines.lowerBound,
        lines: block.lines.lowerBound..<max(end, block.lines.upperBound), anchor: block.anchor,
        content: SectionContent.content(of: blocks[(index + 1)..<next])))
  }

  // MARK: Labels

  /// A level below every heading.
  private static let labelLevel = 7

  private mutating func readLabels(_ index: Int) {
    let block = blocks[index]
    let isItem: Bool
    if case .item = block.kind { isItem = true } else { isItem = false }
    guard block.depth == 0, isOutsideParts() else { return }
    let last = isItem ? block.lines.lowerBound : block.lines.upperBound - 1
    for line in block.lines.lowerBound...max(last, block.lines.lowerBound) {
      guard line <= file.lineCount,
        let label = SectionLabel(line: file.bytes[file.offsets(ofLine: line)]),
        label.isBold || isItem || label.rest.isEmpty,
        let meaning = vocabulary.meaning(of: label.words, match: .close)
      else { continue }
      if let doubt = meaning.doubt { doubts.append((true, outline.labelled.count, doubt)) }
      outline.labelled.append(
        Section(
          kind: meaning.kinds.first, heading: label.words, level: Self.labelLevel, line: line,
          lines: isItem && (holdsBlocks(index) || !label.rest.isEmpty)
            ? block.lines : line..<end,
          anchor: nil, content: content(of: label, index, line: line, isItem: isItem)))
    }
  }

  /// Whether a bullet has blocks of its own below its first line.
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

  /// Labels count where no heading around them says what the lines are.
  private func isOutsideParts() -> Bool {
    around.allSatisfy { index in
      switch outline.sections[index].kind {
      case nil, .metadata?, .summary?: true
      default: false
      }
    }
  }

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

  // MARK: Doubts

  /// Within action items, "Detection" and "Mitigation" say what an item is for: they are no parts.
  private mutating func foldGroups() {
    var end = 0
    for index in outline.sections.indices {
      let section = outline.sections[index]
      if section.kind == .actionItems {
        end = max(end, section.lines.upperBound)
      } else if section.line < end, let kind = section.kind, Self.purposes.contains(kind) {
        outline.sections[index].kind = nil
        outline.sections[index].otherKinds = []
      }
    }
  }

  private static let purposes: Set<SectionKind> = [
    .detection, .resolution, .response, .communication, .metadata, .impact,
  ]

  /// Decides what the words left open, now that all parts are known.
  private mutating func settle() {
    var sure: Set<SectionKind> = []
    let doubtful = Set(doubts.map { $0.isLabel ? -1 - $0.index : $0.index })
    for (index, section) in outline.sections.enumerated() where !doubtful.contains(index) {
      if let kind = section.kind { sure.insert(kind) }
      sure.formUnion(section.otherKinds)
    }
    for (index, section) in outline.labelled.enumerated() where !doubtful.contains(-1 - index) {
      if let kind = section.kind { sure.insert(kind) }
    }
    let isTold = doubts.contains { $0.doubt == .setting } && opensWithProse
    for (isLabel, index, doubt) in doubts {
      var section = isLabel ? outline.labelled[index] : outline.sections[index]
      settle(&section, doubt, beside: sure, isTold: isTold)
      if let kind = section.kind, doubt == .setting { sure.insert(kind) }
      if isLabel { outline.labelled[index] = section } else { outline.sections[index] = section }
    }
  }

  private func settle(
    _ section: inout Section, _ doubt: HeadingMeaning.Doubt, beside sure: Set<SectionKind>,
    isTold: Bool
  ) {
    switch doubt {
    case .minor: section.isMinor = true
    case .setting:
      if hasTimes(section) {
        section.kind = .timeline
      } else if sure.contains(.summary) || section.level == Self.labelLevel || isTold {
        section.kind = nil
      }
    case .wrong:
      let isLessons = !sure.isDisjoint(with: [.wentWell, .lucky, .rootCause])
      if !isLessons {
        section.kind = .rootCause
        section.otherKinds = [.wentWrong]
      }
    }
  }

  /// Whether most bullets or rows of a part begin with a time or a day.
  private func hasTimes(_ section: Section) -> Bool {
    var timed = 0
    var others = 0
    for block in blocks[blocks.firstIndex(from: section.line + 1)...] {
      if block.lines.lowerBound >= section.lines.upperBound { break }
      switch block.kind {
      case .item, .tableRow, .paragraph:
        let first = block.text.utf8.drop { !Digits.isDigit($0) && $0 < 0x41 }.prefix(2)
        if first.count == 2, first.allSatisfy(Digits.isDigit) { timed += 1 } else { others += 1 }
      default: continue
      }
    }
    return timed > 1 && timed >= others
  }

  /// Whether a paragraph between the title and the first section tells the story already.
  private var opensWithProse: Bool {
    for block in blocks {
      switch block.kind {
      case .heading(let level): if level > 1 || block.lines.lowerBound > titleLine { return false }
      case .paragraph:
        let isLabel = SectionLabel(line: file.bytes[file.offsets(ofLine: block.lines.lowerBound)])
        if isLabel == nil, block.text.utf8.count > 80 { return true }
      default: continue
      }
    }
    return false
  }

  private var titleLine: Int {
    outline.sections.first.map { $0.level == 1 ? $0.line : 0 } ?? 0
  }
}

extension [Block] {
  /// The first block that starts at a line or after it, by binary search.
  func firstIndex(from line: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].lines.lowerBound < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
