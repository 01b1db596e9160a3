internal import Diagnostics

/// What one look at every byte of a body shows: which passes have anything to do, and what is wrong.
struct BodyScan {
  /// Lines that may be a table's delimiter row, such as `|---|:-:|`.
  private(set) var delimiterLines: [Int] = []
  /// Lines that begin with `:::`.
  private(set) var fenceLines: [Int] = []
  /// Lines that begin with `[^label]:`.
  private(set) var footnoteLines: [Int] = []
  /// Lines at which the definition of a link or a footnote may begin, including those in a list item.
  private(set) var definitionLines: [Int] = []
  private(set) var hasTilde = false
  private(set) var hasEscapedTilde = false
  /// Whether there is a `\[^`.
  private(set) var hasEscapedReference = false
  private(set) var hasMarkup = false
  private(set) var hasBareLink = false
  private(set) var hasFootnoteReference = false
  private(set) var hasTask = false
  private(set) var hasAlert = false
  /// Whether there is anything like `javascript:`, `vbscript:`, `data:` or `file:`.
  private(set) var hasUnsafeScheme = false
  private(set) var firstNull: Int?
  private(set) var firstBadByte: Int?
  private(set) var firstLoneReturn: Int?
  /// Where there are more than ``mostSigns``, if there are.
  private(set) var tooManySigns: Int?
  private var signs = 0
  /// The line at which a paragraph has too many `![`, for which libcmark 0.30 takes quadratic time.
  private(set) var tooManyImages: Int?

  /// Larger files are not parsed, because some inputs take cmark more than linear time.
  static let largestFile = 4 << 20

  /// 60 KB of `![[]()` take libcmark 0.30.2 half a second, 12 KB take 20 milliseconds.
  static let mostImages = 2000

  /// `<`, `[` and `]`, of each of which cmark first makes a node. A real file of a megabyte has about 10,000; each
  /// page that is made of a file parses it again.
  static let mostSigns = 400_000

  /// Whether ``noteBytes(of:from:to:images:)`` has nothing to do for a byte: one bit for each byte that it
  /// handles.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    let below64: UInt64 = 1 << 0x00 | 1 << 0x0D | 1 << 0x21 | 1 << 0x2E | 1 << 0x3A | 1 << 0x3C
    let from64: UInt64 = 1 << 0x00 | 1 << 0x1B | 1 << 0x1C | 1 << 0x1D | 1 << 0x3E
    return byte < 0x80 && (byte < 0x40 ? below64 : from64) >> UInt64(byte & 63) & 1 == 0
  }

  init(of file: SourceFile, from firstLine: Int) {
    guard firstLine <= file.lineCount else { return }
    unsafe file.bytes.withUnsafeBufferPointer { bytes in
      var images = 0
      for line in firstLine...file.lineCount {
        let start = file.start(ofLine: line)
        let end = file.start(ofLine: line + 1)
        var offset = start
        while offset < end,
          unsafe bytes[offset] == 0x20 || bytes[offset] == 0x3E || bytes[offset] == 0x09
        {
          offset += 1
        }
        guard offset < end, unsafe bytes[offset] != 0x0A else {
          images = 0
          continue
        }
        let rest = unsafe UnsafeBufferPointer(rebasing: bytes[offset..<end])
        unsafe noteStart(of: rest, line: line)
        unsafe noteBytes(of: bytes, from: start, to: end, images: &images)
      }
    }
  }

  private mutating func noteStart(of text: UnsafeBufferPointer<UInt8>, line: Int) {
    switch unsafe text[0] {
    case 0x3A:
      if unsafe text.count > 2 && text[1] == 0x3A && text[2] == 0x3A { fenceLines.append(line) }
      if unsafe Self.isDelimiterRow(text) { delimiterLines.append(line) }
    case 0x2D, 0x7C:
      if unsafe Self.isDelimiterRow(text) { delimiterLines.append(line) }
    case 0x5B:
      if unsafe text.count > 2 && text[1] == 0x5E, let close = unsafe text.firstIndex(of: 0x5D),
        close > 2, unsafe close + 1 < text.count && text[close + 1] == 0x3A
      {
        footnoteLines.append(line)
      }
    default: break
    }
    if unsafe Self.mayBeginDefinition(text) { definitionLines.append(line) }
  }

  /// Whether a label followed by a colon, or the first line of a label, comes after the list and quote
  /// marks.
  private static func mayBeginDefinition(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var open = 0
    while open < text.count, unsafe text[open] != 0x5B {
      switch unsafe text[open] {
      case 0x20, 0x09, 0x3E, 0x2A, 0x2B, 0x2D, 0x2E, 0x29, 0x30...0x39: open += 1
      default: return false
      }
    }
    var next = open + 1
    while next < text.count {
      switch unsafe text[next] {
      case 0x5D: return unsafe next + 1 < text.count && text[next + 1] == 0x3A
      case 0x5B: return false
      case 0x5C: next += 2
      default: next += 1
      }
    }
    return open < text.count
  }

  /// Only dashes, colons, pipes and spaces, with a dash and a colon or pipe.
  private static func isDelimiterRow(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var hasDash = false
    var hasOther = false
    for index in text.indices {
      switch unsafe text[index] {
      case 0x2D: hasDash = true
      case 0x3A, 0x7C: hasOther = true
      case 0x20, 0x09, 0x0A, 0x0D: continue
      default: return false
      }
    }
    return hasDash && hasOther
  }

  private mutating func noteBytes(
    of bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, images: inout Int
  ) {
    var offset = start
    while offset < end {
      let byte = unsafe bytes[offset]
      offset += 1
      if Self.isPlain(byte) { continue }
      if byte >= 0x80 {
        let length = unsafe scalarLength(bytes, at: offset - 1)
        if length == 0 { firstBadByte = firstBadByte ?? offset - 1 }
        offset += max(length, 1) - 1
        continue
      }
      switch byte {
      case 0x00: firstNull = firstNull ?? offset - 1
      case 0x0D:
        if unsafe offset >= bytes.count || bytes[offset] != 0x0A {
          firstLoneReturn = firstLoneReturn ?? offset - 1
        }
      case 0x7E: hasTilde = true
      case 0x5C where offset < end:
        let next = unsafe bytes[offset]
        hasEscapedTilde = hasEscapedTilde || next == 0x7E
        if next == 0x5B, offset + 1 < end, unsafe bytes[offset + 1] == 0x5E {
          hasEscapedReference = true
        }
      case 0x3C:
        hasMarkup = true
        noteSign(at: offset - 1)
      case 0x5D: noteSign(at: offset - 1)
      case 0x40: hasBareLink = true
      case 0x3A, 0x2E:
        if byte == 0x3A, unsafe Self.isUnsafeScheme(bytes, before: offset - 1) {
          hasUnsafeScheme = true
        }
        guard !hasBareLink else { continue }
        hasBareLink = unsafe Self.isBareLink(bytes, at: offset - 1, to: end)
      case 0x21:
        guard unsafe offset < end && bytes[offset] == 0x5B else { continue }
        images += 1
        if images > Self.mostImages { tooManyImages = tooManyImages ?? offset - 1 }
      case 0x5B:
        noteSign(at: offset - 1)
        unsafe noteBracket(bytes, after: offset, to: end)
      default: continue
      }
    }
  }

  private mutating func noteSign(at offset: Int) {
    signs += 1
    if signs > Self.mostSigns { tooManySigns = tooManySigns ?? offset }
  }

  private mutating func noteBracket(
    _ bytes: UnsafeBufferPointer<UInt8>, after offset: Int, to end: Int
  ) {
    guard offset + 1 < end else { return }
    switch unsafe bytes[offset] {
    case 0x5E: hasFootnoteReference = true
    case 0x21: hasAlert = true
    case 0x20, 0x78, 0x58: if unsafe bytes[offset + 1] == 0x5D { hasTask = true }
    default: return
    }
  }

  private static func isUnsafeScheme(_ bytes: UnsafeBufferPointer<UInt8>, before colon: Int) -> Bool
  {
    for name: StaticString in ["script", "data", "file"] where colon >= name.utf8CodeUnitCount {
      let start = colon - name.utf8CodeUnitCount
      let isSame = (0..<name.utf8CodeUnitCount).allSatisfy { index in
        unsafe bytes[start + index] | 0x20 == name.utf8Start[index]
      }
      if isSame { return true }
    }
    return false
  }

  private static func isBareLink(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, to end: Int
  ) -> Bool {
    if unsafe bytes[offset] == 0x3A {
      return unsafe offset + 2 < end && bytes[offset + 1] == 0x2F && bytes[offset + 2] == 0x2F
    }
    return unsafe offset >= 3 && bytes[offset - 1] | 0x20 == 0x77
      && bytes[offset - 2] | 0x20 == 0x77
      && bytes[offset - 3] | 0x20 == 0x77
  }
}

/// How many bytes the scalar that starts at `offset` takes; 0 when it is not valid UTF-8.
private func scalarLength(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
  func isContinuation(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    unsafe offset + distance < bytes.count && range.contains(bytes[offset + distance])
  }
  switch unsafe bytes[offset] {
  case 0xC2...0xDF: return isContinuation(1) ? 2 : 0
  case 0xE0: return isContinuation(1, 0xA0...0xBF) && isContinuation(2) ? 3 : 0
  case 0xED: return isContinuation(1, 0x80...0x9F) && isContinuation(2) ? 3 : 0
  case 0xE1...0xEF: return isContinuation(1) && isContinuation(2) ? 3 : 0
  case 0xF0: return isContinuation(1, 0x90...0xBF) && isContinuation(2) && isContinuation(3) ? 4 : 0
  case 0xF4: return isContinuation(1, 0x80...0x8F) && isContinuation(2) && isContinuation(3) ? 4 : 0
  case 0xF1...0xF3: return isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : 0
  default: return 0
  }
}
