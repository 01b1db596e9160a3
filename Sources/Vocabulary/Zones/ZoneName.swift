internal import Bytes

/// A zone as an author writes it, with its offset when the words have only one meaning.
///
/// It reads `UTC`, `Z`, `GMT+2`, `+02:00`, abbreviations, `Europe/Berlin`, `Pacific Time`, `New York time`. An
/// abbreviation that several zones share (IST, CST, BST) has no offset: an offset is never guessed. That of a
/// place depends on the day; a ``ZoneResolver`` finds it.
package struct ZoneName: Hashable, Sendable {
  /// Minutes east of UTC; `nil` when the words leave the offset open.
  package let offset: Int?
  /// The zone in the zone database, as a whole name or as the name of its place; `nil` when the offset is
  /// written, and for what is no place.
  package let place: String?
  /// How many bytes it takes in the text.
  package let length: Int
  /// As written.
  package let written: String
  /// Whether several zones or seasons share the abbreviation, so that only ``place`` and a day give its offset.
  package let isShared: Bool
  /// The offset that the abbreviation has, when a different one is written after it: "PST (UTC-7)".
  package let contradicted: Int?

  package init?(leading bytes: ArraySlice<UInt8>) {
    guard let name = Self.name(bytes) else { return nil }
    var cursor = TextCursor(bytes)
    cursor.skip(name.length)
    if let byte = cursor.next, byte.isAlphanumeric { return nil }
    let explained = name.isNumber ? nil : Self.explanation(&cursor)
    let isWrong =
      explained.map { value in
        switch name.meaning {
        case .offset(let own): own != value
        case .several(let all): !all.contains(value)
        case nil: false
        }
      } ?? false
    if let explained {
      offset = explained
    } else if case .offset(let own)? = name.meaning {
      offset = own
    } else {
      offset = nil
    }
    place = explained == nil ? name.place : nil
    if case .several? = name.meaning { isShared = explained == nil } else { isShared = false }
    if isWrong {
      switch name.meaning {
      case .offset(let own): contradicted = own
      case .several(let all): contradicted = all.first
      case nil: contradicted = nil
      }
    } else {
      contradicted = nil
    }
    length = cursor.length
    written = String(decoding: bytes.prefix(length), as: UTF8.self)
  }

  /// Whether the words name a zone wherever they occur. `PT` may be anything, and `MST` may be a name.
  private var isPlain: Bool { written.utf8.count > 2 }

  /// The first zone in a text such as "All times are in UTC." or "Timeline (UTC+2)".
  package static func first(in text: String) -> ZoneName? {
    let bytes = Array(text.utf8)
    var isInside = false
    for index in bytes.indices {
      let byte = bytes[index]
      let wasInside = isInside
      isInside =
        byte.isAlphanumeric || byte == UInt8(ascii: "/")
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      guard !wasInside, byte >= 0x41, byte <= 0x5A || byte == UInt8(ascii: "u") else { continue }
      guard let zone = ZoneName(leading: bytes[index...]), zone.written != "Z" else { continue }
      if zone.isPlain || follows(bytes[..<index]) { return zone }
    }
    return nil
  }

  /// Whether "in", "times" or a bracket comes before a place.
  private static func follows(_ bytes: ArraySlice<UInt8>) -> Bool {
    let last = bytes.last { !$0.isSpaceOrTab }
    if last == UInt8(ascii: "(") || last == UInt8(ascii: "[") || last == UInt8(ascii: ",") {
      return true
    }
    let words = bytes.suffix(12).split { !$0.isLetter }
    guard let word = words.last else { return false }
    return ["in", "times", "time", "all", "zone", "timezone"].contains {
      $0.utf8.elementsEqual(word.map { $0 | 0x20 })
    }
  }
}
