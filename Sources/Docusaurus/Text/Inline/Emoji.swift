internal import Bytes

/// The shortcodes that Docusaurus turns into emoji: in `root:x:0`, the `:x:` would become a cross.
enum Emoji {
  /// The end of what looks like a shortcode after the colon at `colon`: the offset before which an
  /// element keeps it text, or `nil`. A backslash before the closing colon does not stop Docusaurus.
  static func closing(after colon: Int, in bytes: [UInt8], until end: Int) -> Int? {
    var next = colon + 1
    if next < end, bytes[next] == .plus { next += 1 }
    var name: [UInt8] = []
    while next < end {
      // An escaped underscore is part of the name.
      let isEscaped = bytes[next] == .backslash && next + 1 < end && bytes[next + 1].isPunctuation
      let part = isEscaped ? next + 1 : next
      guard bytes[part].isNamePart else { break }
      name.append(bytes[part])
      next = part + 1
    }
    guard !name.isEmpty, next < end else { return nil }
    let isClosed =
      bytes[next] == .colon
      || (bytes[next] == .backslash && next + 1 < end && bytes[next + 1] == .colon)
    return isClosed && isName(name[...]) ? next : nil
  }

  /// Whether a word may be the name of an emoji. All names that node-emoji 2 knows are in lower case, and
  /// those that begin with a digit are listed, so that a time like `10:02:33` does not change.
  private static func isName(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    if first.isDigit { return digitNames.contains(String(decoding: word, as: UTF8.self)) }
    if first == .hyphen { return word.elementsEqual("-1".utf8) }
    return word.allSatisfy { !$0.isUppercase }
  }

  private static let digitNames: Set<String> = [
    "1", "100", "1234", "8ball", "1st_place_medal", "2nd_place_medal", "3rd_place_medal",
  ]
}
