/// `Sources/README.md`: its table of rooms, and the files and folders that it names.
struct HouseMap {
  struct Room: Equatable {
    let name: String
    let knows: Set<String>
    /// Files and folders that the row names, from the target's folder.
    let paths: [String]
  }

  /// In the order of the map; targets that share a row are rooms of their own.
  private(set) var rooms: [Room] = []
  /// Files and folders that the rest of the map names, from `Sources`.
  private(set) var paths: [String] = []

  init(_ text: String) {
    var isTable = false
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "|").map(\.trimmed)
      if cells.count == 3, line.hasPrefix("|") {
        if cells[0] == "target" { isTable = true }
        if isTable, cells[0].hasPrefix("`") {
          let knows = Set(cells[2].split(separator: ",").map { Self.plain($0) }).subtracting(["–"])
          rooms += Self.spans(in: cells[0]).map {
            Room(name: $0, knows: knows, paths: Self.paths(in: cells[1]))
          }
          continue
        }
      } else {
        isTable = false
      }
      paths += Self.paths(in: line)
    }
  }

  private static func plain(_ cell: Substring) -> String {
    String(cell.trimmed.filter { $0 != "`" })
  }

  /// What stands between back-ticks.
  private static func spans(in text: Substring) -> [String] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0]) }
  }

  /// The spans that name a file of Swift or anything in a folder, up to a part that is to be filled in.
  private static func paths(in text: Substring) -> [String] {
    spans(in: text).filter { $0.contains("/") || $0.hasSuffix(".swift") }.map { path in
      path.split(separator: "/").prefix { !$0.contains("<") }.joined(separator: "/")
    }
  }
}
