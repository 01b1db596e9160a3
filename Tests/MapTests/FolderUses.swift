/// Which folders of a target use names that other folders of it declare.
///
/// It compares words, not meanings. A type or a function at the top level counts in every folder that
/// does not declare the same name itself. What an extension adds to a type of another folder or target
/// counts when nothing else in the target has its name, so a use of a common name may be missed.
struct FolderUses {
  /// The names that a folder uses of another, each with a file that does.
  private(set) var names: [String: [String: [String: String]]] = [:]

  /// - Parameter files: The words of each file, by its path in the target.
  init(of files: [String: [SwiftWord]]) {
    var declared: [String: FolderDeclarations] = [:]
    for (path, words) in files {
      declared[Self.folder(of: path), default: FolderDeclarations()].read(words)
    }
    let owners = Self.owners(of: declared)
    for (path, words) in files {
      let folder = Self.folder(of: path)
      for (index, word) in words.enumerated() {
        guard let owner = owners[word.text], owner != folder,
          declared[folder]?.all.contains(word.text) != true
        else { continue }
        // An argument's label.
        if index > 0, index + 1 < words.count, words[index + 1].text == ":",
          ["(", ","].contains(words[index - 1].text)
        {
          continue
        }
        names[folder, default: [:]][owner, default: [:]][word.text] = path
      }
    }
  }

  /// The folder that a name belongs to, for names that belong to one.
  private static func owners(of declared: [String: FolderDeclarations]) -> [String: String] {
    var folders: [String: [String]] = [:]
    for (folder, names) in declared {
      for name in names.all { folders[name, default: []].append(folder) }
    }
    var owners: [String: Set<String>] = [:]
    for (folder, names) in declared {
      let members = names.members.filter { !names.types.contains($0.type) }.map(\.name)
        .filter { folders[$0]?.count == 1 }
      for name in names.topLevel.union(members) { owners[name, default: []].insert(folder) }
    }
    return owners.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The first part of a path; `.` for a file that is in no folder.
  static func folder(of path: String) -> String {
    path.contains("/") ? String(path.prefix { $0 != "/" }) : "."
  }

  /// What stands in the way of an order, as in `A uses B: name (A/File.swift)`: every use of a folder
  /// that does not come before.
  func uses(against order: [String]) -> [String] {
    var found: [String] = []
    for (folder, others) in names {
      for (other, names) in others {
        if let place = order.firstIndex(of: folder), let below = order.firstIndex(of: other),
          below < place
        {
          continue
        }
        found += names.map { "\(folder) uses \(other): \($0.key) (\($0.value))" }
      }
    }
    return found.sorted()
  }
}
