package import CommonMark

/// Short plain texts that represent a section.
enum Excerpts {
  /// The first paragraph or bullet of a section, and the following ones while they fit.
  ///
  /// `limit` counts bytes of UTF-8; a longer text is cut between words and ends in `…`.
  static func opening(of blocks: ArraySlice<Block>, limit: Int) -> String {
    var text = ""
    for block in blocks {
      switch block.kind {
      case .paragraph, .item: break
      case .heading, .code, .html, .thematicBreak, .quote, .tableHeader, .tableRow:
        guard text.isEmpty else { return text }
        continue
      }
      let line = block.text.onOneLine
      if line.isEmpty { continue }
      if text.isEmpty {
        text = cut(line, limit: limit)
      } else if text.utf8.count + line.utf8.count < limit, block.kind == .paragraph {
        text += " " + line
      } else {
        break
      }
    }
    return text
  }

  /// The first lesson of a part: its opening without what only leads to a list, as in "Here is what we learned:".
  ///
  /// Empty when there is nothing else.
  static func lesson(in lines: LineRange, of document: DocumentReading, limit: Int) -> String {
    opening(of: document.blocks(in: lines).drop { !$0.isLesson }, limit: limit)
  }

  static func cut(_ text: String, limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: limit)
    while end > text.startIndex, text.utf8[end] != 0x20 { end = text.utf8.index(before: end) }
    // A text without a space is cut at a character.
    if end == text.startIndex { return String(text.prefix(limit / 4)) + "…" }
    return text[..<end] + "…"
  }
}

extension Block {
  /// Whether it says something by itself, unlike a heading or a sentence that leads to a list.
  package var isLesson: Bool {
    switch kind {
    case .heading, .thematicBreak, .tableHeader: false
    case .paragraph:
      !text.isEmpty && !text.hasSuffix(":") && !text.hasSuffix("：")
        && !SectionContent.isPlaceholder(text)
    case .item: !text.isEmpty && !SectionContent.isPlaceholder(text)
    case .tableRow, .code, .html, .quote: true
    }
  }
}

extension String {
  /// The text with spaces in place of line breaks.
  var onOneLine: String {
    guard utf8.contains(0x0A) else { return self }
    return String(decoding: utf8.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
  }
}
