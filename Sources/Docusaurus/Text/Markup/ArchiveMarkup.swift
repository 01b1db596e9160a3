internal import CommonMark

/// The raw HTML that the archive finds in the text of one block, in reading order. The archive decides,
/// once, what is a tag.
struct ArchiveMarkup: Sendable {
  private let tokens: [HTMLToken]
  private var next = 0

  init(_ tokens: [HTMLToken] = []) { self.tokens = tokens }

  /// Whether all of it was found; if not, the text was read differently from the archive.
  var isRead: Bool { next == tokens.count }

  /// The piece that begins at an offset in the file, and its range.
  mutating func piece(at offset: Int) -> (token: HTMLToken, range: Range<Int>)? {
    guard next < tokens.count, let range = tokens[next].range, range.lowerBound == offset else {
      return nil
    }
    next += 1
    return (tokens[next - 1], range)
  }
}
