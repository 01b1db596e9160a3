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

  /// - Returns: `nil` unless `hex` is 32 hexadecimal digits in lower case.
  package init?(hex: some StringProtocol) {
    let digits = Array(hex.utf8)
    guard digits.count == 32,
      digits.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0) }),
      let high = UInt64(hex.prefix(16), radix: 16), let low = UInt64(hex.suffix(16), radix: 16)
    else { return nil }
    self.high = high
    self.low = low
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
}

/// The hash of a name in a folder, which ends in 0, and of what it names.
func hash(ofName name: UnsafePointer<CChar>, kind: UInt8) -> UInt64 {
  var count = 0
  while unsafe name[count] != 0 { count += 1 }
  return unsafe XXH3_64bits_withSeed(name, count, UInt64(kind))
}
