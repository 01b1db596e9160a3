internal import Content
internal import Files

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A folder to load for a check, and the part of it that is asked about.
struct CheckScope {
  let root: String
  /// Whether `root` is the project's content: then a link out of it is wrong, and else just unknown.
  let isContent: Bool
  private var paths: [String]

  func covers(_ path: String) -> Bool {
    paths.contains { $0 == path || $0 == root || path.hasPrefix($0 + "/") }
  }

  /// Paths in the content folder are judged with all of it, so that their links can be followed; other
  /// files with the folder they are in.
  ///
  /// - Throws: `FileError` for a path where nothing is.
  static func scopes(of operands: [String], content: String) throws -> [CheckScope] {
    var scopes: [CheckScope] = []
    var failures: [FileError] = []
    for operand in operands {
      let path = trimmed(operand)
      do throws(FileError) {
        guard let status = try fileStatus(of: path) else {
          throw FileError(path: path, code: ENOENT)
        }
        let isFolder = status.kind == .folder
        let isInContent = path == content || path.hasPrefix(content + "/")
        let root = isInContent ? content : isFolder ? path : folderPath(of: path)
        add(path, root: root.isEmpty ? "." : root, isContent: isInContent, to: &scopes)
      } catch {
        failures.append(error)
      }
    }
    if !failures.isEmpty { throw ContentError.unreadable(failures) }
    return scopes
  }

  private static func add(
    _ path: String, root: String, isContent: Bool, to scopes: inout [CheckScope]
  ) {
    if let index = scopes.firstIndex(where: { $0.root == root }) {
      scopes[index].paths.append(path)
    } else {
      scopes.append(CheckScope(root: root, isContent: isContent, paths: [path]))
    }
  }

  /// Without `./` before and `/` behind.
  private static func trimmed(_ path: String) -> String {
    var path = path[...]
    while path.hasPrefix("./"), path.utf8.count > 2 { path = path.dropFirst(2) }
    while path.utf8.last == UInt8(ascii: "/"), path.utf8.count > 1 { path = path.dropLast() }
    return String(path)
  }
}
