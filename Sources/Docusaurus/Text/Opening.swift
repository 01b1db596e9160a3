internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// The first text of a review: what list pages would show of it.
struct Opening {
  /// The first block that has text; empty when there is none.
  private let words: [Substring]
  private let isSummary: Bool
  private let isMetadata: Bool

  /// The text between two offsets, at the starts of lines.
  init(of page: Rewriting, from start: Int, to end: Int, summaryLine: Int?) {
    let titleLine = page.title?.line
    var heading: Int?
    var found: Int?
    for (index, block) in page.blocks.enumerated()
    where block.lines.lowerBound <= page.file.lineCount {
      let offset = page.file.start(ofLine: block.lines.lowerBound)
      guard offset >= start, offset < end, block.lines.lowerBound != titleLine else { continue }
      if case .heading = block.kind {
        heading = block.lines.lowerBound
        continue
      }
      if block.text.utf8.allSatisfy(\.isWhitespace), block.kind != .tableHeader { continue }
      found = index
      break
    }
    isSummary = heading != nil && heading == summaryLine
    isMetadata = found.map { Self.isMetadata($0, in: page.blocks) } ?? false
    words = (found.map { page.blocks[$0].text } ?? "").foldedWords.split(separator: " ")
  }

  /// Whether a reader learns from it what the post is about: it is the summary, begins as the description does, or is
  /// no metadata.
  func says(_ description: String) -> Bool {
    if isSummary { return !words.isEmpty }
    let other = description.foldedWords.split(separator: " ").prefix(5)
    return !isMetadata || !other.isEmpty && words.starts(with: other)
  }

  /// Whether a block is metadata: a table, a label such as "Owner: ada", a label at the top of a list, or "All times in
  /// UTC.".
  private static func isMetadata(_ index: Int, in blocks: [Block]) -> Bool {
    let block = blocks[index]
    let line = block.text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    switch block.kind {
    case .tableHeader, .tableRow: return true
    case .paragraph, .html, .quote: break
    case .item:
      let next = index + 1 < blocks.count ? blocks[index + 1] : block
      var holdsMore = false
      if case .item = next.kind { holdsMore = next.depth > block.depth }
      if holdsMore, line.split(separator: " ").count < 4, !line.hasSuffix(".") { return true }
    default: return false
    }
    return isLabelled(line) || line.foldedWords.hasPrefix("all times")
  }

  /// Whether a line begins with at most four words and a colon.
  private static func isLabelled(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    guard
      let colon = bytes.indices.first(where: { index in
        bytes[index] == .colon && (index + 1 == bytes.count || !bytes[index + 1].isAlphanumeric)
      })
    else { return false }
    return bytes[..<colon].split(separator: .space).count <= 4
  }
}
