internal import Bytes

/// Makes texts comparable: lower-case words between single spaces.
///
/// ``name(_:)`` is for the names of parts, columns and keys; `foldedWords` of a text is for sentences.
package enum FoldedText {
  /// A name as it is looked up: letters and digits stay, apostrophes are dropped, `&` becomes "and",
  /// and everything else separates words.
  ///
  /// Leading numbers are dropped too, so that "4. Impact", "IV. Impact" and "b) Impact" are "impact".
  package static func name(_ text: Substring) -> String {
    let written = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(written.count)
    var isPlain = true
    let numeral = numeralLength(written)
    for index in numeral..<written.count {
      let byte = written[index]
      switch byte {
      case 0x41...0x5A: bytes.append(byte | 0x20)
      case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
      case UInt8(ascii: "'"): continue
      case UInt8(ascii: "&"): bytes += " and ".utf8
      case 0x80...: isPlain = false
      default: bytes.append(0x20)
      }
      if !isPlain { break }
    }
    if !isPlain { bytes = folded(scalarsOf: text.unicodeScalars.dropFirst(numeral)) }
    return String(decoding: withoutNumbersInFront(bytes), as: UTF8.self)
  }

  package static func name(_ text: String) -> String { name(text[...]) }

  /// The length in bytes of a leading Roman numeral or single letter with its mark; 0 when there is none.
  private static func numeralLength(_ text: [UInt8]) -> Int {
    var length = 0
    var isRoman = true
    var isMarked = false
    for byte in text {
      switch byte {
      case 0x20 where isMarked: return length + 1
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        guard length > 0, !isMarked else { return 0 }
        isMarked = true
      case 0x41...0x5A, 0x61...0x7A:
        guard !isMarked else { return 0 }
        switch byte | 0x20 {
        case UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"): break
        default: isRoman = false
        }
        length += 1
        guard length == 1 || (isRoman && length <= 5) else { return 0 }
      default: return 0
      }
    }
    return 0
  }

  private static func folded(scalarsOf text: Substring.UnicodeScalarView) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text {
      switch scalar {
      case "A"..."Z": bytes.append(UInt8(scalar.value) | 0x20)
      case "a"..."z", "0"..."9": bytes.append(UInt8(scalar.value))
      case "'", "’", "\u{300}"..."\u{36F}": continue
      case "&", "＆": bytes += " and ".utf8
      // Katakana's middle dot and long mark: the first separates words, the second is a letter.
      case "・": bytes.append(0x20)
      case _ where scalar.value < 0x80: bytes.append(0x20)
      case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
        bytes += scalar.properties.lowercaseMapping.utf8
      default: bytes.append(0x20)
      }
    }
    return bytes
  }

  /// The text, folded and without accents; `nil` when it has no accents.
  package static func unaccented(_ text: String) -> String? {
    let folded = name(text)
    guard folded.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    var plain: [UInt8] = []
    for scalar in folded.unicodeScalars {
      if FoldedLetters.isKnown(scalar) {
        plain += FoldedLetters.plain(scalar)
      } else {
        plain += String(scalar).utf8
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func withoutNumbersInFront(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var isFirst = true
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x20 {
        index += 1
        continue
      }
      let start = index
      var isNumber = true
      while index < bytes.count, bytes[index] != 0x20 {
        isNumber = isNumber && bytes[index].isDigit
        index += 1
      }
      // A leading number is replaced by the next word.
      if isFirst { kept.removeAll(keepingCapacity: true) } else { kept.append(0x20) }
      kept += bytes[start..<index]
      if !isNumber { isFirst = false }
    }
    return kept
  }

  /// The fewest letters to insert, remove, change or swap with the next; `nil` when there are more than
  /// `most`.
  ///
  /// Optimal string alignment within a band, so that the cost is the length times `most`.
  package static func distance(_ left: [UInt8], _ right: [UInt8], most: Int) -> Int? {
    guard abs(left.count - right.count) <= most else { return nil }
    let far = most + 1
    var before: [Int] = []
    var previous = (0...right.count).map { min($0, far) }
    for row in 1...max(left.count, 1) where !left.isEmpty {
      var current = Array(repeating: far, count: right.count + 1)
      current[0] = min(row, far)
      var least = current[0]
      let columns = max(1, row - most)..<max(1, min(right.count, row + most)) + 1
      for column in columns where column <= right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(
          previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          value = min(value, before[column - 2] + 1)
        }
        current[column] = min(value, far)
        least = min(least, current[column])
      }
      if least > most { return nil }
      before = previous
      previous = current
    }
    return previous[right.count] <= most ? previous[right.count] : nil
  }
}

extension StringProtocol {
  /// The words in lower case with one space between them: "4. **Post-incident** checklist:" is "post
  /// incident checklist".
  ///
  /// For what is read as a sentence. A leading number is dropped only if a period or bracket follows
  /// it; "5 whys" and "15 minutes" keep theirs. Names are compared with ``FoldedText/name(_:)``.
  package var foldedWords: String {
    let scalars = Array(unicodeScalars)
    var words: [UInt8] = []
    words.reserveCapacity(scalars.count)
    var needsSpace = false
    for scalar in scalars[enumerationLength(of: scalars)...] {
      if !scalar.isWordPart {
        needsSpace = !words.isEmpty
        continue
      }
      if needsSpace { words.append(0x20) }
      needsSpace = false
      if scalar.isASCII {
        words.append(UInt8(scalar.value) | (scalar.value < 0x61 && scalar.value > 0x40 ? 0x20 : 0))
      } else {
        words += scalar.properties.lowercaseMapping.utf8
      }
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// How many scalars a leading "4. " or "2) " takes.
  private func enumerationLength(of scalars: [Unicode.Scalar]) -> Int {
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    guard digits > 0, digits + 1 < scalars.count, scalars[digits] == "." || scalars[digits] == ")",
      scalars[digits + 1].properties.isWhitespace
    else { return 0 }
    return digits + 2
  }
}
