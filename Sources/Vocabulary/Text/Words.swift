internal import Bytes

/// A text as lower-case ASCII words between single spaces, for looking up phrases.
package struct Words: Equatable, Sendable {
  /// Begins and ends with a space.
  fileprivate let bytes: [UInt8]

  package init(_ text: String) {
    bytes = unsafe Array(unsafeUninitializedCapacity: text.utf8.count + 2) { words, count in
      unsafe words[0] = 0x20
      count = 1
      var last: UInt8 = 0x20
      for byte in text.utf8 {
        switch byte {
        case 0x41...0x5A: last = byte | 0x20
        case 0x61...0x7A, 0x30...0x39, 0x80...: last = byte
        case UInt8(ascii: "'"): continue
        default:
          if last == 0x20 { continue }
          last = 0x20
        }
        unsafe words[count] = last
        count += 1
      }
      if last != 0x20 {
        unsafe words[count] = 0x20
        count += 1
      }
    }
  }

  /// Whether the words of `phrase`, in lower case with single spaces, occur side by side.
  package func contains(_ phrase: String) -> Bool {
    position(of: Array(phrase.utf8), from: 1) != nil
  }

  /// Whether the text starts with the words of `phrase`.
  package func begins(with phrase: String) -> Bool {
    var index = 1
    for byte in phrase.utf8 {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
    }
    return index < bytes.count && bytes[index] == 0x20
  }

  fileprivate func position(of phrase: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + phrase.count < bytes.count {
      if bytes[index - 1] == 0x20, isAt(index, phrase) { return index }
      index += 1
    }
    return nil
  }

  fileprivate func isAt(_ index: Int, _ phrase: [UInt8]) -> Bool {
    let end = index + phrase.count
    guard end < bytes.count, bytes[end] == 0x20 else { return false }
    for offset in phrase.indices where bytes[index + offset] != phrase[offset] { return false }
    return true
  }

  /// Whether one of the three words before a place negates what follows: "nobody has noticed".
  fileprivate func isDenied(at index: Int) -> Bool {
    bytes[..<index].split(separator: 0x20).suffix(3).contains { word in
      Self.denials.contains { word.elementsEqual($0) }
    }
  }

  private static let denials = [
    "not", "nobody", "never", "no", "cannot", "isnt", "wasnt", "nothing", "without",
  ].map { Array($0.utf8) }
}

/// Phrases and their meanings, found by first word, so that a long table costs no more than a short one.
package struct PhraseTable<Meaning: Hashable & Sendable>: Sendable {
  private let finder: PhraseFinder
  private let meanings: [Meaning]

  /// - Parameter rows: Phrases in lower case with single spaces; ` * ` matches any words.
  package init(_ rows: [(Meaning, [String])]) {
    finder = PhraseFinder(rows.map(\.1))
    meanings = rows.map(\.0)
  }

  /// What a text says and does not deny, in the order of its words.
  package func meanings(in text: Words) -> [Meaning] {
    var found: [Meaning] = []
    for row in finder.rows(in: text) where !found.contains(meanings[row]) {
      found.append(meanings[row])
    }
    return found
  }
}

/// The phrases of a table without their meanings, so that no generic code runs per word.
private struct PhraseFinder: Sendable {
  private struct Phrase: Sendable {
    let words: [UInt8]
    /// Words that must follow somewhere later, as in "alert * fires".
    let later: [UInt8]?
    let row: Int
  }

  private let phrases: [UInt64: [Phrase]]
  /// A bit for the hash of each first word: most words of a text begin no phrase, and this check ends their
  /// search.
  private let firsts: [UInt64]

  init(_ rows: [[String]]) {
    var phrases: [UInt64: [Phrase]] = [:]
    var firsts: [UInt64] = Array(repeating: 0, count: 64)
    for (row, texts) in rows.enumerated() {
      for text in texts {
        let parts = text.split(separator: " * ").map { Array($0.utf8) }
        let hash = StableHash(parts[0].prefix { $0 != 0x20 }).value
        firsts[Int(hash >> 6 & 63)] |= 1 << (hash & 63)
        phrases[hash, default: []].append(
          Phrase(words: parts[0], later: parts.count > 1 ? parts[1] : nil, row: row))
      }
    }
    self.phrases = phrases
    self.firsts = firsts
  }

  /// The row of each phrase that a text contains and does not deny, in the order of its words.
  func rows(in text: Words) -> [Int] {
    var found: [Int] = []
    var start = 1
    while start < text.bytes.count {
      var end = start
      var word = StableHash()
      while end < text.bytes.count, text.bytes[end] != 0x20 {
        word.add(text.bytes[end])
        end += 1
      }
      let hash = word.value
      defer { start = end + 1 }
      guard firsts[Int(hash >> 6 & 63)] >> (hash & 63) & 1 == 1 else { continue }
      for phrase in phrases[hash] ?? []
      where text.isAt(start, phrase.words) && !text.isDenied(at: start) {
        if let later = phrase.later, text.position(of: later, from: end + 1) == nil { continue }
        found.append(phrase.row)
      }
    }
    return found
  }
}
