internal import Bytes

/// A calendar as iCalendar (RFC 5545): all-day events, the same bytes for the same events.
package struct CalendarWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  /// - Parameters:
  ///   - name: what programs call the calendar.
  ///   - stamp: the day that the events are as of, as `YYYYMMDD`; a time of the build would change every build.
  ///   - capacity: the number of bytes that there is room for, so that a long calendar is not copied while it grows.
  package init(name: String, stamp: String, capacity: Int = 0) {
    self.stamp = stamp
    bytes.reserveCapacity(capacity)
    line("BEGIN:VCALENDAR")
    line("VERSION:2.0")
    line("PRODID:-//build-site//archive//EN")
    line("CALSCALE:GREGORIAN")
    line("X-WR-CALNAME:" + Self.escaped(name))
  }

  private let stamp: String

  /// Adds an event of a whole day, `YYYYMMDD`.
  package mutating func event(
    id: String, day: String, summary: String, description: String, url: String
  ) {
    line("BEGIN:VEVENT")
    line("UID:" + Self.escaped(id))
    line("DTSTAMP:\(stamp)T000000Z")
    line("DTSTART;VALUE=DATE:" + day)
    line("SUMMARY:" + Self.escaped(summary))
    line("DESCRIPTION:" + Self.escaped(description))
    if !url.isEmpty { line("URL:" + url) }
    line("TRANSP:TRANSPARENT")
    line("END:VEVENT")
  }

  package mutating func end() { line("END:VCALENDAR") }

  /// Commas, semicolons and backslashes have a meaning in texts; control characters are not allowed.
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ","), UInt8(ascii: ";"):
        bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += Array("\\n".utf8)
      case 0..<0x20, 0x7F: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A line has at most 75 bytes; what follows is in lines that begin with a space. A character is never cut.
  private mutating func line(_ text: String) {
    var rest = Array(text.utf8)[...]
    var room = Self.longest
    while rest.count > room {
      var end = rest.startIndex + room
      while rest[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += rest[..<end]
      bytes += "\r\n ".utf8
      rest = rest[end...]
      room = Self.longest - 1
    }
    bytes += rest
    bytes += "\r\n".utf8
  }

  private static let longest = 75
}
