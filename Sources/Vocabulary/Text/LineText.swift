extension StringProtocol {
  /// The text without white space at either end.
  package var trimmed: String {
    var rest = Substring(self).unicodeScalars
    while let first = rest.first, first.properties.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }

  /// The lines, numbered from 0.
  package var numberedLines: [(index: Int, text: String)] {
    utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map { index, line in
      (index, String(decoding: line, as: UTF8.self))
    }
  }
}

extension String {
  /// The two sides of the first separator that has text on its left: a dash between spaces, or a colon
  /// before a space or the end.
  ///
  /// - Returns: `nil` when there is none.
  package func splitAtSeparator() -> (left: String, right: String)? {
    let scalars = Array(unicodeScalars)
    for index in scalars.indices.dropFirst() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      guard next.properties.isWhitespace else { continue }
      let isDash = scalars[index].isDash && scalars[index - 1].properties.isWhitespace
      guard isDash || scalars[index] == ":" else { continue }
      var left = String.UnicodeScalarView()
      var right = String.UnicodeScalarView()
      left.append(contentsOf: scalars[..<index])
      right.append(contentsOf: scalars[(index + 1)...])
      return (String(left).trimmed, String(right).trimmed)
    }
    return nil
  }
}

extension Unicode.Scalar {
  package var isDash: Bool {
    switch self {
    case "-", "–", "—", "‐", "−": true
    default: false
    }
  }

  package var isWordPart: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case ..<0x80: return false
    default: break
    }
    return properties.isAlphabetic || properties.numericType != nil
  }
}

extension String {
  /// The text with one space in place of each line break.
  package var oneLine: String {
    utf8.contains(0x0A) ? numberedLines.map(\.text.trimmed).joined(separator: " ") : trimmed
  }

  /// Whether these bytes occur anywhere in the text. `contains` compares by Character, which costs fifty
  /// times as much.
  package func mentions(_ words: String) -> Bool {
    let wanted = words.utf8
    guard let first = wanted.first else { return true }
    var rest = utf8[...]
    while rest.count >= wanted.count, let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wanted) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
