internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Edits of running text for MDX.
extension Rewriting {
  mutating func editRuns() {
    for (run, tokens) in zip(runs, tokens) {
      let isWrapped = !unwrap(run, tokens)
      editLines(
        of: run, editTokens(tokens), code: tokens.compactMap(\.code), isParagraph: isWrapped)
    }
  }

  /// An HTML block that is written as a line of text because of its images becomes an element of its own
  /// again, which a paragraph cannot contain.
  ///
  /// - Returns: Whether it does.
  private mutating func unwrap(_ run: TextRun, _ tokens: [InlineToken]) -> Bool {
    let start = afterListMark(run.range.lowerBound, until: run.range.upperBound)
    guard file.bytes.has(PlainText.gap, at: start) else { return false }
    let tag = start + PlainText.gap.utf8.count
    for case .markup(let range, let token) in tokens where range.lowerBound == tag {
      guard token.isLive, !SafeHTML.inlineElements.contains(token.name) else { return false }
      edits.delete(start..<tag)
      return true
    }
    return false
  }

  /// - Returns: Where live tags and comments begin.
  private mutating func editTokens(_ tokens: [InlineToken]) -> Set<Int> {
    var elements: Set<Int> = []
    var images = RangeSet<Int>()
    var links = RangeSet<Int>()
    for token in tokens {
      switch token {
      case .link(let link) where link.isImage: images.insert(contentsOf: link.text)
      case .link(let link): links.insert(contentsOf: link.text)
      default: continue
      }
    }
    for token in tokens {
      switch token {
      // Also in the label of a footnote: a label that is not defined anywhere is text.
      case .sign(let offset), .angle(let offset): edits.insert("\\", at: offset)
      case .autolink(let range):
        let address = file.bytes.text(range.dropFirst().dropLast())
        let isAddress = !address.utf8.contains(.colon)
        let target = LinkAddress.markdown(isAddress ? "mailto:\(address)" : address)
        let text = PlainText.escaped(address, for: .linked)
        // A link cannot contain another link.
        let isInLink = links.contains(range.lowerBound)
        edits.replace(range, with: isInLink ? text : "[\(text)](\(target))")
      case .markup(let range, let tag):
        let isInImage = images.contains(range.lowerBound)
        if tag.isLive {
          edits.replace(range, with: JSXElement.tag(tag))
          elements.insert(range.lowerBound)
        } else if !isInImage, tag.kind == .comment {
          edits.replace(range, with: Self.comment)
          elements.insert(range.lowerBound)
        } else {
          edits.replace(range, with: PlainText.escapedPart(file.bytes.text(range)))
        }
      default: continue
      }
    }
    return elements
  }

  /// Edits the starts of lines. Lines that would become a block of their own, because of a tag or because
  /// MDX has no indented code, are joined with the line before.
  private mutating func editLines(
    of run: TextRun, _ elements: Set<Int>, code: [Range<Int>], isParagraph: Bool
  ) {
    let bytes = file.bytes
    var line = run.range.lowerBound
    var isWrapped = false
    while line < run.range.upperBound {
      let end = bytes[line..<run.range.upperBound].firstIndex(of: .newline) ?? run.range.upperBound
      var start = line
      while start < end, bytes[start].isSpaceOrTab || bytes[start] == .greaterThan { start += 1 }
      let isFirst = line == run.range.lowerBound
      if isFirst { start = afterListMark(start, until: end) }
      let isElement = elements.contains(start)
      if !isFirst, start < end, code.covers(start) {
        // The line ending in code counts as a space, and none of its lines may begin anything.
        edits.replace(line - 1..<start, with: " ")
        line = end + 1
        continue
      }
      if isFirst, isElement, isParagraph, blocks[run.block].kind == .paragraph {
        // Elements alone would not be a paragraph.
        edits.insert("<p>", at: start)
        edits.insert("</p>", at: bytes.trimmed(run.range).upperBound)
        isWrapped = true
      } else if !isFirst, start < end, isWrapped || isElement || isIndentedMark(start, from: line) {
        join(line, with: start)
      } else if start == file.start(ofLine: file.location(ofOffset: start).line),
        bytes.has("import ", at: start) || bytes.has("export ", at: start)
      {
        edits.replace(start..<start + 1, with: "&#\(bytes[start]);")
      }
      line = end + 1
    }
  }

  /// What may begin a block once it is indented by at most three spaces.
  private func isIndentedMark(_ start: Int, from line: Int) -> Bool {
    let blanks = file.bytes[line..<start].reversed().prefix { $0.isSpaceOrTab }
    guard blanks.count > 3 || blanks.contains(.tab) else { return false }
    let byte = file.bytes[start]
    return byte.isDigit || byte.isPunctuation
  }
}
