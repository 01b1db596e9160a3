internal import Bytes

extension SecretScanner {
  private static let opening = Array("-----BEGIN ".utf8)
  private static let closing = Array("-----END ".utf8)

  /// A private key in the textual encoding of RFC 7468, of OpenSSH or of OpenPGP, with or without its last
  /// line: a line `-----BEGIN … PRIVATE KEY-----` with base64 after it, also in one line of JSON.
  func privateKey(at offset: Int) -> Secret? {
    guard bytes[offset...].starts(with: Self.opening) else { return nil }
    let line = bytes[offset...].prefix(100).prefix { !$0.isLineEnding && $0 != .backslash }
    let label = String(decoding: line.dropFirst(Self.opening.count), as: UTF8.self)
    guard
      label.hasPrefix("PRIVATE KEY-----") || label.contains(" PRIVATE KEY-----")
        || label.contains("PRIVATE KEY BLOCK-----")
    else { return nil }
    var next = offset + Self.opening.count
    while next < line.endIndex, !bytes[next...].starts(with: "-----".utf8) { next += 1 }
    let head = min(next + 5, bytes.count)
    let end = self.end(ofKeyAt: head)
    let letters = bytes[head..<min(end, head + 4096)].split { !Self.base64.contains($0) }
      .filter { $0.count >= 16 }.map(\.count).reduce(0, +)
    guard letters >= 40 else { return nil }
    return Secret("private key", SecretCode.privateKey, range: offset..<head, whole: offset..<end)
  }

  static let base64 = ByteSet { $0.isAlphanumeric || $0 == .plus || $0 == .slash }

  /// Where a key ends: after its last line, or before the first line that cannot be part of it.
  private func end(ofKeyAt start: Int) -> Int {
    var end = start
    var line = start
    var hasBody = false
    while line < bytes.count {
      let next = endOfLine(from: line)
      let text = bytes[line..<next]
      if next < bytes.count, bytes[next] != .newline {
        guard bytes[next...].starts(with: Self.closing) else { return line == start ? next : end }
        let rest = bytes[(next + Self.closing.count)...].prefix(100)
        let closing = endOfLine(from: rest.startIndex, until: rest.endIndex)
        let hasDashes = closing < rest.endIndex && bytes[closing] != .newline
        return hasDashes ? closing + 5 : closing
      }
      let isBlank = text.allSatisfy { $0.isWhitespace || $0 == .greaterThan }
      guard line == start || (isBlank ? !hasBody : Self.isOfKey(text)) else { break }
      hasBody = hasBody || (line != start && !isBlank && !text.contains(.colon))
      end = next
      line = next + 1
    }
    return end
  }

  /// Base64 behind quote marks and spaces, or a header such as `DEK-Info: …`.
  private static func isOfKey(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0.isWhitespace || $0 == .greaterThan }
      .trimmingEnd { $0.isWhitespace || $0 == .backslash || $0 == UInt8(ascii: "\"") }
    if text.allSatisfy({ base64.contains($0) || $0 == UInt8(ascii: "=") }) { return text.count > 3 }
    let name = text.prefix { $0.isAlphanumeric || $0 == .hyphen }
    return name.count > 3 && name.count < 20 && name.contains(.hyphen)
      && text.dropFirst(name.count).starts(with: ": ".utf8)
  }

  /// The newline from an offset on, or five dashes before it: a line may have many keys.
  private func endOfLine(from start: Int, until end: Int = .max) -> Int {
    var offset = start
    let end = min(end, bytes.count)
    while offset < end, bytes[offset] != .newline {
      if bytes[offset] == .hyphen, bytes[offset...].starts(with: "-----".utf8) { break }
      offset += 1
    }
    return offset
  }
}
