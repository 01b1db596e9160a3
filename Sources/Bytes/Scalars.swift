extension Unicode.Scalar {
  /// The picture of a control character of ASCII, as U+241B for escape; `nil` for any other character.
  package var picture: Unicode.Scalar? {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value)
    case 0x7F: "\u{2421}"
    default: nil
    }
  }
}

extension [UInt8] {
  /// The character that begins at an offset; `nil` at the end. Where the bytes are not UTF-8 it is
  /// U+FFFD.
  package func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < count else { return nil }
    if self[offset] < 0x80 { return Unicode.Scalar(self[offset]) }
    return String(decoding: self[offset..<Swift.min(offset + 4, count)], as: UTF8.self)
      .unicodeScalars.first
  }

  /// The character that ends before an offset; `nil` at the start.
  package func scalar(before offset: Int) -> Unicode.Scalar? {
    guard offset > 0 else { return nil }
    if self[offset - 1] < 0x80 { return Unicode.Scalar(self[offset - 1]) }
    return String(decoding: self[Swift.max(offset - 4, 0)..<offset], as: UTF8.self)
      .unicodeScalars.last
  }
}
