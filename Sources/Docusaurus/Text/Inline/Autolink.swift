internal import Bytes

/// `<scheme:…>` and `<name@host>`.
enum Autolink {
  /// The offset after the `>`, if an autolink starts with the `<` at `start`.
  static func end(at start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    uriEnd(at: start + 1, in: bytes, until: end) ?? addressEnd(at: start + 1, in: bytes, until: end)
  }

  private static func uriEnd(at start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    guard start < end, bytes[start].isLetter else { return nil }
    var next = start + 1
    while next < end, next - start <= 32, isSchemePart(bytes[next]) { next += 1 }
    guard next < end, bytes[next] == .colon, (2...32).contains(next - start) else { return nil }
    next += 1
    while next < end, bytes[next] > .space, bytes[next] != .lessThan, bytes[next] != .greaterThan {
      next += 1
    }
    return next < end && bytes[next] == .greaterThan ? next + 1 : nil
  }

  private static func isSchemePart(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == .plus || byte == .hyphen || byte == UInt8(ascii: ".")
  }

  private static func addressEnd(at start: Int, in bytes: [UInt8], until end: Int) -> Int? {
    var next = start
    while next < end, bytes[next].isAlphanumeric || localMarks.contains(bytes[next]) { next += 1 }
    guard next > start, next < end, bytes[next] == UInt8(ascii: "@") else { return nil }
    let host = next + 1
    next = host
    while next < end, isHostPart(bytes[next]) { next += 1 }
    guard next > host, next < end, bytes[next] == .greaterThan,
      bytes[host..<next].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        .allSatisfy({ (1...63).contains($0.count) && $0.first != .hyphen && $0.last != .hyphen })
    else { return nil }
    return next + 1
  }

  private static func isHostPart(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == .hyphen || byte == UInt8(ascii: ".")
  }

  private static let localMarks = Set(".!#$%&'*+/=?^_`{|}~-".utf8)
}
