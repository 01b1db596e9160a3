/// The blocks of a GIF file: its comments and XMP. See <https://www.w3.org/Graphics/GIF/spec-gif89a.txt>.
enum GIF {
  static func pieces(of bytes: [UInt8]) -> [PictureMetadata.Piece] {
    var pieces: [PictureMetadata.Piece] = []
    guard bytes.count > 13 else { return [] }
    var offset = 13 + colors(bytes[10])
    while offset + 1 < bytes.count {
      switch bytes[offset] {
      case 0x21:
        let label = bytes[offset + 1]
        guard let end = end(ofBlocksAt: offset + 2, in: bytes) else { return pieces }
        let isXMP = label == 0xFF && bytes.text(at: offset + 3, 8) == "XMP Data"
        if label == 0xFE || isXMP {
          pieces.append(
            PictureMetadata.Piece(
              isXMP ? "XMP" : "a comment", offset..<end,
              tells: MetadataWords.tells(bytes, in: offset..<end)))
        }
        offset = end
      case 0x2C where offset + 10 < bytes.count:
        guard let end = end(ofBlocksAt: offset + 11 + colors(bytes[offset + 9]), in: bytes) else {
          return pieces
        }
        offset = end
      default: return pieces
      }
    }
    return pieces
  }

  /// The size of a table of colours.
  private static func colors(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }

  /// Where a series of blocks ends; `nil` when it is cut off.
  private static func end(ofBlocksAt start: Int, in bytes: [UInt8]) -> Int? {
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == 0 { return offset + 1 }
      offset += 1 + Int(bytes[offset])
    }
    return nil
  }
}
