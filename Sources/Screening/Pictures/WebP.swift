/// The chunks of a WebP file. See RFC 9649, section 2.
enum WebP {
  static func pieces(of bytes: [UInt8]) -> [PictureMetadata.Piece] {
    var pieces: [PictureMetadata.Piece] = []
    var offset = 12
    while let type = bytes.text(at: offset, 4),
      let length = bytes.number(at: offset + 4, bytes: 4, littleEndian: true),
      length <= bytes.count - offset - 8
    {
      // Chunks have an even number of bytes.
      let end = min(offset + 8 + length + length % 2, bytes.count)
      let content = offset + 8..<offset + 8 + length
      switch type {
      case "EXIF":
        let hasHeader = bytes[content].starts(with: "Exif\0\0".utf8)
        let exif = EXIF(bytes[content].dropFirst(hasHeader ? 6 : 0))
        let upright = exif.upright
        let kept =
          upright.isEmpty
          ? [] : Array("EXIF".utf8) + [UInt8(upright.count), 0, 0, 0] + upright
        pieces.append(
          PictureMetadata.Piece("EXIF", offset..<end, replacement: kept, tells: exif.tells))
      case "XMP ":
        pieces.append(
          PictureMetadata.Piece(
            "XMP", offset..<end, tells: MetadataWords.tells(bytes, in: content)))
      default: break
      }
      offset = end
    }
    return pieces
  }

  /// The file with the length and the flags that it has without its metadata.
  static func sized(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let length = bytes.count - 8
    for index in 0..<4 { bytes[4 + index] = UInt8(truncatingIfNeeded: length >> (8 * index)) }
    guard bytes.text(at: 12, 4) == "VP8X", bytes.count > 20 else { return bytes }
    let hasEXIF = pieces(of: bytes).contains { $0.name == "EXIF" }
    // Bit 2 says that there is XMP, bit 3 that there is EXIF.
    bytes[20] = bytes[20] & ~0x0C | (hasEXIF ? 0x08 : 0)
    return bytes
  }
}
