internal import Bytes

/// Sentences of running text.
enum Sentence {
  /// The sentence in which some words first occur; the whole text when they are not in it.
  ///
  /// A sentence ends in `.`, `!` or `?` before white space, unless a lower-case letter follows, as after
  /// "e.g." and after a question that is a name.
  static func around(_ words: String, in text: String) -> String {
    let bytes = Array(text.utf8)
    let words = Array(words.utf8)
    guard let first = bytes.offset(of: words, in: bytes.indices) else { return text }
    let start = (0..<first).last { isEnd($0, in: bytes) }.map { $0 + 1 } ?? 0
    let last = first + words.count - 1
    let end = (last..<bytes.count).first { isEnd($0, in: bytes) }.map { $0 + 1 } ?? bytes.count
    return String(decoding: bytes[start..<end].drop(while: \.isWhitespace), as: UTF8.self)
  }

  private static func isEnd(_ index: Int, in bytes: [UInt8]) -> Bool {
    guard ".!?".utf8.contains(bytes[index]), index + 1 < bytes.count, bytes[index + 1].isWhitespace
    else { return false }
    let next = bytes[(index + 1)...].first { !$0.isWhitespace }
    return next.map { !$0.isLowercase } ?? true
  }
}
