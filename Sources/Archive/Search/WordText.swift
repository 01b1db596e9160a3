internal import Bytes

/// Texts in which a search finds whole words, whatever their case.
struct WordText {
  private let bytes: [UInt8]

  init(_ texts: [String]) {
    bytes = Self.folded(texts.joined(separator: "\n"))
  }

  /// Whether some words are in one of the texts, one after another and as whole words: then they are found there
  /// just as well. A letter beyond ASCII beside them counts as part of the word.
  func has(_ words: String) -> Bool {
    let sought = Self.folded(words)
    var start = 0
    while let place = bytes.offset(of: sought, in: start..<bytes.count) {
      let end = place + sought.count
      if !isLetter(at: place - 1), !isLetter(at: end) { return true }
      start = place + 1
    }
    return false
  }

  private func isLetter(at place: Int) -> Bool {
    bytes.indices.contains(place) && (bytes[place].isAlphanumeric || bytes[place] >= 0x80)
  }

  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
