internal import Bytes

/// Numbers in ASCII digits.
package enum Digits {
  /// The value of one to nine digits; `nil` when there is anything else among them.
  package static func value(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// At least two digits, as in `07`.
  package static func padded(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}
