internal import Bytes

/// The zones of the world by name, read from compiled zone files (TZif, RFC 8536) as they are asked for.
package struct ZoneDatabase: Sendable {
  private let read: @Sendable (_ name: String) -> [UInt8]?
  /// Whether there are no zone files at all.
  package let isEmpty: Bool

  /// `read` returns the bytes of the file of a zone such as `Europe/Berlin`; `nil` when there is none.
  package init(reading read: @escaping @Sendable (_ name: String) -> [UInt8]?) {
    self.read = read
    isEmpty = read("UTC") == nil
  }

  private init(isEmpty: Bool, reading read: @escaping @Sendable (_ name: String) -> [UInt8]?) {
    self.isEmpty = isEmpty
    self.read = read
  }

  /// The same zones; `note` is told the name of each file that is asked for.
  package func noting(_ note: @escaping @Sendable (_ file: String) -> Void) -> ZoneDatabase {
    ZoneDatabase(isEmpty: isEmpty) { [read] name in
      note(name)
      return read(name)
    }
  }

  /// Knows no zone.
  package static let none = ZoneDatabase { _ in nil }

  /// The rules of a zone by its whole name, or by its place alone: `Europe/Berlin`, `Berlin`, `New York`.
  package func rules(named name: String) -> ZoneRules? {
    let bytes = name.utf8
    guard bytes.count <= 40,
      bytes.allSatisfy({ $0.isAlphanumeric || "/_-+ ".utf8.contains($0) })
    else { return nil }
    let file = String(decoding: bytes.map { $0 == 0x20 ? 0x5F : $0 }, as: UTF8.self)
    if bytes.contains(UInt8(ascii: "/")) { return rules(inFile: file) }
    for area in Self.areas {
      if let rules = rules(inFile: "\(area)/\(file)") { return rules }
    }
    return nil
  }

  private func rules(inFile name: String) -> ZoneRules? {
    read(name).flatMap { ZoneRules(bytes: $0) }
  }

  private static let areas = [
    "Europe", "America", "Asia", "Australia", "Africa", "Pacific", "Atlantic", "Indian",
  ]
}
