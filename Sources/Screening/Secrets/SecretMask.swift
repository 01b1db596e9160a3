internal import Bytes

/// Takes the secrets of a file out of texts that quote it.
package struct SecretMask: Hashable, Sendable {
  /// The first eight bytes of each longer secret: a text may quote only the start of it.
  private var starts: Set<UInt64> = []
  /// Secrets of four to seven bytes.
  private var shorts: Set<[UInt8]> = []

  package init(_ secrets: [Secret], in bytes: [UInt8]) {
    for secret in secrets {
      add(bytes[secret.range])
      for line in bytes[secret.range.upperBound..<secret.whole.upperBound].split(
        separator: .newline)
      {
        add(line.drop(while: \.isWhitespace))
      }
    }
  }

  package init(ofSecretsIn bytes: [UInt8]) {
    self.init(SecretScanner.secrets(in: bytes), in: bytes)
  }

  package var isEmpty: Bool { starts.isEmpty && shorts.isEmpty }

  private mutating func add(_ secret: ArraySlice<UInt8>) {
    if secret.count >= 8 {
      starts.insert(Self.start(of: secret))
    } else if secret.count >= 4 {
      shorts.insert(Array(secret))
    }
  }

  private static func start(of bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  package func masked(_ text: String) -> String {
    isEmpty ? text : String(decoding: masked(Array(text.utf8)), as: UTF8.self)
  }

  /// The text with an ellipsis for each secret, of which at most four characters remain.
  package func masked(_ text: [UInt8]) -> [UInt8] {
    guard !isEmpty else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var offset = 0
    while offset < text.count {
      let length = secretLength(at: offset, in: text)
      guard length > 0 else {
        result.append(text[offset])
        offset += 1
        continue
      }
      result += text[offset..<offset + min(4, length / 4)] + Array("…".utf8)
      offset += length
    }
    return result
  }

  private func secretLength(at offset: Int, in text: [UInt8]) -> Int {
    let rest = text[offset...]
    if !starts.isEmpty, rest.count >= 8, starts.contains(Self.start(of: rest)) {
      return 8 + rest.dropFirst(8).prefix { $0 > 0x20 && !"\"'`<>".utf8.contains($0) }.count
    }
    guard !shorts.isEmpty else { return 0 }
    return (4...7).last { $0 <= rest.count && shorts.contains(Array(rest.prefix($0))) } ?? 0
  }
}
