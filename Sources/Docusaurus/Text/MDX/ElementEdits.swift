internal import CommonMark
internal import Diagnostics

/// Changes of blocks of HTML. MDX takes the text in them for Markdown, so each becomes one line with all
/// special characters named; a tag whose partner is in another block gets a line of its own.
extension Rewriting {
  private struct Piece {
    enum Kind {
      case text
      case comment
      case tag(Tag)
    }

    let kind: Kind
    let range: Range<Int>
    /// Of its block, among the blocks of HTML.
    let block: Int
  }

  mutating func editElements() {
    let blocks = markupBlocks
    guard !blocks.isEmpty else { return }
    let parents = self.parents
    var partners: [Int: Int] = [:]
    var pieces: [Int: [Piece]] = [:]
    for (number, (_, ranges)) in blocks.enumerated() {
      pieces[number] = self.pieces(of: ranges, in: range(of: blocks[number].block), number)
    }
    let owners = blocks.map { block in
      parents[self.blocks.firstIndex { $0.lines == block.block.lines && $0.kind == .html } ?? 0]
    }
    for owner in Set(owners) {
      let own = blocks.indices.filter { owners[$0] == owner }.flatMap { pieces[$0] ?? [] }
      partners.merge(pairs(of: own, in: owner)) { first, _ in first }
    }
    for (number, (block, ranges)) in blocks.enumerated() {
      let range = range(of: block)
      if ranges.count == 1, file.bytes.has("<!--", at: ranges[0].lowerBound),
        ranges[0] == file.bytes.trimmed(range)
      {
        let isMarker = TruncateMarker.end(at: range.lowerBound, in: file.bytes) != nil
        edits.replace(ranges[0], with: isMarker ? "{/* truncate */}" : Self.comment)
        continue
      }
      write(pieces[number] ?? [], partners, of: block, range)
    }
  }

  static let comment = "{/* */}"

  /// The block around each, by its index; -1 at the top level.
  private var parents: [Int] {
    var open: [Int] = []
    return blocks.indices.map { index in
      while let last = open.last, blocks[last].depth >= blocks[index].depth { open.removeLast() }
      defer { open.append(index) }
      return open.last ?? -1
    }
  }

  private func pieces(of ranges: [Range<Int>], in block: Range<Int>, _ number: Int) -> [Piece] {
    var pieces: [Piece] = []
    var next = block.lowerBound
    for range in ranges + [block.upperBound..<block.upperBound] {
      if range.lowerBound > next {
        pieces.append(Piece(kind: .text, range: next..<range.lowerBound, block: number))
      }
      next = max(next, range.upperBound)
      guard !range.isEmpty else { continue }
      let tag = Tag(in: file.bytes, range)
      pieces.append(Piece(kind: tag.map { .tag($0) } ?? .comment, range: range, block: number))
    }
    return pieces
  }

  /// The block of the partner of each live tag, by the offset of the tag. Nothing goes over the edge of
  /// a tab.
  private func pairs(of pieces: [Piece], in owner: Int) -> [Int: Int] {
    let edges = tabs.keys.map { file.start(ofLine: $0) }.sorted()
    func tab(_ offset: Int) -> Int { edges.count { $0 <= offset } }
    var partners: [Int: Int] = [:]
    var open: [(tag: Tag, block: Int)] = []
    for piece in pieces {
      guard case .tag(let tag) = piece.kind, isElement(tag) else { continue }
      switch tag.kind {
      case .void: partners[tag.range.lowerBound] = piece.block
      case .opening: open.append((tag, piece.block))
      case .closing:
        guard let index = open.lastIndex(where: { $0.tag.name == tag.name }),
          tab(open[index].tag.range.lowerBound) == tab(tag.range.lowerBound)
        else { continue }
        partners[open[index].tag.range.lowerBound] = piece.block
        partners[tag.range.lowerBound] = open[index].block
        open.removeSubrange(index...)
      }
    }
    return partners
  }

  private func isElement(_ tag: Tag) -> Bool {
    LiveMarkup.inlineElements.contains(tag.name) || LiveMarkup.blockElements.contains(tag.name)
  }

  private mutating func write(
    _ pieces: [Piece], _ partners: [Int: Int], of block: Block, _ range: Range<Int>
  ) {
    var lines: [String] = []
    var line = ""
    var openCode = 0
    // What is not within an element of this line would be a paragraph.
    var depth = 0
    var isLoose = false
    func endLine() {
      let text = line.trimmingSpaces
      if !text.isEmpty { lines.append(isLoose ? "<>\(text)</>" : text) }
      line = ""
      isLoose = false
    }
    for piece in pieces {
      switch piece.kind {
      case .comment: continue
      case .text:
        let text = file.bytes.text(piece.range)
        isLoose = isLoose || depth == 0 && text.utf8.contains { !$0.isWhitespace }
        line += openCode > 0 ? Self.code(text, isFirst: line.hasSuffix("<pre>")) : Self.flowing(text)
      case .tag(let tag):
        guard let partner = partners[tag.range.lowerBound] else {
          line += JSXElement.text(file.bytes.text(piece.range))
          isLoose = isLoose || depth == 0
          continue
        }
        if tag.name == "pre" { openCode += tag.kind == .opening ? 1 : -1 }
        if partner != piece.block {
          endLine()
          lines.append(JSXElement.tag(tag))
        } else {
          line += JSXElement.tag(tag)
          if tag.kind != .void { depth += tag.kind == .opening ? 1 : -1 }
        }
      }
    }
    endLine()
    let start = file.start(ofLine: file.location(ofOffset: range.lowerBound).line)
    let prefix = containerPrefix(file.bytes[start..<range.lowerBound])
    edits.replace(range, with: lines.joined(separator: "\n\(prefix)\n\(prefix)"))
    partFromLines(beside: range, block)
  }

  /// Text outside of preformatted code, in which line endings are blanks.
  private static func flowing(_ text: String) -> String {
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }
    guard !words.isEmpty else { return " " }
    return (text.first?.isWhitespace == true ? " " : "")
      + JSXElement.text(words.joined(separator: " "))
      + (text.last?.isWhitespace == true ? " " : "")
  }

  /// Lines keep their indent behind an empty element.
  private static func code(_ text: String, isFirst: Bool) -> String {
    var lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    if isFirst, lines.count > 1, lines[0].isEmpty { lines.removeFirst() }
    return lines.map { JSXElement.text(String($0)) }.joined(separator: "&#10;<></>")
  }

  /// The marks of the containers, for a line that goes on in them.
  func containerPrefix(_ marks: ArraySlice<UInt8>) -> String {
    String(decoding: marks.map { $0 == .greaterThan || $0 == .tab ? $0 : .space }, as: UTF8.self)
  }

  private mutating func partFromLines(beside range: Range<Int>, _ block: Block) {
    let first = file.location(ofOffset: range.lowerBound).line
    let last = file.location(ofOffset: max(range.lowerBound, range.upperBound - 1)).line
    let isMarked = file.bytes[file.start(ofLine: first)..<range.lowerBound].contains {
      !$0.isBlank && $0 != .greaterThan
    }
    let marks = quoteMarks(around: block) + "\n"
    if first > 1, !isMarked, !file.isBlank(line: first - 1) {
      edits.insert(block: marks, at: file.start(ofLine: first))
    }
    if last < file.lineCount, !file.isBlank(line: last + 1) {
      edits.insert(block: marks, at: file.start(ofLine: last + 1))
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
