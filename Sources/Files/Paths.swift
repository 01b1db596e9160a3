#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The absolute path of the working directory; "/" when the system does not say.
package func workingFolder() -> String {
  guard let path = unsafe getcwd(nil, 0) else { return "/" }
  defer { unsafe free(path) }
  return unsafe String(cString: path)
}

/// Makes a folder the working directory.
package func enterFolder(_ path: String) throws(FileError) {
  guard unsafe chdir(path) == 0 else { throw FileError(path: path, code: errno) }
}

/// A path with all links followed, or as it is when nothing is there.
package func realPath(_ path: String) -> String {
  guard let real = unsafe realpath(path, nil) else { return path }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}

/// A path below a root without `.`, `..` and doubled `/`.
///
/// - Parameters:
///   - path: The path as the author wrote it, with `/`.
///   - folder: The folder below the root that `path` starts from.
/// - Returns: "" for the root itself; `nil` when the path leaves the root, is absolute, or holds a NUL.
package func foldedPath(_ path: String, from folder: String = "") -> String? {
  guard path.utf8.first != 0x2F, !path.utf8.contains(0) else { return nil }
  var parts: [Substring] = []
  for part in folder.split(separator: "/") + path.split(separator: "/") {
    switch part {
    case ".": continue
    case "..":
      guard parts.popLast() != nil else { return nil }
    default: parts.append(part)
    }
  }
  return parts.joined(separator: "/")
}

/// The relative path from one file to another file or folder, both below the same root.
///
/// - Parameters:
///   - source: A file such as `blog/index.html`; the path starts from its folder.
///   - target: The target; a folder may end in `/`.
/// - Returns: A path such as `../a.png`; "." for the folder of `source`. A first part that holds a
///   colon has `./` before it, for it would be the scheme of a URL.
package func relativePath(from source: String, to target: String) -> String {
  let start = source.split(separator: "/").dropLast()
  let end = target.split(separator: "/")
  let common = zip(start, end).prefix { $0 == $1 }.count
  let up = Array(repeating: Substring(".."), count: start.count - common)
  let parts = up + end.dropFirst(common)
  guard let first = parts.first else { return "." }
  let way = parts.joined(separator: "/")
  return first.utf8.contains(0x3A) ? "./" + way : way
}

/// A path below a folder; "" and "." are the working directory.
package func joinedPath(_ folder: String, _ path: String) -> String {
  if folder.isEmpty || folder == "." { return path }
  if path.isEmpty { return folder }
  return folder.utf8.last == 0x2F ? folder + path : "\(folder)/\(path)"
}

/// What the paths below a folder begin with: the folder and a `/`; "" for the working directory.
package func folderPrefix(_ folder: String) -> String {
  String(joinedPath(folder, "x").dropLast())
}

/// The path of the folder a file is in; "" when the path is only a name.
package func folderPath(of path: String) -> String {
  let trimmed = path.utf8.last == 0x2F && path.utf8.count > 1 ? path.dropLast() : path[...]
  guard let slash = trimmed.utf8.lastIndex(of: 0x2F) else { return "" }
  return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
}

/// The last part of a path.
package func fileName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}
