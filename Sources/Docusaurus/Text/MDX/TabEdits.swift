internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Edits of tabs: they stay in an MDX page; in any other page each tab becomes its label followed by its
/// content.
extension Rewriting {
  mutating func editTabs(areLive: Bool) {
    for (line, (tag, lines)) in tabs.sorted(by: { $0.key < $1.key }) {
      let offsets = file.offsets(ofLine: line)
      let start = file.bytes[offsets].firstIndex { !$0.isSpaceOrTab } ?? offsets.lowerBound
      let end = file.offsets(ofLine: min(lines.upperBound - 1, file.lineCount)).upperBound
      edits.replace(start..<end, with: areLive ? tag.live : tag.shown)
      if line > 1, !file.isBlank(line: line - 1) {
        edits.insert(block: "\n", at: offsets.lowerBound)
      }
      let next = lines.upperBound
      if next <= file.lineCount, !file.isBlank(line: next), tabs[next] == nil {
        edits.insert(block: "\n", at: file.start(ofLine: next))
      }
    }
  }

  /// Stretches of an MDX page that must not be cut: tabs, and elements whose tags are blocks at the top
  /// level. Each begins after the first byte of its first line.
  var openRanges: RangeSet<Int> {
    let pieces = markupBlocks.filter { $0.block.depth == 0 }.flatMap(\.pieces)
    let tags = pieces.filter { $0.token.isLive && $0.token.kind != .void }
      .map { ($0.range.lowerBound, $0.token.kind == .closing) }
    let top = Set(blocks.filter { $0.kind == .html && $0.depth == 0 }.map(\.lines.lowerBound))
    let own = tabs.filter { top.contains($0.key) }.map {
      (file.start(ofLine: $0.key), $0.value.tag.isClosing)
    }
    var ranges = RangeSet<Int>()
    for all in [tags, own.sorted { $0.0 < $1.0 }] {
      var depth = 0
      var start = 0
      for (offset, isClosing) in all {
        if depth == 0 { start = file.start(ofLine: file.location(ofOffset: offset).line) }
        depth += isClosing ? -1 : 1
        if depth == 0 {
          ranges.insert(
            contentsOf: start + 1..<file.start(ofLine: file.location(ofOffset: offset).line + 1))
        }
      }
    }
    return ranges
  }
}

extension TabTag {
  /// The tag in the form that MDX reads: texts in double quotes.
  var live: String {
    if isClosing { return "</\(element.rawValue)>" }
    let written = attributes.map { attribute in
      attribute.value.map { " \(attribute.name)=\"\(JSXElement.attribute($0))\"" }
        ?? " \(attribute.name)"
    }
    return "<\(element.rawValue)\(written.joined())>"
  }

  /// The label of the tab that begins here, as a paragraph.
  fileprivate var shown: String {
    element == .item && !isClosing ? "**\(PlainText.escaped(label))**" : ""
  }
}
