import Bytes
import CommonMark
import Diagnostics

@testable import Docusaurus

extension Acceptance {
  /// Rows 10 and 11: one marker at the top level, and nothing before it that needs the page.
  static func excerpt(of page: AcceptancePage) -> [Diagnostic] {
    guard page.isPost else { return [] }
    let bytes = page.file.bytes
    let markers = bytes.indices.filter { TruncateMarker.end(at: $0, in: bytes) != nil }
    var found: [Diagnostic] = []
    let first = markers.first.map { page.file.location(ofOffset: $0).line }
    let isOwn = page.text.blocks.contains {
      $0.kind == .html && $0.depth == 0 && $0.lines.lowerBound == first
    }
    if !isOwn { found.append(page.finding(10, "no marker stands alone at the top level")) }
    let written = page.written
    let marker = written.indices.first { TruncateMarker.end(at: $0, in: written) != nil }
    if let marker, written.has("{", at: marker) != page.isMDX {
      found.append(page.finding(10, "the marker is not one of the page's format"))
    }
    let edited = page.text.editedMarkup
    for marker in markers.dropFirst() where edited.covers(marker) {
      found.append(page.finding(10, "a second marker stands in the text", at: marker))
    }
    for (run, token) in page.tokens where run.range.lowerBound < page.excerptEnd {
      switch token {
      case .footnote(let range):
        found.append(page.finding(11, "a footnote stands before the marker", at: range.lowerBound))
      case .link(let link) where link.destination.hasPrefix("#"):
        found.append(
          page.finding(
            11, "a link to the same page stands before the marker", at: link.range.lowerBound))
      default: continue
      }
    }
    return found
  }

  /// Rows 12, 13, 14 and 18: no tag, directive or emoji that is not meant, and plain titles.
  static func text(of page: AcceptancePage) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (run, tokens) in zip(page.text.runs, page.text.tokens) {
      for case .markup(let range, let tag) in tokens where tag.isTag && !tag.isLive {
        found.append(page.finding(12, "a tag would be swallowed", at: range.lowerBound))
      }
      for token in tokens {
        switch token {
        case .angle(let offset) where !page.isMDX || !page.file.bytes.has("</>", at: offset):
          found.append(page.finding(12, "a '<' may begin a tag", at: offset))
        case .directive(let offset):
          found.append(page.finding(13, "a directive would be swallowed", at: offset))
        case .emoji(let offset):
          found.append(page.finding(14, "an emoji would take the place of text", at: offset))
        default: continue
        }
      }
      found += lineStarts(of: run, in: page)
    }
    let fences = BoxFences(in: page.text)
    for (number, range) in fences.openings {
      let bytes = page.file.bytes
      guard let line = FenceLine(bytes[range]), !line.title.isEmpty else { continue }
      if bytes[range].contains(.leftBracket) == false || !page.text.isPlain(title: line.title) {
        found.append(page.finding(18, "the title of a box has markup", at: range.lowerBound))
      }
      if let colons = fences.colons[number], line.colons < colons {
        found.append(
          page.finding(18, "a box has too few colons for what is in it", at: range.lowerBound))
      }
    }
    return found
  }

  private static func lineStarts(of run: TextRun, in page: AcceptancePage) -> [Diagnostic] {
    let bytes = page.file.bytes
    var found: [Diagnostic] = []
    var line = run.range.lowerBound
    while line < run.range.upperBound {
      let end = bytes[line..<run.range.upperBound].firstIndex(of: .newline) ?? run.range.upperBound
      var start = line
      while start < end, bytes[start].isSpaceOrTab || bytes[start] == .greaterThan { start += 1 }
      let colons = bytes[start..<end].prefix { $0 == .colon }.count
      if colons >= 2, start + colons < end, bytes[start + colons].isLetter {
        found.append(page.finding(13, "a line begins with a directive", at: start))
      }
      line = end + 1
    }
    return found
  }

  /// Rows 16 and 17: code is fenced or indented as every parser sees it, and nothing of it is
  /// rewritten before it is parsed.
  static func code(of page: AcceptancePage) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for block in page.text.blocks {
      guard case .code(let language) = block.kind,
        let fence = CodeFence(of: block, in: page.text)
      else { continue }
      if language == "mdx-code-block" {
        found.append(page.finding(16, "a fence would be taken away", at: fence.mark))
      }
      for line in fence.lines {
        let offsets = page.file.offsets(ofLine: line)
        if page.text.hasHeadingID(line: line) || FenceTitle.isTitled(page.file.bytes, offsets) {
          found.append(
            page.finding(17, "a line of code would be rewritten", at: offsets.lowerBound))
        }
      }
    }
    var text = page.text
    if !text.takeClosing().isEmpty {
      found.append(page.finding(16, "a fence or a box is open at the end"))
    }
    return found
  }
}

extension Rewriting {
  /// Whether a title shows as it is written, except for escapes and character references.
  func isPlain(title: String) -> Bool {
    let bytes = Array(title.utf8)
    var next = 0
    while next < bytes.count {
      if bytes[next] == .backslash, next + 1 < bytes.count, bytes[next + 1].isPunctuation {
        next += 2
      } else if [UInt8(ascii: "*"), .underscore, .backtick, .leftBracket, .rightBracket, .lessThan]
        .contains(bytes[next])
      {
        return false
      } else {
        next += 1
      }
    }
    return true
  }
}
