internal import Bytes

extension ZoneName {
  /// The words of a zone, without what explains them.
  struct Name {
    var length: Int
    /// `nil` for a place.
    var meaning: ZoneTable.Meaning?
    var place: String?
    /// Whether an offset is already written.
    var isNumber = false
  }

  static func name(_ bytes: ArraySlice<UInt8>) -> Name? {
    guard let first = bytes.first else { return nil }
    if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      guard let signed = signedOffset(bytes), signed.length >= 5 else { return nil }
      return Name(length: signed.length, meaning: .offset(signed.offset), isNumber: true)
    }
    guard first.isLetter else { return nil }
    var end = bytes.startIndex
    while end < bytes.endIndex, end - bytes.startIndex < 40,
      bytes[end].isLetter || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "_")
    {
      end += 1
    }
    let word = bytes[bytes.startIndex..<end]
    if let name = universal(word, bytes) { return name }
    if word.contains(UInt8(ascii: "/")) {
      return isPlace(word)
        ? Name(length: word.count, place: String(decoding: word, as: UTF8.self)) : nil
    }
    let text = String(decoding: word, as: UTF8.self)
    if word.count <= 4, let meaning = ZoneTable.meaning(of: text) {
      return Name(
        length: word.count, meaning: meaning, place: ZonePlaces.zone(ofAbbreviation: text))
    }
    return namedTime(word, bytes)
  }

  /// `UTC`, `GMT+2`, `Z`.
  private static func universal(_ word: ArraySlice<UInt8>, _ bytes: ArraySlice<UInt8>) -> Name? {
    if word.elementsEqual("Z".utf8) {
      return Name(length: 1, meaning: .offset(0), isNumber: true)
    }
    let isUniversal = ["UTC", "GMT", "utc", "gmt", "Utc"].contains {
      word.elementsEqual($0.utf8)
    }
    guard isUniversal else { return nil }
    var blanks = 0
    var rest = bytes.dropFirst(3)
    if rest.first == 0x20, let next = rest.dropFirst().first, next == UInt8(ascii: "+") {
      blanks = 1
      rest = rest.dropFirst()
    }
    if let signed = signedOffset(rest) {
      return Name(
        length: 3 + blanks + signed.length, meaning: .offset(signed.offset), isNumber: true)
    }
    return Name(length: 3, meaning: .offset(0))
  }

  /// `Europe/Berlin`: an area and a place, both with a capital letter.
  private static func isPlace(_ word: ArraySlice<UInt8>) -> Bool {
    let parts = word.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let area = parts.first, let place = parts.last,
      let capital = place.first
    else { return false }
    return capital.isUppercase
      && areas.contains { area.elementsEqual($0.utf8) }
  }

  private static let areas = [
    "Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian",
    "Antarctica", "Etc", "US", "UC", "Canada", "Brazil",
  ]

  /// `Pacific`, `Eastern Time`, `Denver time`, `New York time`.
  private static func namedTime(_ word: ArraySlice<UInt8>, _ bytes: ArraySlice<UInt8>) -> Name? {
    guard let capital = word.first, capital.isUppercase, word.count >= 3 else {
      return nil
    }
    var text = String(decoding: word, as: UTF8.self)
    var cursor = TextCursor(bytes)
    cursor.skip(word.count)
    cursor.skipBlanks()
    let next = cursor.rest.prefix { $0.isLetter }
    let both = "\(text) \(String(decoding: next, as: UTF8.self))"
    if ZonePlaces.isPlace(both) {
      text = both
      cursor.skip(next.count)
      cursor.skipBlanks()
    } else if word.count < 4 {
      return nil
    }
    for qualifier in ["standard", "daylight", "summer", "local"] {
      if cursor.take(word: qualifier) { cursor.skipBlanks() }
    }
    let place = ZonePlaces.zone(ofWords: text)
    if cursor.take(word: "time") {
      return notPlaces.contains(text) ? nil : Name(length: cursor.length, place: place)
    }
    return ["Pacific", "Eastern", "Mountain"].contains(text)
      ? Name(length: word.count, place: place) : nil
  }

  private static let notPlaces: Set<String> = [
    "This", "That", "Some", "Same", "Start", "Down", "Response", "Long", "First", "Last", "Over",
    "Each", "Every", "Real", "More", "Much", "Wall", "Total", "Detection", "Resolution", "Mean",
    "Recovery", "Date", "Event", "What", "Incident", "Approximate", "Actual", "Relative",
  ]

  /// The offset of "PST (UTC-7)" or "CET, UTC+1".
  static func explanation(_ cursor: inout TextCursor) -> Int? {
    var ahead = cursor
    ahead.skipBlanks()
    let isBracketed = ahead.take("(")
    guard isBracketed || ahead.take(",") || ahead.take("/") else { return nil }
    ahead.skipBlanks()
    if ahead.take("=") { ahead.skipBlanks() }
    guard ahead.take("UTC") || ahead.take("GMT") else { return nil }
    ahead.skipBlanks()
    guard let signed = signedOffset(ahead.rest) else { return nil }
    ahead.skip(signed.length)
    if isBracketed, !ahead.take(")") { return nil }
    cursor = ahead
    return signed.offset
  }

  /// `+2`, `-07`, `+0530`, `+05:30` or `−3`.
  private static func signedOffset(_ bytes: ArraySlice<UInt8>) -> (offset: Int, length: Int)? {
    var cursor = TextCursor(bytes)
    let isWest: Bool
    if cursor.take("+") {
      isWest = false
    } else {
      guard cursor.take("-") || cursor.take("−") || cursor.take("–") else { return nil }
      isWest = true
    }
    var hours = 0
    var minutes = 0
    if let value = cursor.number(digits: 4...4) {
      (hours, minutes) = (value / 100, value % 100)
    } else if let value = cursor.number(digits: 1...2) {
      hours = value
      var ahead = cursor
      if ahead.take(":"), let value = ahead.number(digits: 2...2) {
        minutes = value
        cursor = ahead
      }
    } else {
      return nil
    }
    // No offset has other parts of an hour: "10:05 UTC-10:15 UTC" is a range.
    guard hours <= 14, minutes == 0 || minutes == 30 || (minutes == 45 && !isWest) else {
      return nil
    }
    return ((hours * 60 + minutes) * (isWest ? -1 : 1), cursor.length)
  }
}
