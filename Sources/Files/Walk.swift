#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Something that a walk found. Folders are entered, and reported only when that is all there is to say.
package struct FoundFile: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case file
    /// A symbolic link, whatever it points to; it is not followed.
    case link
    /// A device, a pipe or a socket.
    case other
    /// A folder that holds no visible name.
    case emptyFolder
    /// A folder that cannot be listed, or a name that is not UTF-8 (`EILSEQ`).
    case unreadable(errno: Int32)
    /// A folder deeper than ``deepestFolder``.
    case tooDeep
    /// A folder of pages that a build wrote: it holds a ``stateFolder``. It is not entered.
    case output
  }

  /// Below the root of the walk, with `/`.
  package let path: String
  package let kind: Kind

  package init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

/// The name of the folder in which a build keeps its own state, beside the pages that it wrote.
package let stateFolder = ".build-site"

/// The number of levels that a walk enters; anything deeper is not content.
package let deepestFolder = 64

/// Lists a folder and all folders below it.
///
/// Names that start with a dot are left out. Links are reported but not followed, so there are no loops.
///
/// - Parameters:
///   - root: The folder; the root itself may be a link.
///   - entering: Whether to enter a folder, by its path below the root.
/// - Returns: Everything that is not a folder with something in it, sorted by the bytes of the paths, those of
///   folders taken with a `/` at the end.
/// - Throws: When the root cannot be listed. A folder below it that cannot be listed is reported in its place.
package func walk(
  _ root: String, entering: (_ folder: String) -> Bool = { _ in true }
) throws(FileError) -> [FoundFile] {
  var found: [FoundFile] = []
  let folder = try OpenFolder(root)
  list(try folder.entries(), of: folder, prefix: "", depth: 1, entering: entering, into: &found)
  return found
}

private func list(
  _ entries: [OpenFolder.Entry], of folder: borrowing OpenFolder, prefix: String, depth: Int,
  entering: (String) -> Bool, into found: inout [FoundFile]
) {
  // A folder sorts as if its name ended in "/", which makes the order that of the whole paths.
  let visible = entries.filter { $0.name.utf8.first != 0x2E }
    .map { (name: $0.kind == .folder ? $0.name + "/" : $0.name, entry: $0) }
    .sorted { bytesPrecede($0.name, $1.name) }
  for (name, entry) in visible {
    let path = prefix + entry.name
    guard entry.isUTF8 else {
      found.append(FoundFile(path: path, kind: .unreadable(errno: EILSEQ)))
      continue
    }
    switch entry.kind {
    case .file: found.append(FoundFile(path: path, kind: .file))
    case .link: found.append(FoundFile(path: path, kind: .link))
    case .other: found.append(FoundFile(path: path, kind: .other))
    case .folder where !entering(path): break
    case .folder where depth == deepestFolder:
      found.append(FoundFile(path: path, kind: .tooDeep))
    case .folder:
      do throws(FileError) {
        let inner = try folder.folder(entry.name, path: path)
        let names = try inner.entries()
        if names.contains(where: { $0.kind == .folder && $0.name == stateFolder }) {
          found.append(FoundFile(path: path, kind: .output))
          continue
        }
        if names.allSatisfy({ $0.name.utf8.first == 0x2E }) {
          found.append(FoundFile(path: path, kind: .emptyFolder))
        }
        list(
          names, of: inner, prefix: prefix + name, depth: depth + 1, entering: entering,
          into: &found)
      } catch {
        found.append(FoundFile(path: path, kind: .unreadable(errno: error.code)))
      }
    }
  }
}

/// Whether the UTF-8 of one text sorts before that of the other.
package func bytesPrecede(_ left: String, _ right: String) -> Bool {
  let fast: Bool?? = unsafe left.utf8.withContiguousStorageIfAvailable { left in
    unsafe right.utf8.withContiguousStorageIfAvailable { right -> Bool in
      guard let start = left.baseAddress, let other = right.baseAddress else {
        return left.count < right.count
      }
      let order = unsafe memcmp(start, other, min(left.count, right.count))
      return order == 0 ? left.count < right.count : order < 0
    }
  }
  return fast.flatMap(\.self) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
}
