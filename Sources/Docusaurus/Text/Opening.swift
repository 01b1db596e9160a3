internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Vocabulary

/// The first text of a review: what list pages would show of it.
struct Opening {
  /// The first block that has text; empty when there is none.
  private let words: [Substring]
  private let isSummary: Bool
  private let isSentence: Bool

  /// The text between two offsets, at the starts of lines.
  init(of page: Rewriting, from start: Int, to end: Int, summaryLine: Int?) {
    let titleLine = page.title?.line
    var heading: Int?
    var found: Block?
    for block in page.blocks where block.lines.lowerBound <= page.file.lineCount {
      let offset = page.file.start(ofLine: block.lines.lowerBound)
      guard offset >= start, offset < end, block.lines.lowerBound != titleLine else { continue }
      if case .heading = block.kind {
        heading = block.lines.lowerBound
        continue
      }
      if block.text.utf8.allSatisfy(\.isWhitespace) { continue }
      found = block
      break
    }
    isSummary = heading != nil && heading == summaryLine
    isSentence = found?.kind == .paragraph && Self.isSentence(found?.text ?? "")
    words = (found?.text ?? "").foldedWords.split(separator: " ")
  }

  /// Whether a reader learns from it what the post is about: it is the summary, a sentence, or begins as the
  /// description does.
  func says(_ description: String) -> Bool {
    if isSummary { return !words.isEmpty }
    let other = description.foldedWords.split(separator: " ").prefix(5)
    return isSentence || !other.isEmpty && words.starts(with: other)
  }

  /// Whether a text is no line of metadata, such as "Owner: ada" or "All times in UTC.".
  private static func isSentence(_ text: String) -> Bool {
    let line = text.split(separator: "\n", maxSplits: 1).first ?? ""
    let label = line.firstIndex(of: ":").map { line[..<$0].split(separator: " ").count } ?? .max
    return label > 4 && text.split(whereSeparator: \.isWhitespace).count > 7
  }
}
