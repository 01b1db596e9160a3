/// The number and the name of a character, as in "U+202E RIGHT-TO-LEFT OVERRIDE".
package enum CharacterName {
  package static func of(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let name =
      scalar.properties.name
      ?? picture(of: scalar)?.properties.name.map {
        $0.hasPrefix("SYMBOL FOR ") ? String($0.dropFirst(11)) : $0
      }
    return name.map { "\(number) \($0)" } ?? number
  }

  /// The picture of a control character, which has a name where the character itself has none.
  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value)
    case 0x7F: "\u{2421}"
    default: nil
    }
  }
}
