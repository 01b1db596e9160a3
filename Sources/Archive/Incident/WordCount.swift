internal import Bytes
internal import Incidents
internal import Templates

/// How often each word is in some HTML, as a person sees it: a row of letters and digits outside tags, and each letter
/// beyond ASCII. The tags of links and images count as words.
struct WordCount {
  /// By the hash of the word's bytes.
  private var counts: [UInt64: Int] = [:]

  /// All words of a list of entries.
  init(of timeline: Timeline, _ markup: EntryMarkup) {
    for (entry, shown) in zip(timeline.entries, markup.shown) {
      add(entry.written)
      add(shown.text ?? HTML(text: entry.text))
      add(shown.blocks)
    }
    for note in markup.notes { add(note.html) }
  }

  mutating func add(_ markup: HTML) {
    Self.forEachWord(in: markup.bytes) { counts[$0, default: 0] += 1 }
  }

  mutating func add(_ text: String) { add(HTML(text: text)) }

  /// Whether every word of some HTML is in it, at least as often.
  func holdsAll(of markup: HTML) -> Bool {
    var left = counts
    var isWhole = true
    Self.forEachWord(in: markup.bytes) { word in
      guard isWhole else { return }
      let count = left[word] ?? 0
      if count == 0 { isWhole = false } else { left[word] = count - 1 }
    }
    return isWhole
  }

  private static func forEachWord(in bytes: [UInt8], _ body: (_ word: UInt64) -> Void) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        let end = (bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
        let tag = bytes[index..<end]
        if tag.starts(with: link) || tag.starts(with: image) { body(hash(of: tag)) }
        index = end
      } else if byte == UInt8(ascii: "&"),
        let end = bytes[index...].prefix(10).firstIndex(of: semicolon)
      {
        index = end + 1
      } else if byte.isAlphanumeric {
        let first = index
        while index < bytes.count, bytes[index].isAlphanumeric { index += 1 }
        body(hash(of: bytes[first..<index]))
      } else if byte >= 0x80 {
        let first = index
        repeat { index += 1 } while index < bytes.count && bytes[index] & 0xC0 == 0x80
        if !isMark(bytes[first..<index]) { body(hash(of: bytes[first..<index])) }
      } else {
        index += 1
      }
    }
  }

  private static func hash(of word: ArraySlice<UInt8>) -> UInt64 {
    word.reduce(start) { ($0 ^ UInt64($1)) &* prime }
  }

  /// Whether a character is punctuation or a picture: of Latin-1, of U+2000 to U+303F, of the full-width forms, or beyond
  /// U+1F000.
  private static func isMark(_ character: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(character)
    switch bytes[0] {
    case 0xC2, 0xE2: return true
    case 0xE3: return bytes.count > 1 && bytes[1] == 0x80
    case 0xEF: return bytes.count > 1 && bytes[1] >= 0xBC
    case 0xF0: return bytes.count > 1 && bytes[1] == 0x9F
    default: return false
    }
  }

  private static let link = Array("<a ".utf8)
  private static let image = Array("<img ".utf8)
  private static let semicolon = UInt8(ascii: ";")
  /// FNV-1a, 64 bit.
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
}
