internal import Bytes

/// The number and the name of a character, as in "U+202E RIGHT-TO-LEFT OVERRIDE".
package enum CharacterName {
  package static func of(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    // A control character has no name, but its picture has one.
    let name =
      scalar.properties.name
      ?? scalar.picture?.properties.name.map {
        $0.hasPrefix("SYMBOL FOR ") ? String($0.dropFirst(11)) : $0
      }
    return name.map { "\(number) \($0)" } ?? number
  }
}
