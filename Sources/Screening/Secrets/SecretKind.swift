internal import Bytes

/// A kind of secret that is known by how it begins.
struct SecretKind: Sendable {
  /// What it is called in a finding: "GitHub token".
  let name: String
  let code: String
  /// The bytes that it begins with, at the start of a word.
  let prefixes: [[UInt8]]
  /// The bytes that follow.
  let body: ByteSet
  /// How many of them at least; what has fewer is the name of the kind, or cut off.
  let fewest: Int
  /// Whether the body has digits and letters, as random text has.
  let isMixed: Bool
  /// What else holds for the body.
  let isValid: @Sendable (ArraySlice<UInt8>) -> Bool

  init(
    _ name: String, _ prefixes: [StaticString], _ body: ByteSet, atLeast fewest: Int,
    isMixed: Bool = true, code: String = SecretCode.token,
    where isValid: @escaping @Sendable (ArraySlice<UInt8>) -> Bool = { _ in true }
  ) {
    self.name = name
    self.code = code
    self.prefixes = prefixes.map { prefix in
      prefix.withUTF8Buffer { unsafe Array($0) }
    }
    self.body = body
    self.fewest = fewest
    self.isMixed = isMixed
    self.isValid = isValid
  }

  static let alphanumeric = ByteSet { $0.isAlphanumeric }
  /// Letters, digits and `_`.
  static let word = ByteSet { $0.isAlphanumeric || $0 == .underscore }
  /// Base64 for addresses: letters, digits, `-` and `_`.
  static let base64URL = ByteSet { $0.isAlphanumeric || $0 == .underscore || $0 == .hyphen }
  /// The same with dots between parts.
  static let dotted = ByteSet {
    $0.isAlphanumeric || $0 == .underscore || $0 == .hyphen || $0 == UInt8(ascii: ".")
  }
  static let hexadecimal = ByteSet { $0.isHexDigit }
  /// Capitals and the digits of base 32.
  static let base32 = ByteSet { $0.isUppercase || (0x32...0x37).contains($0) }
  static let capitals = ByteSet { $0.isUppercase || $0.isDigit }
  /// Base64, and what RFC 6750 allows in a bearer token besides.
  static let token68 = ByteSet { byte in
    byte.isAlphanumeric || "-._~+/=".utf8.contains(byte)
  }
  /// The rest of a path in an address.
  static let path = ByteSet { byte in
    byte.isAlphanumeric || "-_/@%+".utf8.contains(byte)
  }
}

/// The rules that report secrets.
package enum SecretCode {
  /// A key or token of a service.
  static let token = "BS081"
  static let privateKey = "BS082"
  /// A value that its name or header calls a password, a key or a token.
  static let named = "BS083"
  /// An address that opens something by itself.
  static let address = "BS084"

  package static let all = [token, privateKey, named, address]
}
