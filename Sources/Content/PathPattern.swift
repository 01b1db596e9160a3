internal import Bytes

/// A pattern for paths, as in `.gitignore` without negation: `*` and `?` stand for characters other than `/`, and
/// `**` for any. Without a `/` inside, it is compared with the name of every file and folder; with one, with paths
/// from the root. What matches a folder matches everything in it.
struct PathPattern: Sendable {
  private let parts: [[UInt8]]
  /// Whether it begins at the root.
  private let isAnchored: Bool
  private let isOfFolder: Bool

  /// `nil` for a pattern without a name.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    isOfFolder = bytes.last == UInt8(ascii: "/")
    parts = bytes.split(separator: UInt8(ascii: "/")).map(Array.init).filter {
      $0 != [UInt8(ascii: ".")]
    }
    guard !parts.isEmpty else { return nil }
    isAnchored = bytes.first == UInt8(ascii: "/") || parts.count > 1
  }

  func matches(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    if !isAnchored {
      let candidates = isOfFolder ? names.dropLast() : names[...]
      return candidates.contains { Self.matches($0, parts[0]) }
    }
    // The rows of a table, a byte of memory each: whether the pattern so far matches that many names.
    var row = [true] + Array(repeating: false, count: names.count)
    for part in parts {
      let isAny = part == [UInt8(ascii: "*"), UInt8(ascii: "*")]
      var next = Array(repeating: false, count: names.count + 1)
      for count in row.indices {
        if isAny {
          next[count] = row[count] || count > 0 && next[count - 1]
        } else if count > 0 {
          next[count] = row[count - 1] && Self.matches(names[count - 1], part)
        }
      }
      row = next
    }
    // A match of fewer names is that of a folder above.
    return row.indices.dropFirst().contains { row[$0] && ($0 < names.count || !isOfFolder) }
  }

  /// Compares one name: after a mismatch only the last star takes one byte more, so the time is at most the
  /// product of the lengths.
  private static func matches(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
    var place = 0
    var mark = 0
    var star: Int?
    var taken = 0
    while place < name.count {
      if mark < pattern.count, pattern[mark] == UInt8(ascii: "*") {
        star = mark
        taken = place
        mark += 1
      } else if mark < pattern.count,
        pattern[mark] == UInt8(ascii: "?") || pattern[mark] == name[place]
      {
        place += 1
        mark += 1
      } else if let star {
        taken += 1
        place = taken
        mark = star + 1
      } else {
        return false
      }
    }
    return pattern[mark...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
