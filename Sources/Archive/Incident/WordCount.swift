internal import Bytes
internal import Templates

/// How often each word is in some HTML, as a person sees it: a row of letters and digits outside tags, and each
/// character beyond ASCII.
struct WordCount {
  /// By the hash of the word's bytes.
  private var counts: [UInt64: Int] = [:]

  init() {}

  mutating func add(_ markup: HTML) { Self.forEachWord(in: markup.bytes) { counts[$0, default: 0] += 1 } }

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
        index = (bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
      } else if byte == UInt8(ascii: "&"), let end = bytes[index...].prefix(10).firstIndex(of: semicolon) {
        index = end + 1
      } else if byte.isAlphanumeric {
        var hash = start
        while index < bytes.count, bytes[index].isAlphanumeric {
          hash = (hash ^ UInt64(bytes[index])) &* prime
          index += 1
        }
        body(hash)
      } else if byte >= 0x80 {
        var hash = start
        repeat {
          hash = (hash ^ UInt64(bytes[index])) &* prime
          index += 1
        } while index < bytes.count && bytes[index] & 0xC0 == 0x80
        body(hash)
      } else {
        index += 1
      }
    }
  }

  private static let semicolon = UInt8(ascii: ";")
  /// FNV-1a, 64 bit.
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
}
