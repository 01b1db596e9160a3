internal import Bytes

/// Where numbers, words and marks are in a text.
///
/// A number is one token with its points, commas, colons and slashes, so that no length begins inside it:
/// `1.5`, `10:30`. It ends where a letter begins, as in `30min`; a word includes its digits, as in `v1.5`.
struct LengthTokens {
  enum Kind { case number, word, mark }

  struct Token {
    let kind: Kind
    let start: Int
    var end: Int
  }

  private(set) var all: [Token] = []
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 {
        index += 1
        continue
      }
      let kind: Kind
      let end: Int
      if byte.isDigit {
        (kind, end) = (.number, endOfNumber(from: index))
      } else if byte.isLetter || byte == UInt8(ascii: "'") {
        (kind, end) = (.word, endOfWord(from: index))
      } else if byte < 0x80 {
        (kind, end) = (.mark, index + 1)
      } else {
        (kind, end) = beyondASCII(at: index)
        if kind == .mark, TextCursor(bytes[index..<end]).isBlank {
          index = end
          continue
        }
      }
      all.append(Token(kind: kind, start: index, end: end))
      index = end
    }
  }

  /// The words among the four tokens before one, in lower case; `>` and `≥` count as words.
  func words(before index: Int) -> [String] {
    all[max(0, index - 4)..<index].compactMap { token in
      switch token.kind {
      case .number: return nil
      case .word:
        return String(decoding: bytes[token.start..<token.end], as: UTF8.self).lowercased()
      case .mark:
        let mark = bytes[token.start..<token.end]
        return mark.elementsEqual(">".utf8) || mark.elementsEqual("≥".utf8) ? ">" : nil
      }
    }
  }

  private func endOfNumber(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if !bytes[end].isDigit {
        guard ".,:/".utf8.contains(bytes[end]), end + 1 < bytes.count,
          bytes[end + 1].isDigit
        else { break }
      }
      end += 1
    }
    return end
  }

  private func endOfWord(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let byte = bytes[end]
      if byte.isDigit {
        end = endOfNumber(from: end)
      } else if byte.isLetter || byte == UInt8(ascii: "'") {
        end += 1
      } else if byte >= 0x80, case (.word, let next) = beyondASCII(at: end) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  /// A letter is part of a word; a fraction such as `½` is a number; anything else is a mark.
  private func beyondASCII(at index: Int) -> (Kind, end: Int) {
    let width = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
    let end = min(index + width, bytes.count)
    if LengthGrammar.fraction(bytes[index...]) != nil { return (.number, end) }
    let scalar = String(decoding: bytes[index..<end], as: UTF8.self).unicodeScalars.first
    return (scalar?.properties.isAlphabetic == true ? .word : .mark, end)
  }
}
