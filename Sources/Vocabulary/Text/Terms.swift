internal import Bytes

/// The words of a text by which it can be told from others, for relating reviews and for searching them.
///
/// A word is in lower case. `us-east-1`, `max_connections` and `s3` are one word each, `auto-scaling` is two; numbers, long
/// ids and words of one or two letters are none. Chinese and Japanese have no spaces: Katakana side by side are a word, so are
/// up to four Chinese characters, and of more of them each pair; Hiragana are none, because most of them are grammar.
package enum Terms {
  /// Longer runs of characters are ids or data.
  private static let longest = 32

  /// Calls `body` with each word in reading order, and whether it is a name: spelt as names are, such as `Consul` within a
  /// sentence, `ETag` and `db_pool`.
  package static func each(
    in text: [UInt8], _ body: (_ word: ArraySlice<UInt8>, _ isName: Bool) -> Void
  ) {
    var scanner = TermScanner(text)
    while let run = scanner.next() { words(of: run, scanner.bytes, body) }
  }

  /// A number that words have in common when they differ in the plural at most.
  package static func key(of word: ArraySlice<UInt8>) -> UInt64 {
    StableHash(word.prefix(stem(of: word))).value
  }

  /// The length of a word without the "s" of its plural.
  private static func stem(of word: ArraySlice<UInt8>) -> Int {
    let count = word.count
    guard count > 3, word.last == UInt8(ascii: "s") else { return count }
    switch word[word.endIndex - 2] {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return count
    case 0x30...0x39: return count
    default: return count - 1
    }
  }

  private static func words(
    of run: TermScanner.Run, _ bytes: [UInt8],
    _ body: (_ word: ArraySlice<UInt8>, _ isName: Bool) -> Void
  ) {
    switch run.script {
    case .katakana:
      if bytes.count > 3 { body(bytes[...], false) }
      return
    case .chinese:
      for word in words(ofChinese: bytes) { body(word, false) }
      return
    case .hiragana: return
    case .alphabet: break
    }
    guard run.isCompound else {
      if isWord(bytes[...]) { body(bytes[...], run.isName) }
      return
    }
    let parts = bytes.split(separator: UInt8(ascii: "-"))
    let digits = bytes.count(where: \.isDigit)
    let isName = run.isName || digits > 0 || bytes.contains(UInt8(ascii: "_"))
    let isWhole = parts.count == 1 || parts.count > 2 || digits > 0
    guard isWhole, bytes.first?.isDigit == false else {
      for part in parts where isWord(part) { body(part, isName) }
      return
    }
    if isWord(bytes[...]) { body(bytes[...], isName) }
  }

  private static func isWord(_ word: ArraySlice<UInt8>) -> Bool {
    guard (2...longest).contains(word.count), let first = word.first, !first.isDigit else {
      return false
    }
    let digits = word.count(where: \.isDigit)
    if word.count == 2 { return digits == 1 || first >= 0x80 }
    if word.count > 4, digits * 2 > word.count { return word.starts(with: "cve-".utf8) }
    let isHexadecimal = digits > 1 && word.count > 6 && word.allSatisfy(\.isHexDigit)
    return !isHexadecimal
  }

  /// Up to four characters as they are, and each pair of more.
  private static func words(ofChinese bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let starts = bytes.indices.filter { !bytes[$0].isContinuation } + [bytes.count]
    switch starts.count - 1 {
    case ..<2: return []
    case 2...4: return [bytes[...]]
    default: return (2..<starts.count).map { bytes[starts[$0 - 2]..<starts[$0]] }
    }
  }
}

/// Cuts a text into runs of characters that belong together.
private struct TermScanner {
  struct Run {
    var isName = false
    /// Whether it has a digit, a hyphen or an underscore.
    var isCompound = false
    var script = Script.alphabet
  }

  enum Script {
    /// Of this and Korean the words have spaces between them.
    case alphabet
    case hiragana
    case katakana
    case chinese
  }

  private let text: [UInt8]
  private var place = 0
  /// The last run, in lower case.
  private(set) var bytes: [UInt8] = []
  /// Whether the next word begins a sentence, where a capital says nothing.
  private var isAtStart = true

  init(_ text: [UInt8]) { self.text = text }

  mutating func next() -> Run? {
    while let run = readRun() {
      // An address is no word, and there may be any number of them in a row.
      if !skipsAddress() { return run }
    }
    return nil
  }

  private mutating func readRun() -> Run? {
    var run = Run()
    bytes.removeAll(keepingCapacity: true)
    var capitals = 0
    var letters = 0
    var beginsWithCapital = false
    loop: while place < text.count {
      let byte = text[place]
      if run.script != .alphabet, byte < 0x80 { break loop }
      switch byte {
      case 0x61...0x7A:
        bytes.append(byte)
        letters += 1
      case 0x41...0x5A:
        if bytes.isEmpty { beginsWithCapital = true }
        bytes.append(byte | 0x20)
        capitals += 1
        letters += 1
      case 0x30...0x39, UInt8(ascii: "_"):
        bytes.append(byte)
        run.isCompound = true
      case UInt8(ascii: "-") where !bytes.isEmpty && isWordPart(at: place + 1):
        bytes.append(byte)
        run.isCompound = true
      case UInt8(ascii: "'") where !bytes.isEmpty && isWordPart(at: place + 1):
        // "don't" is "dont", and "Consul's" is "consul".
        if text[place + 1] | 0x20 == UInt8(ascii: "s"), !isWordPart(at: place + 2) { place += 1 }
      case 0x80...:
        let scalar = text.scalar(at: place) ?? "\u{FFFD}"
        let length = max(1, min(UTF8.width(scalar), text.count - place))
        let script = Self.script(of: scalar)
        guard script != .alphabet || scalar.isWordPart else {
          if !bytes.isEmpty { break loop }
          place += length
          continue
        }
        if bytes.isEmpty { run.script = script }
        if run.script != script { break loop }
        bytes += scalar.properties.lowercaseMapping.utf8
        letters += 1
        place += length
        continue
      default:
        if !bytes.isEmpty { break loop }
        if Self.endsSentence(byte) { isAtStart = true }
      }
      place += 1
    }
    guard !bytes.isEmpty else { return nil }
    run.isName =
      letters > 1
      && (capitals > (beginsWithCapital ? 1 : 0) || (beginsWithCapital && !isAtStart))
    isAtStart = false
    return run
  }

  /// Goes to the end of a web address whose scheme is the word before this place: its parts are names of hosts and ids.
  private mutating func skipsAddress() -> Bool {
    guard text[place...].starts(with: "://".utf8) else { return false }
    while place < text.count, text[place] > 0x20, !"<>()[]|\"".utf8.contains(text[place]) {
      place += 1
    }
    return true
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0x0A,
      UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "\""), UInt8(ascii: "("),
      UInt8(ascii: "["):
      true
    default: false
    }
  }

  private func isWordPart(at index: Int) -> Bool {
    guard index < text.count else { return false }
    let byte = text[index]
    return byte.isAlphanumeric || byte == UInt8(ascii: "_")
  }

  private static func script(of scalar: Unicode.Scalar) -> Script {
    switch scalar.value {
    case 0x3041...0x309F: .hiragana
    case 0x30A1...0x30FA, 0x30FC...0x30FF: .katakana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x2FA1F: .chinese
    default: .alphabet
    }
  }
}
