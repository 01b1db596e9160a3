internal import Bytes
private import CXXHash

/// The XXH3 hash of a file's bytes, 128 bits: it shows whether they changed, not who changed them.
package struct ContentHash: Hashable, Sendable, CustomStringConvertible {
  let high: UInt64
  let low: UInt64

  package init(of bytes: [UInt8]) { self.init(of: bytes[...]) }

  package init(of bytes: ArraySlice<UInt8>) {
    let hash = unsafe bytes.withUnsafeBytes { unsafe XXH3_128bits($0.baseAddress, $0.count) }
    high = hash.high64
    low = hash.low64
  }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// - Returns: `nil` unless these are 32 hexadecimal digits in lower case.
  package init?(hexDigits digits: ArraySlice<UInt8>) {
    guard digits.count == 32, let high = Self.half(digits.prefix(16)),
      let low = Self.half(digits.suffix(16))
    else { return nil }
    self.high = high
    self.low = low
  }

  private static func half(_ digits: ArraySlice<UInt8>) -> UInt64? {
    var half: UInt64 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: half = half << 4 | UInt64(digit - 0x30)
      case 0x61...0x66: half = half << 4 | UInt64(digit - 0x61 + 10)
      default: return nil
      }
    }
    return half
  }

  /// 32 digits, in the form that `xxhsum -H2` prints.
  package var hex: String { Self.hex(high) + Self.hex(low) }

  /// 16 digits, enough for the name of an asset.
  package var shortHex: String { Self.hex(high) }

  package var description: String { hex }

  private static func hex(_ half: UInt64) -> String {
    let digits = String(half, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// Appends the digits of ``hex``.
  package func appendHex(to bytes: inout [UInt8]) {
    for half in [high, low] {
      for shift in stride(from: UInt64(60), through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: half >> shift & 15)
        bytes.append(digit < 10 ? 0x30 + digit : 0x61 - 10 + digit)
      }
    }
  }
}

/// The hash of a name in a folder, which ends in 0, and of what it names.
func hash(ofName name: UnsafePointer<CChar>, kind: UInt8) -> UInt64 {
  var count = 0
  while unsafe name[count] != 0 { count += 1 }
  return unsafe XXH3_64bits_withSeed(name, count, UInt64(kind))
}
