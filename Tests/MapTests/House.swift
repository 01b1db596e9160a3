/// The manifest, the map and the imports of the sources, which must say the same.
struct House {
  let manifest: Manifest
  let map: HouseMap
  /// The modules that the sources in each target's folder import.
  let imports: [String: Set<String>]
  /// Whether a file or folder is there, by its path from `Sources`.
  let exists: (String) -> Bool

  /// Each thing that one of them says and another does not.
  var lies: [String] {
    var found: [String] = []
    for target in manifest.targets { found += lies(of: target) }
    for (index, room) in map.rooms.enumerated() { found += lies(of: room, at: index) }
    for path in map.paths where !exists(path) { found.append("'\(path)' is not there") }
    let folders = Set(manifest.targets.map(\.folder))
    for folder in imports.keys where !folders.contains(folder) {
      found.append("'\(folder)' is not in the manifest")
    }
    return found
  }

  private func lies(of target: Manifest.Target) -> [String] {
    var imported = imports[target.folder] ?? []
    imported.formIntersection(manifest.targets.map(\.name))
    imported.remove(target.name)
    var found: [String] = []
    for name in imported where !target.dependencies.contains(name) {
      found.append("\(target.name) imports \(name) undeclared")
    }
    for name in target.dependencies where !imported.contains(name) {
      // An executable is depended on to be there when the tests run.
      if manifest.target(name)?.isExecutable == true { continue }
      found.append("\(target.name) does not import \(name)")
    }
    return found
  }

  private func lies(of room: HouseMap.Room, at index: Int) -> [String] {
    guard let target = manifest.target(room.name) else {
      return ["the map has a room '\(room.name)', the manifest has not"]
    }
    var found: [String] = []
    let above = Set(map.rooms[..<index].map(\.name))
    for name in target.dependencies where !above.contains(name) {
      found.append("\(room.name) knows \(name), which is not above it")
    }
    let nearest = manifest.nearest(of: target)
    if room.knows != nearest {
      found.append("\(room.name) knows \(nearest.sorted()), not \(room.knows.sorted())")
    }
    for path in room.paths where !exists("\(room.name)/\(path)") {
      found.append("'\(room.name)/\(path)' is not there")
    }
    return found
  }

  /// The module of a line that imports one.
  static func module(importedBy line: some StringProtocol) -> String? {
    let words = line.split(whereSeparator: \.isWhitespace)
    guard let place = words.firstIndex(of: "import"), place + 1 < words.endIndex,
      words[..<place].allSatisfy({ $0.hasPrefix("@") || access.contains(String($0)) })
    else { return nil }
    // A kind of declaration may come before the name.
    let name = words[(place + 1)...].first { !kinds.contains(String($0)) }
    return name?.split(separator: ".").first.map { String($0) }
  }

  private static let kinds: Set<String> = [
    "struct", "enum", "class", "protocol", "func", "var", "let", "typealias",
  ]
  private static let access: Set<String> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
}
