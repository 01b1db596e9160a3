internal import Bytes
package import Diagnostics

/// Characters that no text holds: control characters other than tab and the line endings, U+007F, and the
/// noncharacters U+FFFE and U+FFFF. A terminal acts on them, and XML forbids them.
///
/// NUL is one of them; the reader of the body reports it by itself.
package enum ControlCharacters {
  /// One finding for each line with such characters, at the first of them.
  package static func findings(in file: SourceFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var next = 0
    while let offset = first(in: file.bytes, from: next) {
      let line = file.location(ofOffset: offset).line
      next = file.start(ofLine: line + 1)
      if line == file.lineCount { next = file.bytes.count }
      guard file.bytes[offset] != 0 else { continue }
      let length = file.bytes[offset] == 0xEF ? 3 : 1
      let scalar = file.bytes.scalar(at: offset) ?? "\u{FFFD}"
      findings.append(
        Diagnostic(
          code: "BS085", level: .error, path: file.path,
          range: file.range(of: offset..<offset + length),
          message: "control character \(CharacterName.of(scalar)) in the text",
          help:
            "remove the control characters of this line; a colour code of a terminal begins with U+001B"
        ).quoting(file))
    }
    return findings
  }

  /// The bytes with a visible stand-in for each such character: the picture of a control character, as U+241B
  /// for escape, and U+FFFD for a noncharacter.
  /// A byte that is not UTF-8 has U+2426 in its place.
  package static func shown(_ bytes: [UInt8]) -> [UInt8] {
    let bytes = inUTF8(bytes)
    guard var offset = first(in: bytes, from: 0) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var start = 0
    while true {
      result += bytes[start..<offset]
      let isByte = bytes[offset] != 0xEF
      result += (Unicode.Scalar(bytes[offset]).picture ?? "\u{FFFD}").utf8
      start = offset + (isByte ? 1 : 3)
      guard let found = first(in: bytes, from: start) else { break }
      offset = found
    }
    return result + bytes[start...]
  }

  /// The bytes with U+2426 in place of each maximal part that is not UTF-8.
  private static func inUTF8(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    while let bad = firstInvalid(in: bytes, from: start) {
      result += bytes[start..<bad.lowerBound]
      result += Array("\u{2426}".utf8)
      start = bad.upperBound
    }
    return start == 0 ? bytes : result + bytes[start...]
  }

  private static func firstInvalid(in bytes: [UInt8], from start: Int) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
      return nil
    } catch {
      return start + error.byteOffsets.lowerBound..<start + error.byteOffsets.upperBound
    }
  }

  /// The offset of the first such character from an offset on.
  static func first(in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { text in
      var offset = start
      // Most text has none, so it is asked of 64 bytes at a time.
      while offset + 64 <= text.count {
        var found: UInt8 = 0
        for index in offset..<offset + 64 { found |= unsafe suspicion(text[index]) }
        if found != 0, let place = unsafe first(in: text, offset..<offset + 64) { return place }
        offset += 64
      }
      return unsafe first(in: text, offset..<text.count)
    }
  }

  private static func first(in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    range.first { index in
      guard unsafe isSuspect(text[index]) else { return false }
      guard unsafe text[index] == 0xEF else { return true }
      return unsafe index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    }
  }

  /// 1 when ``isSuspect(_:)``, else 0; without a branch, so that the processor asks many bytes at once.
  @inline(__always)
  private static func suspicion(_ byte: UInt8) -> UInt8 {
    bit(byte < 0x20) & bit(byte != 0x09) & bit(byte != 0x0A) & bit(byte != 0x0D)
      | bit(byte == 0x7F) | bit(byte == 0xEF)
  }

  @inline(__always)
  private static func bit(_ isSet: Bool) -> UInt8 { isSet ? 1 : 0 }

  /// Whether a byte is a control character or may begin a noncharacter.
  @inline(__always)
  private static func isSuspect(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D) || byte == 0x7F || byte == 0xEF
  }
}
