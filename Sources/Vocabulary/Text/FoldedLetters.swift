internal import Bytes

/// The letters of Latin scripts without their accents.
package enum FoldedLetters {
  /// The plain letters in place of one letter from U+00C0 to U+017F, in lower case: "é" is "e", "ß" is "ss". Empty for the
  /// two characters there that are no letters.
  ///
  /// - Precondition: The letter is in that range.
  package static func plain(_ letter: Unicode.Scalar) -> [UInt8] {
    let letters = table[Int(letter.value) - 0xC0]
    return letters == [UInt8(ascii: "-")] ? [] : letters
  }

  package static func isKnown(_ letter: Unicode.Scalar) -> Bool {
    (0xC0...0x17F).contains(letter.value)
  }

  private static let table: [[UInt8]] = """
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o o o
    o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i
    i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oe oe r r r r r r s s s s s s s s t t
    t t t t u u u u u u u u u u u u w w y y y z z z z z z s
    """.utf8.split(whereSeparator: \.isWhitespace).map(Array.init)
}
