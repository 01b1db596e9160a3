internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Edits of raw HTML: what is harmless stays, everything else is shown as text.
extension Rewriting {
  /// Edits tags in running text.
  mutating func editMarkup(
    of run: TextRun, _ tokens: [InlineToken], isInExcerpt: Bool, links: (LinkUse) -> LinkChange
  ) {
    for token in tokens {
      guard case .markup(let range, let tag) = token else { continue }
      if tag.kind == .comment {
        edit(comment: range, in: run)
        continue
      }
      let shown = replacement(for: tag, isInExcerpt: isInExcerpt, links: links)
      // When a tag is shown as text, all of it is escaped: its quoted values may be Markdown too.
      edits.replace(range, with: shown ?? PlainText.escapedPart(file.bytes.text(range)))
    }
  }

  /// Docusaurus looks for an id in the comment at the end of a heading, cuts the post off at its marker
  /// wherever that is, and turns each comment into a JavaScript comment, which can be ended early.
  private mutating func edit(comment range: Range<Int>, in run: TextRun) {
    let isBetween =
      range.lowerBound > run.range.lowerBound && range.upperBound < run.range.upperBound
      && !file.bytes[range.lowerBound - 1].isWhitespace
      && !file.bytes[range.upperBound].isWhitespace
    if run.isHeading {
      edits.replace(range, with: isBetween ? PlainText.gap : "")
    } else if !isHarmless(comment: range) {
      edits.replace(range, with: PlainText.comment)
    }
    // The texts on both sides are joined before Docusaurus looks for addresses and emoji.
    if isBetween, !run.isHeading { edits.insert(PlainText.gap, at: range.upperBound) }
  }

  /// Docusaurus' reader of comments also passes over the end of one that says nothing, or that begins or ends
  /// with a hyphen.
  private func isHarmless(comment range: Range<Int>) -> Bool {
    let text = file.bytes[range].dropFirst(4).dropLast(3)
    guard let first = text.first, first != .hyphen, first != .greaterThan, text.last != .hyphen
    else { return false }
    return !range.contains {
      file.bytes.has("*/", at: $0) || TruncateMarker.end(at: $0, in: file.bytes) != nil
    }
  }

  /// A tag in the form that the page may have; `nil` when it is to be shown as text.
  private func replacement(
    for tag: HTMLToken, isInExcerpt: Bool, links: (LinkUse) -> LinkChange
  ) -> String? {
    guard tag.isLive else { return nil }
    if tag.name == "img" { return image(tag, isInExcerpt, links) }
    return LiveMarkup.safe(tag) { address in
      let use = LinkUse(destination: address, isImage: false, isInExcerpt: isInExcerpt)
      return switch links(use) {
      case .keep: address
      case .replace(let new) where !new.hasPrefix("./"): new
      case .replace, .unlink: nil
      }
    }
  }

  /// An image written as HTML, turned into Markdown, because only then does Docusaurus find the file.
  private func image(
    _ tag: HTMLToken, _ isInExcerpt: Bool, _ links: (LinkUse) -> LinkChange
  ) -> String? {
    let written = tag.alternative
    guard let source = tag.address?.text else {
      return PlainText.gap + PlainText.escaped(written)
    }
    let alternative = PlainText.escaped(Alternative.typographic(written), for: .alternative)
    switch links(LinkUse(destination: source, isImage: true, isInExcerpt: isInExcerpt)) {
    case .keep: return "![\(alternative)](\(LinkAddress.markdown(source)))"
    case .replace(let address): return "![\(alternative)](\(LinkAddress.markdown(address)))"
    case .unlink: return PlainText.gap + PlainText.escaped(written)
    }
  }

  /// Edits HTML blocks. A block that begins with a tag allowed on the page stays a block; any other block
  /// becomes a paragraph that shows its source.
  ///
  /// Comments that are markers are removed, except the one on the line that starts at `marker`.
  mutating func editMarkupBlocks(
    excerptEnd: Int, marker: Int? = nil, links: (LinkUse) -> LinkChange
  ) {
    for (block, pieces) in markupBlocks {
      let range = range(of: block)
      let isInExcerpt = range.lowerBound < excerptEnd
      let shown = pieces.map { piece -> (piece: MarkupPiece, text: String?) in
        if piece.token.kind == .comment { return (piece, "") }
        let text = replacement(for: piece.token, isInExcerpt: isInExcerpt, links: links)
        let closings = piece.token.impliedClosings.map { "</\($0)>" }.joined()
        if closings.isEmpty { return (piece, text) }
        return (piece, closings + (text ?? PlainText.named(file.bytes.text(piece.range))))
      }
      // An image has to be Markdown, which would be text in an HTML block.
      let hasImage = shown.contains { $0.piece.token.name == "img" && $0.text != nil }
      if pieces.count == 1, shown[0].text == "", pieces[0].range == file.bytes.trimmed(range) {
        let isKept = file.start(ofLine: block.lines.lowerBound) == marker
        if !isKept, !isHarmless(comment: pieces[0].range) {
          edits.replace(pieces[0].range, with: PlainText.comment)
        }
      } else if let first = shown.first, first.text != nil, startsBlock(first.piece, of: range) {
        if hasImage { showOnOneLine(block, range, shown) } else { keepBlock(range, shown) }
      } else if hasTagsOnly(live: shown) {
        // With an added tag before the text at its start, it is an HTML block too.
        edits.insert("<p>", at: range.lowerBound)
        keepBlock(range, shown)
        deleteBlankLines(of: block)
        partFromNeighbours(range, block)
      } else {
        showAsText(
          block, range,
          live: shown.compactMap { shown in shown.text.map { (shown.piece.range, $0) } })
      }
    }
  }

  /// Whether the block begins with this piece, and may stay an HTML block because of it.
  private func startsBlock(_ piece: MarkupPiece, of block: Range<Int>) -> Bool {
    piece.range.lowerBound == file.bytes.trimmed(block).lowerBound && piece.token.isTag
      && piece.token.name != "img"
  }

  /// Turns an HTML block into a paragraph: every line is escaped, and blank lines are removed. Text on the
  /// adjacent lines would be joined with it.
  private mutating func showAsText(
    _ block: Block, _ range: Range<Int>, live: [(range: Range<Int>, text: String)]
  ) {
    let bytes = file.bytes
    let firstLine = file.start(ofLine: file.location(ofOffset: range.lowerBound).line)
    let isQuoted = bytes[firstLine..<range.lowerBound].contains(.greaterThan)
    // A tag may begin an HTML block again, in which only entities are text.
    let isNamed = live.contains { !$0.text.isEmpty }
    var lineStart = range.lowerBound
    while lineStart < range.upperBound {
      let lineEnd = bytes[lineStart..<range.upperBound].firstIndex(of: .newline) ?? range.upperBound
      var text = lineStart
      while text < lineEnd, bytes[text].isWhitespace || (bytes[text] == .greaterThan && isQuoted) {
        text += 1
      }
      let shown = escapedLine(text..<lineEnd, live: live, isNamed: isNamed)
      if shown.utf8.allSatisfy(\.isWhitespace) {
        edits.delete(lineStart..<min(lineEnd + 1, range.upperBound))
      } else {
        edits.replace(text..<lineEnd, with: shown)
      }
      lineStart = lineEnd + 1
    }
    partFromNeighbours(range, block)
  }

  mutating func partFromNeighbours(_ range: Range<Int>, _ block: Block) {
    let first = file.location(ofOffset: range.lowerBound).line
    let next = file.location(ofOffset: max(range.lowerBound, range.upperBound - 1)).line + 1
    let isFirst = block.lines.lowerBound <= first && startsContainer(block, at: range.lowerBound)
    for line in [first, next] where line <= file.lineCount && line > 1 {
      if line == first ? isFirst || file.isBlank(line: line - 1) : file.isBlank(line: line) {
        continue
      }
      insertBlankLine(before: line)
    }
  }

  /// Whether a block begins on the line of a list mark, so that nothing can be put between them.
  private func startsContainer(_ block: Block, at offset: Int) -> Bool {
    let line = file.start(ofLine: block.lines.lowerBound)
    return file.bytes[line..<max(line, offset)].contains { !$0.isSpaceOrTab && $0 != .greaterThan }
  }

  /// One line with its live tags; nothing is left of a tag that continues from the line before.
  private func escapedLine(
    _ range: Range<Int>, live: [(range: Range<Int>, text: String)], isNamed: Bool
  ) -> String {
    var output = ""
    var position = range.lowerBound
    for (piece, text) in live where piece.overlaps(range) {
      if piece.lowerBound >= position {
        output += escapedText(position..<piece.lowerBound, isNamed) + text
      }
      position = max(position, min(piece.upperBound, range.upperBound))
    }
    return output + escapedText(position..<range.upperBound, isNamed)
  }

  private func escapedText(_ range: Range<Int>, _ isNamed: Bool) -> String {
    let text = file.bytes.text(range)
    // Between live tags, an entity stays an entity.
    return isNamed ? PlainText.named(text, keepingEntities: true) : PlainText.escapedPart(text)
  }
}
