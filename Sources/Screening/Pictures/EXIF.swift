internal import Bytes

/// A block of EXIF, which is a small TIFF file.
///
/// See CIPA DC-008 (EXIF 2.32), sections 4.6.4 and 4.6.6.
struct EXIF {
  private(set) var tells: Set<PictureMetadata.Content> = []
  /// 1 to 8; 1 when it does not say.
  private(set) var orientation = 1

  /// Tags that hold names: the artist, the copyright, the host computer, the camera's owner and serial
  /// number, and the words of Windows.
  private static let names: Set<Int> = [
    0x010E, 0x013B, 0x013C, 0x8298, 0xA430, 0xA431, 0xA435, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F,
    0x9286,
  ]
  private static let gps = 0x8825
  private static let exif = 0x8769
  private static let orientationTag = 0x0112
  /// No more entries are looked at: a list may lead back to itself.
  private static let mostEntries = 4096

  /// Reads the TIFF structure in some bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    let data = Array(bytes)
    let isLittle = data.starts(with: "II".utf8)
    guard isLittle || data.starts(with: "MM".utf8),
      let first = data.number(at: 4, bytes: 4, littleEndian: isLittle)
    else { return }
    var lists = [first]
    var seen: Set<Int> = []
    var entries = 0
    while let list = lists.popLast() {
      guard seen.insert(list).inserted,
        let count = data.number(at: list, bytes: 2, littleEndian: isLittle)
      else { continue }
      for index in 0..<count {
        entries += 1
        let entry = list + 2 + index * 12
        guard entries < Self.mostEntries,
          let tag = data.number(at: entry, bytes: 2, littleEndian: isLittle),
          let value = data.number(at: entry + 8, bytes: 4, littleEndian: isLittle)
        else { return }
        switch tag {
        case Self.orientationTag:
          let turn = data.number(at: entry + 8, bytes: 2, littleEndian: isLittle) ?? 1
          if (1...8).contains(turn) { orientation = turn }
        case Self.gps: tells.insert(.place)
        case Self.exif: lists.append(value)
        case _ where Self.names.contains(tag): tells.insert(.name)
        default: continue
        }
      }
    }
  }

  /// A TIFF structure that says only how the picture is turned; empty when it is upright.
  var upright: [UInt8] {
    guard orientation != 1 else { return [] }
    return Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0]
      + [UInt8(orientation), 0, 0, 0, 0, 0, 0]
  }
}

/// The words of XMP and of text chunks that hold places and names.
enum MetadataWords {
  static func tells(_ bytes: [UInt8], in range: Range<Int>) -> Set<PictureMetadata.Content> {
    // A packet of XMP is a few kilobytes; the rest of a larger one is space for edits.
    let range = range.prefix(1 << 18)
    func holds(_ word: String) -> Bool { bytes.offset(of: Array(word.utf8), in: range) != nil }
    var tells: Set<PictureMetadata.Content> = []
    if places.contains(where: holds) { tells.insert(.place) }
    if names.contains(where: holds) { tells.insert(.name) }
    return tells
  }

  /// Keywords of PNG, and names of XMP's properties for photographs. A raw profile is a whole block of EXIF.
  private static let places = [
    "GPS", "photoshop:City", "photoshop:State", "photoshop:Country", "Iptc4xmpCore:Location",
    "LocationCreated", "LocationShown", "Raw profile type",
  ]
  private static let names = [
    "dc:creator", "dc:rights", "Author", "Artist", "Copyright", "photoshop:Credit", "OwnerName",
    "SerialNumber", "PersonInImage", "CreatorContactInfo",
  ]
}
