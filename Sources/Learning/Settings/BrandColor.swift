/// A colour of the sRGB space, and how well text in it can be read.
package struct BrandColor: Hashable, Sendable, CustomStringConvertible {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour written `#0b6572`, or in short `#0ab`.
  package init?(_ text: String) {
    guard text.first == "#" else { return nil }
    let digits = text.utf8.dropFirst().map {
      UInt8(Character(Unicode.Scalar($0)).hexDigitValue ?? 16)
    }
    guard digits.count == 3 || digits.count == 6, digits.allSatisfy({ $0 < 16 }) else { return nil }
    let pairs =
      digits.count == 3
      ? digits.map { $0 * 17 }
      : stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    self.init(red: pairs[0], green: pairs[1], blue: pairs[2])
  }

  package static let white = Self(red: 255, green: 255, blue: 255)
  package static let black = Self(red: 0, green: 0, blue: 0)

  package var description: String {
    "#"
      + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// This colour with a share of another, in hundredths.
  package func mixed(with other: Self, percent: Int) -> Self {
    func mix(_ mine: UInt8, _ theirs: UInt8) -> UInt8 {
      UInt8((Int(mine) * (100 - percent) + Int(theirs) * percent + 50) / 100)
    }
    return Self(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// From 1 for equal colours to 21 for black on white (WCAG 2.2, "contrast ratio").
  package func contrast(with other: Self) -> Double {
    let (mine, theirs) = (luminance, other.luminance)
    return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
  }

  /// WCAG 2.2, "relative luminance".
  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ value: UInt8) -> Double {
    let part = Double(value) / 255
    guard part > 0.04045 else { return part / 12.92 }
    let base = (part + 0.055) / 1.055
    return base * base * fifthRoot(base * base)
  }

  /// By Newton's method, which needs no library and gives the same on every machine.
  private static func fifthRoot(_ value: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 {
      let power = root * root * root * root
      root -= (power * root - value) / (5 * power)
    }
    return root
  }
}
