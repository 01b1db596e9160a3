internal import Bytes

/// The offsets of one zone over the years, from a compiled zone file (TZif, RFC 8536).
package struct ZoneRules: Hashable, Sendable {
  /// Seconds since 1970 in UTC, rising.
  private var changes: [Int] = []
  /// The offset from each change on, in minutes east of UTC.
  private var offsets: [Int] = []
  /// The offset before the first change.
  private var first = 0
  /// The rule after the last change.
  private var later: ZoneSeasons?

  /// What a time on a clock in the zone is.
  package enum Local: Hashable, Sendable {
    case once(offset: Int)
    /// The clocks were put back, so the time came twice; minutes east of UTC of either.
    case twice(first: Int, second: Int)
    /// The clocks were put forward over it; `before` is the offset until then.
    case skipped(before: Int)
  }

  /// - Returns: `nil` for bytes that are not a zone file.
  package init?(bytes: [UInt8]) {
    guard let header = Header(bytes, at: 0) else { return nil }
    // The first block has 32-bit times; from version 2 on the second repeats them with 64 bits.
    var block = header
    var width = 4
    if header.version >= UInt8(ascii: "2") {
      guard let second = Header(bytes, at: header.end(width: 4)) else { return nil }
      block = second
      width = 8
    }
    guard bytes.count >= block.end(width: width) else { return nil }
    let indices = block.start + block.times * width
    let types = indices + block.times
    var byType: [Int] = []
    var isSummer: [Bool] = []
    for type in 0..<block.types {
      byType.append(Self.integer(bytes[(types + type * 6)..<(types + type * 6 + 4)]) / 60)
      isSummer.append(bytes[types + type * 6 + 4] != 0)
    }
    first = isSummer.firstIndex(of: false).map { byType[$0] } ?? byType.first ?? 0
    for index in 0..<block.times {
      let at = block.start + index * width
      let type = Int(bytes[indices + index])
      guard type < byType.count else { return nil }
      changes.append(Self.integer(bytes[at..<(at + width)]))
      offsets.append(byType[type])
    }
    if width == 8 { later = ZoneSeasons(bytes[block.end(width: width)...]) }
  }

  /// Minutes east of UTC at an instant, in seconds since 1970.
  package func offset(at instant: Int) -> Int {
    if let last = changes.last, instant >= last {
      return later?.offset(at: instant) ?? offsets[offsets.count - 1]
    }
    if changes.isEmpty { return later?.offset(at: instant) ?? first }
    let next = changes.partition { $0 > instant }
    return next == 0 ? first : offsets[next - 1]
  }

  /// What a time is that is given in seconds since 1970 on the zone's own clock.
  package func local(_ clock: Int) -> Local {
    let before = offset(at: clock - 86_400)
    let after = offset(at: clock + 86_400)
    if before == after { return .once(offset: before) }
    let isBefore = offset(at: clock - before * 60) == before
    let isAfter = offset(at: clock - after * 60) == after
    switch (isBefore, isAfter) {
    case (true, true): return .twice(first: before, second: after)
    case (true, false): return .once(offset: before)
    case (false, true): return .once(offset: after)
    case (false, false): return .skipped(before: before)
    }
  }

  /// Whether an offset applies within a day of a time on the zone's clock.
  func has(_ offset: Int, near clock: Int) -> Bool {
    self.offset(at: clock - 86_400) == offset || self.offset(at: clock + 86_400) == offset
  }

  /// The offset of a zone that has not changed its clocks between 2020 and 2030.
  var onlyOffset: Int? {
    let starts = [1_577_836_800, 1_593_561_600, 1_893_456_000, 1_909_008_000].map { offset(at: $0) }
    return Set(starts).count == 1 ? starts[0] : nil
  }

  fileprivate static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
    let value = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return bytes.count == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
  }
}

/// The counts at the start of each block of a zone file.
private struct Header {
  let version: UInt8
  /// Where its data start.
  let start: Int
  let times: Int
  let types: Int
  private let rest: (leaps: Int, signs: Int, standard: Int, universal: Int)

  init?(_ bytes: [UInt8], at offset: Int) {
    guard offset >= 0, bytes.count >= offset + 44, bytes[offset...].starts(with: "TZif".utf8) else {
      return nil
    }
    let counts = (0..<6).map { index in
      ZoneRules.integer(bytes[(offset + 20 + index * 4)..<(offset + 24 + index * 4)])
    }
    // No zone has changed its clocks so often; a damaged file must not be read past its end.
    guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
    version = bytes[offset + 4]
    start = offset + 44
    times = counts[3]
    types = counts[4]
    rest = (counts[2], counts[5], counts[1], counts[0])
    guard types > 0 else { return nil }
  }

  func end(width: Int) -> Int {
    start + times * (width + 1) + types * 6 + rest.signs + rest.leaps * (width + 4) + rest.standard
      + rest.universal
  }
}
