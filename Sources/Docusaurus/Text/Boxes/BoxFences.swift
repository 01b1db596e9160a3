internal import Bytes
internal import CommonMark
internal import Diagnostics

/// The lines that open and close the boxes of a document, and the number of colons that each needs.
///
/// A line of colons closes the outermost box that has no more colons than the line; for Docusaurus, this is
/// so even in code. So a box needs more colons than any box and any such line of code inside it.
struct BoxFences {
  /// The bytes of the opening fence, by the number of the block; alerts have none.
  private(set) var openings: [Int: Range<Int>] = [:]
  /// The number of colons in the closing line.
  private(set) var closings: [Int: Range<Int>] = [:]
  private(set) var colons: [Int: Int] = [:]

  init(in page: Rewriting) {
    var boxes: [Int] = []
    for (number, block) in page.blocks.enumerated() {
      guard case .quote(.some) = block.kind else { continue }
      boxes.append(number)
      openings[number] = Self.opening(of: block, in: page)
    }
    guard !boxes.isEmpty else { return }
    let code = Self.codeLines(in: page)
    let texts = Self.textLines(in: page)
    let codeLines = Set(code.map(\.line))
    let byLine = boxes.sorted {
      page.blocks[$0].lines.lowerBound < page.blocks[$1].lines.lowerBound
    }
    var claimed: Set<Int> = []
    // Inner boxes follow the outer ones, so this goes from the inside to the outside.
    for number in boxes.reversed() {
      let block = page.blocks[number]
      var least = 3
      if let opening = openings[number] {
        least = max(3, page.file.bytes[opening].prefix { $0 == .colon }.count)
        let last = min(block.lines.upperBound, page.file.lineCount + 1) - 1
        if !claimed.contains(last), !codeLines.contains(last),
          last > block.lines.lowerBound,
          let fence = Self.colons(ofLine: last, in: page), fence.count >= least,
          !texts.contains(last)
        {
          claimed.insert(last)
          closings[number] = fence
        }
      }
      for (_, count) in code[code.partition { $0.line >= block.lines.lowerBound }...]
        .prefix(while: { $0.line < block.lines.upperBound })
      {
        least = max(least, count + 1)
      }
      let within = byLine[
        byLine.partition { page.blocks[$0].lines.lowerBound >= block.lines.lowerBound }...
      ].prefix { page.blocks[$0].lines.lowerBound < block.lines.upperBound }
      for inner in within where inner > number && page.blocks[inner].depth > block.depth {
        least = max(least, (colons[inner] ?? 3) + 1)
      }
      colons[number] = least
    }
  }

  /// The lines of running text and of HTML blocks: none of them closes anything.
  private static func textLines(in page: Rewriting) -> Set<Int> {
    let html = page.blocks.lazy.filter { $0.kind == .html }.map(page.range)
    var lines: Set<Int> = []
    for range in page.runs.map(\.range) + html where !range.isEmpty {
      lines.formUnion(
        page.file.location(ofOffset: range.lowerBound)
          .line...page.file.location(
            ofOffset: range.upperBound - 1
          ).line)
    }
    return lines
  }

  private static func opening(of block: Block, in page: Rewriting) -> Range<Int>? {
    let line = page.file.offsets(ofLine: block.lines.lowerBound)
    let start = page.afterListMark(line.lowerBound, until: line.upperBound)
    guard page.file.bytes.has(":::", at: start) else { return nil }
    return page.file.bytes.trimmed(start..<line.upperBound)
  }

  /// The lines of code that begin with at least three colons, with the number of colons, in order.
  private static func codeLines(in page: Rewriting) -> [(line: Int, count: Int)] {
    page.blocks.flatMap { block -> [(line: Int, count: Int)] in
      guard case .code = block.kind else { return [] }
      return block.lines.clamped(to: 1..<page.file.lineCount + 1).compactMap { line in
        colons(ofLine: line, in: page).map { (line, $0.count) }
      }
    }.sorted { $0.line < $1.line }
  }

  /// The number of colons in a line that contains nothing else.
  private static func colons(ofLine line: Int, in page: Rewriting) -> Range<Int>? {
    let offsets = page.file.offsets(ofLine: line)
    guard
      let start = page.file.bytes[offsets].firstIndex(where: {
        !$0.isSpaceOrTab && $0 != .greaterThan
      })
    else { return nil }
    let text = page.file.bytes.trimmed(start..<offsets.upperBound)
    guard text.count >= 3, page.file.bytes[text].allSatisfy({ $0 == .colon }) else { return nil }
    return text
  }
}
