/// The chunks of a PNG file. See <https://www.w3.org/TR/png-3/#11Chunks>.
enum PNG {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func pieces(of bytes: [UInt8]) -> [PictureMetadata.Piece] {
    var pieces: [PictureMetadata.Piece] = []
    var offset = signature.count
    while let length = bytes.number(at: offset, bytes: 4), let type = bytes.text(at: offset + 4, 4),
      length <= bytes.count - offset - 12
    {
      let range = offset..<offset + 12 + length
      let content = offset + 8..<offset + 8 + length
      switch type {
      case "tEXt", "zTXt", "iTXt":
        // The text of the last two may be compressed; its keyword is not.
        pieces.append(
          PictureMetadata.Piece(type, range, tells: MetadataWords.tells(bytes, in: content)))
      case "eXIf":
        let exif = EXIF(bytes[content])
        let upright = exif.upright
        pieces.append(
          PictureMetadata.Piece(
            "EXIF", range, replacement: upright.isEmpty ? [] : chunk("eXIf", upright),
            tells: exif.tells))
      case "tIME":
        pieces.append(PictureMetadata.Piece(type, range))
      default: break
      }
      offset = range.upperBound
      if type == "IEND", offset < bytes.count {
        // Some programs leave there what was cut off the picture.
        pieces.append(PictureMetadata.Piece("data after the picture", offset..<bytes.count))
        break
      }
    }
    return pieces
  }

  private static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + content
    return number(content.count) + body + number(Int(crc(body)))
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// The cyclic redundancy code of a chunk's type and content, as annex D has it.
  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return crc ^ 0xFFFF_FFFF
  }
}
