internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Edits inside running text.
extension Rewriting {
  /// Escapes what Docusaurus would not show in the same way as the archive, and points links to their
  /// targets. List pages cut the post off at `excerptEnd`.
  mutating func editText(excerptEnd: Int, links: (LinkUse) -> LinkChange) {
    removeDefinitions()
    separateEmptyItems()
    // By number: a block is large to copy.
    for number in blocks.indices
    where blocks[number].kind == .tableRow && blocks[number].depth == 0 {
      // For Docusaurus, an indented line ends a table.
      let start = file.start(ofLine: blocks[number].lines.lowerBound)
      let blanks = file.bytes[start...].prefix { $0.isSpaceOrTab }
      if blanks.contains(.tab) || blanks.count > 3 { edits.delete(start..<blanks.endIndex) }
    }
    let titleLine = title?.line
    for (index, run) in runs.enumerated() where !(run.isHeading && run.line == titleLine) {
      let tokens = tokens[index]
      let isInExcerpt = run.range.lowerBound < excerptEnd
      if let pieces = disputed[index] {
        rewrite(run, from: pieces, isInExcerpt: isInExcerpt, links: links)
        continue
      }
      editMarkup(of: run, tokens, isInExcerpt: isInExcerpt, links: links)
      var addresses: [Int] = []
      // The colon in "[a]:b" is the sign of a definition and of a directive.
      var escaped: Set<Int> = []
      for (number, token) in tokens.enumerated() {
        switch token {
        case .angle(let offset), .directive(let offset), .bracket(let offset):
          if escaped.insert(offset).inserted { edits.insert("\\", at: offset) }
        case .emoji(let offset): edits.insert(PlainText.gap, at: offset)
        case .link(let link):
          let holdsLinks = link.holdsLinks(among: tokens[..<number])
          let isLink = edit(link, holdsLinks, in: run, isInExcerpt: isInExcerpt, links: links)
          while isLink, addresses.last.map({ $0 >= link.range.lowerBound }) == true {
            addresses.removeLast()
          }
        case .autolink(let range): edit(autolink: range, in: run)
        case .bareLink(let range, let link, let isAlike):
          edit(bareLink: range, link, isLinkedAlike: isAlike)
        case .address(let offset): addresses.append(offset)
        case .marker(let range):
          edits.replace(range.lowerBound..<range.lowerBound + 1, with: "&#123;")
        case .ticks(let range):
          edits.replace(range, with: String(repeating: "&#96;", count: range.count))
        case .control(let range, let text): edits.replace(range, with: text)
        case .markup, .footnote, .code, .sign: continue
        }
      }
      for offset in addresses { edits.insert(PlainText.gap, at: offset) }
      escapeLineStarts(of: run, code: tokens.compactMap(\.code))
    }
  }

  /// - Returns: Whether it is still a link or an image.
  private mutating func edit(
    _ link: InlineLink, _ holdsLinks: Bool, in run: TextRun, isInExcerpt: Bool,
    links: (LinkUse) -> LinkChange
  ) -> Bool {
    let use = LinkUse(
      destination: link.destination, isImage: link.isImage, isInExcerpt: isInExcerpt)
    let change = link.destination.isEmpty ? .unlink : links(use)
    let afterText = link.text.upperBound..<link.range.upperBound
    switch change {
    case .unlink:
      unlink(link, holdsLinks, in: run)
      return false
    case .keep:
      if link.destinationRange == nil {
        edits.replace(
          afterText, with: inlineEnd(LinkAddress.markdown(link.destination), link.title))
      }
    case .replace(let address):
      if let range = link.destinationRange {
        edits.replace(range, with: LinkAddress.markdown(address))
      } else {
        edits.replace(afterText, with: inlineEnd(LinkAddress.markdown(address), link.title))
      }
      if link.isImage, address.hasPrefix("./") {
        editAlternative(of: link)
        return true
      }
    }
    // Docusaurus looks for directives and emoji before it turns the alternative text into plain text, and
    // writes no space for a hard break in it.
    if link.isImage, let text = link.plainText,
      link.text.contains(where: { file.bytes[$0].isPunctuation || file.bytes[$0].isLineEnding })
    {
      edits.replace(link.text, with: PlainText.escapedPart(text, for: .alternative))
    }
    return true
  }

  private func inlineEnd(_ address: String, _ title: Range<Int>?) -> String {
    let written = title.map { " " + PlainText.onOneLine(file.bytes.unquotedText($0)) } ?? ""
    return "](\(address)\(written))"
  }

  /// Docusaurus escapes the alternative text of its own images twice, so other quotation marks are used.
  private mutating func editAlternative(of image: InlineLink) {
    let title = image.title.map { $0.dropFirst().dropLast() } ?? 0..<0
    for (range, plain) in [(image.text, image.plainText), (title, nil)] {
      let text = Alternative.typographic(plain ?? file.bytes.decoded(range))
      if text != file.bytes.text(range) {
        edits.replace(range, with: PlainText.escaped(text, for: .alternative))
      }
    }
  }

  private mutating func edit(autolink range: Range<Int>, in run: TextRun) {
    let address = file.bytes.text(range.dropFirst().dropLast())
    let isAddress = !address.utf8.contains(.colon)
    if isAddress || LinkAddress.isParsable(address) {
      guard containsEmoji(range) else { return }
      edits.replace(
        range, with: written(address, destination: isAddress ? "mailto:\(address)" : address))
    } else {
      edits.replace(
        range, with: PlainText.escaped(address))
    }
  }

  private mutating func edit(bareLink range: Range<Int>, _ link: Link, isLinkedAlike: Bool) {
    if !LinkAddress.isParsable(link.destination) {
      edits.replace(range, with: PlainText.escaped(link.text))
    } else if containsEmoji(range)
      || !isLinkedAlike
    {
      edits.replace(range, with: written(link.text, destination: link.destination))
    }
  }

  /// A link whose text is an address, in a form that means the same to every parser.
  private func written(_ text: String, destination: String) -> String {
    "[\(PlainText.escaped(text, for: .linked))](\(LinkAddress.markdown(destination)))"
  }

  private func containsEmoji(_ range: Range<Int>) -> Bool {
    range.contains {
      file.bytes[$0] == .colon
        && Emoji.closing(after: $0, in: file.bytes, until: range.upperBound) != nil
    }
  }

  /// In the archive, a line of colons that closes nothing is a paragraph of its own if there is nothing
  /// else in its paragraph.
  private mutating func partFromLines(around run: TextRun) {
    guard blocks[run.block].cells.isEmpty,
      file.bytes[run.range].allSatisfy({ $0 == .colon || $0.isWhitespace || $0 == .greaterThan })
    else { return }
    let last = file.location(ofOffset: max(run.range.lowerBound, run.range.upperBound - 1)).line
    for line in [run.line, last + 1] where line <= file.lineCount && line > 1 {
      guard !file.isBlank(line: line), !file.isBlank(line: line - 1) else { continue }
      insertBlankLine(before: line)
    }
  }

  /// Whether a line of text would turn the line above into a table, once an escape there removes a pipe.
  private func isDelimiterRow(from start: Int, until end: Int) -> Bool {
    let line = file.bytes[start..<end].prefix { $0 != .newline }
    return line.contains(.pipe) && line.contains(.hyphen)
      && line.allSatisfy { $0.isWhitespace || [.pipe, .hyphen, .colon].contains($0) }
  }

  /// A line that begins with `::name` would become a directive and lose its text.
  private mutating func escapeLineStarts(of run: TextRun, code: [Range<Int>]) {
    let bytes = file.bytes
    var hasColons = false
    defer { if hasColons { partFromLines(around: run) } }
    var line = run.range.lowerBound
    while line < run.range.upperBound {
      var start = line
      while start < run.range.upperBound, bytes[start].isSpaceOrTab || bytes[start] == .greaterThan
      {
        start += 1
      }
      if line == run.range.lowerBound { start = afterListMark(start, until: run.range.upperBound) }
      var name = start
      while name < run.range.upperBound, bytes[name] == .colon { name += 1 }
      let isLeaf = name - start == 2 && name < run.range.upperBound && bytes[name].isLetter
      if isLeaf || name - start >= 3 {
        if line > run.range.lowerBound, code.covers(start) {
          // The line ending in code counts as a space.
          edits.replace(line - 1..<start, with: " ")
        } else {
          edits.insert("\\", at: start)
          hasColons = true
        }
      }
      if line > run.range.lowerBound, isDelimiterRow(from: start, until: run.range.upperBound),
        !code.covers(start)
      {
        edits.insert("\\", at: start)
      }
      if !run.isHeading, hasHeadingID(line: file.location(ofOffset: line).line) {
        edits.insert(" ", at: line)
      }
      guard let end = bytes[line..<run.range.upperBound].firstIndex(of: .newline) else { return }
      line = end + 1
    }
  }

  /// Where the text of an item's first line begins, after one or more list marks and a box.
  func afterListMark(_ start: Int, until end: Int) -> Int {
    let bytes = file.bytes
    var next = start
    while next < end, bytes[next].isSpaceOrTab || bytes[next] == .greaterThan { next += 1 }
    while next < end {
      var mark = next
      while mark < end, bytes[mark].isDigit { mark += 1 }
      let isMark =
        mark < end
        && (mark > next
          ? bytes[mark] == UInt8(ascii: ".") || bytes[mark] == .rightParenthesis
          : [.hyphen, .plus, UInt8(ascii: "*")].contains(bytes[mark]))
      guard isMark, mark + 1 < end, bytes[mark + 1].isSpaceOrTab else { return next }
      next = mark + 1
      while next < end, bytes[next].isSpaceOrTab || bytes[next] == .greaterThan { next += 1 }
    }
    return next
  }
}
