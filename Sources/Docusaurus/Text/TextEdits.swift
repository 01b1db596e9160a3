internal import CommonMark
internal import Diagnostics

/// Changes inside running text.
extension Rewriting {
  /// Escapes what Docusaurus would not show as the archive does, and puts links where they lead.
  /// List pages cut the post off at `excerptEnd`.
  mutating func editText(excerptEnd: Int, links: (LinkUse) -> LinkChange) {
    for definition in definitions.all { edits.delete(definition.range) }
    for (run, tokens) in zip(runs, tokens) {
      let isInExcerpt = run.range.lowerBound < excerptEnd
      editMarkup(of: run, tokens, isInExcerpt: isInExcerpt, links: links)
      for token in tokens {
        switch token {
        case .angle(let offset), .directive(let offset): edits.insert("\\", at: offset)
        case .emoji(let offset): edits.insert("&#8288;", at: offset)
        case .link(let link): edit(link, isInExcerpt: isInExcerpt, links: links)
        case .autolink(let range): edit(autolink: range)
        case .bareLink(let range): edit(bareLink: range)
        case .bracket(let offset): edits.insert("\\", at: offset)
        case .markup, .footnote: continue
        }
      }
      escapeLineStarts(of: run)
    }
  }

  private mutating func edit(
    _ link: InlineLink, isInExcerpt: Bool, links: (LinkUse) -> LinkChange
  ) {
    let use = LinkUse(
      destination: link.destination, isImage: link.isImage, isInExcerpt: isInExcerpt)
    let change = link.destination.isEmpty ? .unlink : links(use)
    let afterText = link.text.upperBound..<link.range.upperBound
    switch change {
    case .unlink:
      edits.delete(link.range.lowerBound..<link.text.lowerBound)
      edits.delete(afterText)
    case .keep:
      guard link.destinationRange == nil else { return }
      edits.replace(afterText, with: inlineEnd(LinkAddress.markdown(link.destination), link.title))
    case .replace(let address):
      if let range = link.destinationRange {
        edits.replace(range, with: LinkAddress.markdown(address))
      } else {
        edits.replace(afterText, with: inlineEnd(LinkAddress.markdown(address), link.title))
      }
      if link.isImage, address.hasPrefix("./") { editAlternative(of: link) }
    }
  }

  private func inlineEnd(_ address: String, _ title: Range<Int>?) -> String {
    let written = title.map { " " + PlainText.onOneLine(file.bytes.text($0)) } ?? ""
    return "](\(address)\(written))"
  }

  /// Docusaurus escapes the alternative text of its own images twice, so it gets other quotes.
  private mutating func editAlternative(of image: InlineLink) {
    for range in [image.text, image.title.map { $0.dropFirst().dropLast() } ?? 0..<0] {
      let text = file.bytes.decoded(range)
      let typographic = Alternative.typographic(text)
      if typographic != text { edits.replace(range, with: PlainText.escaped(typographic)) }
    }
  }

  private mutating func edit(autolink range: Range<Int>) {
    let inner = range.dropFirst().dropLast()
    let address = file.bytes.text(inner)
    let isAddress = !address.utf8.contains(.colon)
    if isAddress || LinkAddress.isParsable(address) {
      guard containsEmoji(inner) else { return }
      let target = isAddress ? "mailto:\(address)" : address
      edits.replace(range, with: "[\(PlainText.escaped(address))](\(LinkAddress.markdown(target)))")
    } else {
      edits.replace(range, with: PlainText.escaped(address))
    }
  }

  private mutating func edit(bareLink range: Range<Int>) {
    var end = range.upperBound
    while end > range.lowerBound, Self.trailing.contains(file.bytes[end - 1]) { end -= 1 }
    let written = file.bytes.text(range.lowerBound..<end)
    let address =
      written.utf8.first.map { $0 | 0x20 } == UInt8(ascii: "w") ? "http://\(written)" : written
    if !LinkAddress.isParsable(address) {
      edits.replace(range.lowerBound..<end, with: PlainText.escaped(written))
    } else if containsEmoji(range.lowerBound..<end) {
      let target = LinkAddress.markdown(address)
      edits.replace(range.lowerBound..<end, with: "[\(PlainText.escaped(written))](\(target))")
    }
  }

  private static let trailing = Set("?!.,:*_~'\")".utf8)

  private func containsEmoji(_ range: Range<Int>) -> Bool {
    range.contains {
      file.bytes[$0] == .colon
        && Emoji.closing(after: $0, in: file.bytes, until: range.upperBound) != nil
    }
  }

  /// A line that begins with `::name` would be a directive, and lose its text.
  private mutating func escapeLineStarts(of run: TextRun) {
    let bytes = file.bytes
    var line = run.range.lowerBound
    while line < run.range.upperBound {
      var start = line
      while start < run.range.upperBound, bytes[start].isBlank || bytes[start] == .greaterThan {
        start += 1
      }
      if line == run.range.lowerBound { start = afterListMark(start, until: run.range.upperBound) }
      var name = start
      while name < run.range.upperBound, bytes[name] == .colon { name += 1 }
      if name - start >= 2, name < run.range.upperBound, bytes[name].isLetter {
        edits.insert("\\", at: start)
      }
      guard let end = bytes[line..<run.range.upperBound].firstIndex(of: .newline) else { return }
      line = end + 1
    }
  }

  /// Where the text of an item's first line begins, after one or more list marks and a box.
  func afterListMark(_ start: Int, until end: Int) -> Int {
    let bytes = file.bytes
    var next = start
    while next < end, bytes[next].isBlank || bytes[next] == .greaterThan { next += 1 }
    while next < end {
      var mark = next
      while mark < end, bytes[mark].isDigit { mark += 1 }
      let isMark =
        mark < end
        && (mark > next
          ? bytes[mark] == UInt8(ascii: ".") || bytes[mark] == .rightParenthesis
          : [.hyphen, .plus, UInt8(ascii: "*")].contains(bytes[mark]))
      guard isMark, mark + 1 < end, bytes[mark + 1].isBlank else { return next }
      next = mark + 1
      while next < end, bytes[next].isBlank || bytes[next] == .greaterThan { next += 1 }
    }
    return next
  }
}
