internal import Bytes

/// The metadata of an SVG file: its `metadata` elements, and where Inkscape exported it to, which names a
/// person's folder.
enum SVGMetadata {
  private static let closing = Array("</metadata>".utf8)

  static func pieces(of bytes: [UInt8]) -> [PictureMetadata.Piece] {
    var pieces: [PictureMetadata.Piece] = []
    // An element that does not end is damage: it stays as it is.
    let last = bytes.lastOffset(of: closing) ?? 0
    var offset = 0
    while offset < bytes.count {
      if bytes[offset] == 0x3C, offset < last, let range = element(at: offset, in: bytes) {
        pieces.append(
          PictureMetadata.Piece(
            "metadata", range, tells: MetadataWords.tells(bytes, in: range)))
        offset = range.upperBound
      } else if bytes[offset] == 0x69, let range = attribute(at: offset, in: bytes) {
        pieces.append(
          PictureMetadata.Piece("inkscape:export-filename", range, tells: [.name]))
        offset = range.upperBound
      } else {
        offset += 1
      }
    }
    return pieces
  }

  private static func element(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard bytes[start...].starts(with: "<metadata".utf8),
      let tag = bytes[start...].firstIndex(of: 0x3E)
    else { return nil }
    if bytes[tag - 1] == 0x2F { return start..<tag + 1 }
    return bytes.offset(of: closing, in: tag..<bytes.count).map { start..<$0 + closing.count }
  }

  private static func attribute(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
    let name = Array("inkscape:export-filename=".utf8)
    guard bytes[start...].starts(with: name), start + name.count < bytes.count,
      bytes[start + name.count] == 0x22 || bytes[start + name.count] == 0x27
    else { return nil }
    let quote = bytes[start + name.count]
    return bytes[(start + name.count + 1)...].firstIndex(of: quote).map { start..<$0 + 1 }
  }
}
