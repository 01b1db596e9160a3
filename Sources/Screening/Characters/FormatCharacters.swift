internal import Bytes

/// Characters that do not show and change what is around them: those that turn the direction of writing, and
/// those without width.
///
/// In prose they have their uses: a joiner in a sequence of emoji or between letters, a mark of direction in
/// Arabic or Hebrew. In code and addresses they make one text look like another (<https://trojansource.codes>).
package enum FormatCharacters {
  /// One of them in a text.
  package struct Place: Hashable, Sendable {
    package let range: Range<Int>
    package let scalar: Unicode.Scalar

    /// Whether it turns the direction of all that follows it.
    package var isOverride: Bool { (0x202A...0x202E).contains(scalar.value) }

    /// A visible character of as many bytes, so that columns stay what they are.
    package var standIn: [UInt8] {
      switch range.count {
      case 2: Array("¿".utf8)
      case 3: Array("\u{2426}".utf8)
      default: Array("\u{1F6C7}".utf8)
      }
    }
  }

  /// All of them in the order of the text, except those that scripts and emoji need, and a byte order mark.
  package static func places(in bytes: [UInt8]) -> [Place] {
    var places: [Place] = []
    var offset = 0
    while let start = candidate(in: bytes, from: offset) {
      let length = bytes[start] < 0xE0 ? 2 : bytes[start] < 0xF0 ? 3 : 4
      offset = start + length
      guard let scalar = bytes.scalar(at: start), scalar.utf8.count == length, isFormat(scalar),
        !(scalar == "\u{FEFF}" && start == 0),
        !isNeeded(scalar, at: start, before: offset, in: bytes)
      else { continue }
      places.append(Place(range: start..<offset, scalar: scalar))
    }
    return places
  }

  /// The bytes of a code with a visible stand-in for each of them.
  package static func shown(_ bytes: [UInt8]) -> [UInt8] {
    var shown = bytes
    for place in places(in: bytes) { shown.replaceSubrange(place.range, with: place.standIn) }
    return shown
  }

  private static func isFormat(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFEFF,
      0xE0001, 0xE0020...0xE007F:
      true
    default: false
    }
  }

  /// Whether a character that does not show belongs to its neighbours: between emoji, or beside a letter of
  /// a script that joins letters or is written from the right.
  private static func isNeeded(
    _ scalar: Unicode.Scalar, at start: Int, before end: Int, in bytes: [UInt8]
  ) -> Bool {
    let neighbours = [bytes.scalar(before: start), bytes.scalar(at: end)].compactMap(\.self)
    switch scalar.value {
    case 0x200C...0x200F, 0x061C:
      if neighbours.contains(where: { (0x0590...0x1FFF).contains($0.value) }) { return true }
      return scalar.value == 0x200D && neighbours.count == 2 && neighbours.allSatisfy(isEmoji)
    case 0xE0020...0xE007F:
      return neighbours.first.map { isEmoji($0) || (0xE0020...0xE007F).contains($0.value) } ?? false
    default: return false
    }
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0xFE0F || (scalar.value > 0x2000 && scalar.properties.isEmoji)
  }

  /// The offset of the next byte that may begin one of them.
  private static func candidate(in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { text in
      var start = start
      // Most text is ASCII, so it is asked of 64 bytes at a time.
      while start + 64 <= text.count {
        var all: UInt8 = 0
        for index in start..<start + 64 { all |= unsafe text[index] }
        if all >= 0x80 { break }
        start += 64
      }
      return (start..<max(start, text.count)).first { index in
        let next = unsafe index + 1 < text.count ? text[index + 1] : 0
        switch unsafe text[index] {
        case 0xE2: return next == 0x80 || next == 0x81
        case 0xC2: return next == 0xAD
        case 0xD8: return next == 0x9C
        case 0xE1: return next == 0xA0
        case 0xEF: return next == 0xBB
        case 0xF3: return next == 0xA0
        default: return false
        }
      }
    }
  }
}
