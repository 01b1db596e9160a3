internal import Bytes

/// A pattern that chooses hosts, as in `hosts:` of a play or after `--limit`: names, groups and wildcards.
package struct HostPattern: Sendable {
  /// The names in it, without the marks for exclusion, intersection and position. What cannot be told without
  /// running something is left out: regular expressions, files, variables.
  package let names: [String]

  package init(_ text: String) {
    var names: [String] = []
    var name: [UInt8] = []
    var depth = 0
    for byte in Array(text.utf8) + [UInt8(ascii: ",")] {
      if byte == .leftBracket { depth += 1 }
      if byte == .rightBracket { depth -= 1 }
      if depth == 0, byte == UInt8(ascii: ",") || byte == .colon {
        names += Self.name(in: name).map { [$0] } ?? []
        name = []
      } else {
        name.append(byte)
      }
    }
    self.names = names
  }

  private static func name(in bytes: [UInt8]) -> String? {
    var part = bytes.drop(while: \.isSpaceOrTab).withoutEnd(\.isSpaceOrTab)
    if let first = part.first, first == .exclamation || first == UInt8(ascii: "&") {
      part = part.dropFirst()
    }
    guard let first = part.first, first != UInt8(ascii: "~"), first != UInt8(ascii: "@") else {
      return nil
    }
    // "web[0]" and "web[1:3]" are positions in a group; "web[ab]" is a wildcard.
    if part.last == .rightBracket, let open = part.lastIndex(of: .leftBracket),
      part[(open + 1)...].dropLast().allSatisfy({
        $0.isDigit || $0 == .colon || $0 == .hyphen
      })
    {
      part = part[..<open]
    }
    let text = String(decoding: part, as: UTF8.self)
    return text.isEmpty || isOpen(text) ? nil : text
  }

  /// Whether a value is only known when the command is run, or stands for one that the reader fills in.
  package static func isOpen(_ text: String) -> Bool {
    text.utf8.contains { "$<>{}`…".utf8.contains($0) } || text.contains("...")
      || text.hasPrefix("[")
  }

  /// Those of its names that no host and no group has.
  package func unknown(in inventory: Inventory) -> [String] {
    guard inventory.isWhole else { return [] }
    return names.filter { name in
      if ["localhost", "127.0.0.1", "::1", "*"].contains(name) { return false }
      if name.utf8.contains(where: { "*?[".utf8.contains($0) }) {
        let pattern = Array(name.utf8)
        return !inventory.names.contains { Self.matches(pattern, Array($0.utf8)) }
      }
      return !inventory.hasGroup(name) && !inventory.hosts.contains(name)
    }
  }

  /// Whether a name fits a wildcard pattern. Sets of characters count as any one character. Linear in the name for
  /// each star.
  private static func matches(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
    let pattern = withoutSets(pattern)
    var (place, index) = (0, 0)
    var star: (pattern: Int, name: Int)?
    while index < name.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, index)
        place += 1
      } else if place < pattern.count,
        pattern[place] == UInt8(ascii: "?") || pattern[place] == name[index]
      {
        place += 1
        index += 1
      } else if let last = star {
        place = last.pattern + 1
        index = last.name + 1
        star = (last.pattern, index)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  private static func withoutSets(_ pattern: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var rest = pattern[...]
    while let byte = rest.popFirst() {
      if byte == .leftBracket, let end = rest.firstIndex(of: .rightBracket) {
        plain.append(UInt8(ascii: "?"))
        rest = rest[(end + 1)...]
      } else {
        plain.append(byte)
      }
    }
    return plain
  }
}
