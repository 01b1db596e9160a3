package import Files

/// Where content comes from: the list of a folder's files, and the bytes of each.
package struct ContentSource: Sendable {
  /// The files of a folder as ``Files/walk(_:entering:)`` finds them; those below its folders only when `isDeep`.
  package let list: @Sendable (_ folder: String, _ isDeep: Bool) throws(FileError) -> [FoundFile]
  package let read: @Sendable (_ path: String) throws(FileError) -> [UInt8]
  /// Whether a folder is at a path.
  package let isFolder: @Sendable (_ path: String) throws(FileError) -> Bool

  package static let disk = ContentSource(
    list: { folder, isDeep throws(FileError) in try walk(folder) { _ in isDeep } },
    read: { path throws(FileError) in try readFile(path) },
    isFolder: { path throws(FileError) in try fileStatus(of: path)?.kind == .folder })

  /// Files that are on no disk, as the examples of a rule.
  package static func memory(_ files: [String: [UInt8]]) -> ContentSource {
    let nothing = ContentSource(
      list: { _, _ in [] },
      read: { path throws(FileError) in throw FileError(path: path, code: missingFile) },
      isFolder: { _ in false })
    return nothing.replacing(files)
  }

  /// The same with other bytes for some files, as those an editor has not saved yet. A file that is not
  /// there appears.
  package func replacing(_ files: [String: [UInt8]]) -> ContentSource {
    guard !files.isEmpty else { return self }
    let paths = files.keys.sorted(by: bytesPrecede)
    return ContentSource(
      list: { folder, isDeep throws(FileError) in
        let prefix = joinedPath(folder, "x").dropLast()
        let names = paths.filter { $0.hasPrefix(prefix) }.map {
          String($0.dropFirst(prefix.count))
        }.filter { isDeep || !$0.contains("/") }
        var found: [FoundFile] = []
        do throws(FileError) {
          found = try list(folder, isDeep)
        } catch {
          guard error.code == missingFile, !names.isEmpty else { throw error }
        }
        let known = Set(found.map(\.path))
        found += names.filter { !known.contains($0) }.map { FoundFile(path: $0, kind: .file) }
        return found.sorted { bytesPrecede($0.path, $1.path) }
      },
      read: { path throws(FileError) in
        if let bytes = files[path] { return bytes }
        return try read(path)
      }, isFolder: isFolder)
  }
}
