internal import Bytes

/// What excerpts need to know about the long lines of a file, found out once: the work on a finding must not
/// grow with the length of its line, because a hostile line has many findings.
struct LongLines: Sendable {
  /// The number of characters before each ``step`` bytes of the file.
  private var counts: [Int] = []
  /// By the offset at which the line starts.
  private var hashes: [Int: StableHash] = [:]

  private static let shortest = 4_096
  private static let step = 1_024

  /// - Returns: `nil` when no line is long.
  init?(in bytes: [UInt8], lineStarts: [Int]) {
    for (index, start) in lineStarts.enumerated() {
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
      guard end - start >= Self.shortest else { continue }
      hashes[start] = bytes[start..<end].lineHash
    }
    guard !hashes.isEmpty else { return nil }
    var count = 0
    for start in stride(from: 0, to: bytes.count, by: Self.step) {
      counts.append(count)
      count += bytes[start..<min(start + Self.step, bytes.count)].scalarCount
    }
  }

  func scalarCount(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    count(before: range.upperBound, in: bytes) - count(before: range.lowerBound, in: bytes)
  }

  private func count(before offset: Int, in bytes: [UInt8]) -> Int {
    let step = min(offset / Self.step, counts.count - 1)
    return counts[step] + bytes[step * Self.step..<offset].scalarCount
  }

  /// The hash of a long line; `nil` for another line.
  func hash(ofLineAt start: Int) -> StableHash? { hashes[start] }
}

extension ArraySlice<UInt8> {
  /// All bytes except continuation bytes of a scalar.
  var scalarCount: Int { count { !$0.isContinuation } }

  /// The hash of a line without the white space around its text.
  var lineHash: StableHash {
    let text = drop(while: \.isWhitespace)
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return StableHash([]) }
    return StableHash(text[...last])
  }
}

extension SourceFile {
  /// The number of characters in a stretch of a line.
  func scalarCount(of range: Range<Int>) -> Int {
    longLines?.scalarCount(of: range, in: bytes) ?? bytes[range].scalarCount
  }

  /// The hash of a line without the white space around its text.
  func hash(ofLineAt offsets: Range<Int>) -> StableHash {
    longLines?.hash(ofLineAt: offsets.lowerBound) ?? bytes[offsets].lineHash
  }
}
