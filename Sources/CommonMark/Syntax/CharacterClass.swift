/// What the rules for delimiters ask of the character beside one.
enum CharacterClass {
  case space
  case punctuation
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0: self = .space
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E, 0xFDD0: self = .punctuation
    case 0..<0x80: self = .other
    default:
      switch scalar.properties.generalCategory {
      case .spaceSeparator: self = .space
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        self = .punctuation
      default: self = .other
      }
    }
  }
}

extension [UInt8] {
  /// The scalar that starts at `index`.
  func scalar(at index: Int) -> Unicode.Scalar? {
    guard index < count else { return nil }
    if self[index] < 0x80 { return Unicode.Scalar(self[index]) }
    return String(decoding: self[index..<Swift.min(index + 4, count)], as: UTF8.self)
      .unicodeScalars.first
  }

  /// The scalar that ends just before `index`.
  func scalar(before index: Int) -> Unicode.Scalar? {
    guard index > 0 else { return nil }
    if self[index - 1] < 0x80 { return Unicode.Scalar(self[index - 1]) }
    return String(decoding: self[Swift.max(index - 4, 0)..<index], as: UTF8.self)
      .unicodeScalars.last
  }
}
