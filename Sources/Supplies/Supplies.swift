private import CSupplies

/// A file that the program brings with it: a template, or a part of the Docusaurus project.
package struct Supply: Hashable, Sendable {
  /// As in build-site's own repository: `templates/archive/home.mustache`.
  package let path: String
  package let bytes: [UInt8]
}

/// The files that are compiled into the program, so that it needs no folder beside it.
package enum Supplies {
  /// All of them, sorted by path.
  package static var all: [Supply] { files { $0 } }

  /// Those in a folder, with their paths below it, sorted.
  package static func files(in folder: String) -> [Supply] {
    let prefix = folder + "/"
    return files { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.utf8.count)) : nil }
  }

  /// - Returns: `nil` when the program brings no such file.
  package static func file(_ path: String) -> Supply? {
    files { $0 == path ? $0 : nil }.first
  }

  /// Those that have a name, under that name.
  private static func files(_ name: (_ path: String) -> String?) -> [Supply] {
    (0..<supplies_count()).compactMap { index in
      name(unsafe String(cString: supplies_path(index))).map { name in
        Supply(path: name, bytes: Array(unsafe String(cString: supplies_text(index)).utf8))
      }
    }
  }
}
