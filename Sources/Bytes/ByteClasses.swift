/// The classes of ASCII bytes. Bytes from 0x80 on are in none of them.
extension UInt8 {
  /// A space or a tab: what parts the words of one line.
  @inlinable package var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }

  /// A line feed or a carriage return.
  @inlinable package var isLineEnding: Bool { self == 0x0A || self == 0x0D }

  /// A space, a tab or a line ending: what may be between two words of YAML, TOML, JSON and, for
  /// Docusaurus' parser, of Markdown.
  @inlinable package var isWhitespace: Bool { isSpaceOrTab || isLineEnding }

  /// What libcmark takes for a space: white space, a vertical tab or a form feed.
  @inlinable package var isCmarkSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  @inlinable package var isUppercase: Bool { (0x41...0x5A).contains(self) }
  @inlinable package var isLowercase: Bool { (0x61...0x7A).contains(self) }
  @inlinable package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  @inlinable package var isDigit: Bool { (0x30...0x39).contains(self) }
  @inlinable package var isAlphanumeric: Bool { isLetter || isDigit }
  @inlinable package var isHexDigit: Bool { isDigit || (0x61...0x66).contains(self | 0x20) }

  /// ASCII punctuation as CommonMark 0.30 defines it.
  @inlinable package var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// A byte of a character in UTF-8 that is not its first.
  @inlinable package var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// A capital letter as a small one; any other byte as it is.
  @inlinable package var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
  /// The bytes up to the last that is not left out.
  package func withoutEnd(_ isLeftOut: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let end = lastIndex { !isLeftOut($0) }.map { $0 + 1 } ?? startIndex
    return self[..<end]
  }
}
