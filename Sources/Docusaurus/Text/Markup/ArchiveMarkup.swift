internal import CommonMark

/// The raw HTML that the archive has in the text of one block, in reading order. What is a tag the archive
/// decides, once.
struct ArchiveMarkup: Sendable {
  private let tokens: [HTMLToken]
  private var next = 0

  init(_ tokens: [HTMLToken] = []) { self.tokens = tokens }

  /// Whether all of it was found; else the text was read otherwise than the archive does.
  var isRead: Bool { next == tokens.count }

  /// The piece that begins at an offset of the file, and its place.
  mutating func piece(at offset: Int) -> (token: HTMLToken, range: Range<Int>)? {
    guard next < tokens.count, let range = tokens[next].range, range.lowerBound == offset else {
      return nil
    }
    next += 1
    return (tokens[next - 1], range)
  }
}
