internal import Bytes
internal import CommonMark
internal import Diagnostics

/// HTML blocks that stay blocks: their tags are the live ones, and what is between them is text that no
/// parser takes for more.
extension Rewriting {
  /// Whether tags other than images stay live; images have to be Markdown.
  func hasTagsOnly(live shown: [(piece: MarkupPiece, text: String?)]) -> Bool {
    let live = shown.filter { !($0.text ?? "").isEmpty }
    return !live.isEmpty && !live.contains { $0.piece.token.name == "img" }
  }

  mutating func keepBlock(
    _ range: Range<Int>, _ shown: [(piece: MarkupPiece, text: String?)]
  ) {
    for (piece, text) in shown {
      let isComment = text == ""
      edits.replace(
        piece.range, with: isComment ? PlainText.comment : text ?? escapedMarkup(piece.range))
    }
    nameBraces(in: range)
    nameAngles(in: range, but: shown.map(\.piece.range))
  }

  /// Turns a block with images into a paragraph, because images in an HTML block would be text. It is one
  /// line, on which no tag begins a block.
  mutating func showOnOneLine(
    _ block: Block, _ range: Range<Int>, _ shown: [(piece: MarkupPiece, text: String?)]
  ) {
    let line = file.start(ofLine: file.location(ofOffset: range.lowerBound).line)
    let isQuoted = file.bytes[line..<range.lowerBound].contains(.greaterThan)
    func named(_ range: Range<Int>) -> String {
      Self.named(file.bytes.text(range), droppingMarks: isQuoted)
    }
    var output = PlainText.joiner
    var next = range.lowerBound
    for (piece, text) in shown {
      output += named(next..<max(next, piece.range.lowerBound)) + (text ?? named(piece.range))
      next = max(next, piece.range.upperBound)
    }
    edits.replace(range, with: output + named(next..<max(next, range.upperBound)))
    partFromNeighbours(range, block)
  }

  /// Text between tags on one line: every special character is written as an entity.
  private static func named(_ text: String, droppingMarks isQuoted: Bool) -> String {
    let marks = isQuoted ? " \t>" : " \t"
    let lines = text.split(whereSeparator: \.isNewline).enumerated().map { number, line in
      number == 0 && text.first?.isNewline == false ? line : line.drop { marks.contains($0) }
    }
    let shown = PlainText.named(lines.joined(separator: " "), keepingEntities: true)
    let (first, last) = (text.first?.isNewline == true, text.last?.isNewline == true)
    return (first ? " " : "") + shown + (last && !lines.isEmpty ? " " : "")
  }

  /// A blank line ends an HTML block, except a script and the like.
  mutating func deleteBlankLines(of block: Block) {
    let lines = block.text.utf8.split(separator: .newline, omittingEmptySubsequences: false)
    for (number, text) in lines.dropLast().enumerated() where text.allSatisfy(\.isWhitespace) {
      let line = block.lines.lowerBound + number
      edits.delete(file.start(ofLine: line)..<file.start(ofLine: line + 1))
    }
  }

  /// Writes braces as entities in text between live tags, where Docusaurus would take them for its marker
  /// or an id.
  private mutating func nameBraces(in range: Range<Int>) {
    for offset in range where file.bytes[offset] == .leftBrace {
      if file.bytes.has("{#", at: offset) || TruncateMarker.end(at: offset, in: file.bytes) != nil {
        edits.replace(offset..<offset + 1, with: "&#123;")
      }
    }
    // A line between them must not open or close a box either.
    let lines = file.location(ofOffset: range.lowerBound).line...file.lineCount
    for line in lines.prefix(while: { file.start(ofLine: $0) < range.upperBound }) {
      let text = file.bytes[file.offsets(ofLine: line)].drop {
        $0.isSpaceOrTab || $0 == .greaterThan
      }
      if file.bytes.has(":::", at: text.startIndex) {
        edits.replace(text.startIndex..<text.startIndex + 1, with: "&#58;")
      }
    }
  }

  /// Writes the `<` between tags as an entity: browsers and Docusaurus take more for a tag than Markdown
  /// does. The same goes for `&`, which begins an entity even without a semicolon at its end.
  private mutating func nameAngles(in range: Range<Int>, but tags: [Range<Int>]) {
    var next = range.lowerBound
    for tag in tags + [range.upperBound..<range.upperBound] {
      for offset in next..<max(next, tag.lowerBound) where file.bytes[offset] == .lessThan {
        edits.replace(offset..<offset + 1, with: "&lt;")
      }
      for offset in next..<max(next, tag.lowerBound)
      where file.bytes[offset] == UInt8(ascii: "&") && file.bytes.entity(at: offset) == nil {
        edits.replace(offset..<offset + 1, with: "&amp;")
      }
      next = tag.upperBound
    }
  }

  /// Backslash escapes do not work inside an HTML block, but entities do.
  private func escapedMarkup(_ range: Range<Int>) -> String {
    let text = file.bytes[range.dropFirst()]
    let lines = text.split(separator: .newline, omittingEmptySubsequences: false)
    let isFull = lines.indices.map { index in
      index == 0 || index == lines.count - 1 || !lines[index].allSatisfy(\.isWhitespace)
    }
    let kept = zip(lines, isFull).filter(\.1).map { String(decoding: $0.0, as: UTF8.self) }
    return "&lt;" + kept.joined(separator: "\n")
  }
}
