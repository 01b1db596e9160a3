/// The segments of a JPEG file before its picture data.
///
/// See ITU T.81, annex B, and for the contents of the application segments
/// <https://exiftool.org/TagNames/JPEG.html>.
enum JPEG {
  static func pieces(of bytes: [UInt8]) -> [PictureMetadata.Piece] {
    segments(of: bytes, withRest: true)
  }

  private static func segments(
    of bytes: [UInt8], withRest: Bool = false
  ) -> [PictureMetadata.Piece] {
    var pieces: [PictureMetadata.Piece] = []
    var offset = 2
    while let mark = bytes.number(at: offset, bytes: 2), mark >> 8 == 0xFF {
      // Fill bytes may come before a mark.
      if mark == 0xFFFF {
        offset += 1
        continue
      }
      if mark == 0xFFD9 {
        if withRest, let rest = rest(after: offset + 2, of: bytes) { pieces.append(rest) }
        break
      }
      if (0xFFD0...0xFFD8).contains(mark) || mark == 0xFF01 {
        offset += 2
        continue
      }
      guard let length = bytes.number(at: offset + 2, bytes: 2), length >= 2,
        offset + 2 + length <= bytes.count
      else { break }
      if let piece = piece(mark, offset..<offset + 2 + length, of: bytes) { pieces.append(piece) }
      offset += 2 + length
      if mark == 0xFFDA { offset = end(ofScanAt: offset, in: bytes) }
    }
    return pieces
  }

  /// Where the next mark is after the data of a scan.
  private static func end(ofScanAt start: Int, in bytes: [UInt8]) -> Int {
    (start..<max(start, bytes.count - 1)).first { offset in
      bytes[offset] == 0xFF && bytes[offset + 1] != 0 && !(0xD0...0xD7).contains(bytes[offset + 1])
        && bytes[offset + 1] != 0xFF
    } ?? bytes.count
  }

  /// What follows the picture, such as a preview with metadata of its own.
  private static func rest(after end: Int, of bytes: [UInt8]) -> PictureMetadata.Piece? {
    guard end < bytes.count else { return nil }
    let range = end..<bytes.count
    var tells = MetadataWords.tells(bytes, in: range)
    if bytes[range].starts(with: [0xFF, 0xD8]) {
      // The parts of a picture of several do not hold others.
      let segments = segments(of: Array(bytes[range]))
      tells.formUnion(segments.flatMap(\.tells))
    }
    return PictureMetadata.Piece("data after the picture", range, tells: tells)
  }

  private static func piece(_ mark: Int, _ range: Range<Int>, of bytes: [UInt8]) -> PictureMetadata
    .Piece?
  {
    let content = range.lowerBound + 4..<range.upperBound
    func starts(_ text: String) -> Bool { bytes[content].starts(with: text.utf8) }
    func piece(_ name: String) -> PictureMetadata.Piece {
      PictureMetadata.Piece(name, range, tells: MetadataWords.tells(bytes, in: content))
    }
    switch mark {
    case 0xFFE1 where starts("Exif\0\0"):
      let exif = EXIF(bytes[content].dropFirst(6))
      let upright = exif.upright
      let kept = upright.isEmpty ? [] : segment(0xE1, Array("Exif\0\0".utf8) + upright)
      return PictureMetadata.Piece("EXIF", range, replacement: kept, tells: exif.tells)
    case 0xFFE1: return piece("XMP")
    case 0xFFED: return PictureMetadata.Piece("IPTC", range, tells: iptc(bytes, content))
    case 0xFFFE: return piece("a comment")
    // The JFIF header, the colour profile, stereo pairs and Adobe's colour transform say how to show it.
    case 0xFFE0, 0xFFEE: return nil
    case 0xFFE2 where starts("ICC_PROFILE"): return nil
    case 0xFFE2...0xFFEF: return piece("other data")
    default: return nil
    }
  }

  /// By-line, caption writer and contact are names; city, sublocation, state and country are places (IPTC
  /// IIM 4.2, record 2).
  private static func iptc(_ bytes: [UInt8], _ content: Range<Int>) -> Set<PictureMetadata.Content>
  {
    var tells: Set<PictureMetadata.Content> = []
    for offset in content.dropLast(2) where bytes[offset] == 0x1C && bytes[offset + 1] == 2 {
      switch bytes[offset + 2] {
      case 80, 85, 110, 115, 116, 118, 122: tells.insert(.name)
      case 90, 92, 95, 100, 101: tells.insert(.place)
      default: continue
      }
    }
    return tells
  }

  private static func segment(_ mark: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, mark, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }
}
