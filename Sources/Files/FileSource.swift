package import Diagnostics

/// Where files are read from: the disk, or memory for tests, examples and unsaved text.
package struct FileSource: Sendable {
  /// The files of a folder as ``Files/walk(_:entering:)`` finds them; those below its folders only when `isDeep`.
  package let list: @Sendable (_ folder: String, _ isDeep: Bool) throws(FileError) -> [FoundFile]
  package let read: @Sendable (_ path: String) throws(FileError) -> [UInt8]
  /// Reads a file in a folder as ``Files/readFile(_:below:limit:)`` does.
  package let readBelow: @Sendable (_ path: String, _ root: String) throws(FileError) -> [UInt8]
  /// What is at a path; `nil` when there is nothing.
  package let kind: @Sendable (_ path: String) throws(FileError) -> FileStatus.Kind?
  /// Those of some paths below a folder that a version control system leaves out.
  package let ignored: @Sendable (_ folder: String, _ paths: [String]) -> Set<String>
  /// The hash of a file's bytes where it is known without reading them, because the file is as an earlier run
  /// read it. To use it is to depend on the file, as reading it is; links are not followed.
  package let knownHash: @Sendable (_ path: String) -> ContentHash?
  /// Runs a program; `nil` when there is none, or no disk.
  package var run: Running = { _ in nil }

  /// When files below a folder were last changed, as git says; `nil` when it does not know.
  package var history: History = { _, _, _ in nil }

  package typealias History =
    @Sendable (_ folder: String, _ paths: [String], _ since: String) -> ChangeHistory?
  package typealias Running =
    @Sendable (_ program: ProgramRun) -> (status: Int32, output: [UInt8])?

  package static let disk = FileSource(
    list: { folder, isDeep throws(FileError) in
      try walk(folder) { isDeep && isEntered($0) }
    },
    read: { path throws(FileError) in try readFile(path) },
    readBelow: { path, root throws(FileError) in try readFile(path, below: root) },
    kind: { path throws(FileError) in try fileStatus(of: path)?.kind },
    ignored: { folder, paths in Git(folder).ignored(among: paths) },
    knownHash: { _ in nil }, run: { try? $0.answer() },
    history: { folder, paths, day in Git(folder).history(of: paths, since: day) })

  /// Folders of installed packages are not looked into: they hold thousands of documents of other people.
  static func isEntered(_ folder: String) -> Bool {
    !["node_modules", "bower_components"].contains(fileName(of: folder))
  }

  /// Files that are on no disk.
  package static func memory(_ files: [String: [UInt8]]) -> FileSource {
    let nothing = FileSource(
      list: { folder, _ throws(FileError) in throw FileError(path: folder, code: missingFile) },
      read: { path throws(FileError) in throw FileError(path: path, code: missingFile) },
      readBelow: { path, _ throws(FileError) in throw FileError(path: path, code: missingFile) },
      kind: { _ in nil }, ignored: { _, _ in [] }, knownHash: { _ in nil })
    return nothing.replacing(files)
  }

  /// The same with other bytes for some files. A file that is not there appears.
  package func replacing(_ files: [String: [UInt8]]) -> FileSource {
    guard !files.isEmpty else { return self }
    let paths = files.keys.sorted(by: bytesPrecede)
    return FileSource(
      list: { folder, isDeep throws(FileError) in
        let prefix = folderPrefix(folder)
        let all = paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        let names = all.filter { isDeep || !$0.contains("/") }
        var found: [FoundFile] = []
        do throws(FileError) {
          found = try list(folder, isDeep)
        } catch {
          guard error.code == missingFile, !all.isEmpty else { throw error }
        }
        let known = Set(found.map(\.path))
        found += names.filter { !known.contains($0) }.map { FoundFile(path: $0, kind: .file) }
        return found.sorted { bytesPrecede($0.path, $1.path) }
      },
      read: { path throws(FileError) in
        if let bytes = files[path] { return bytes }
        return try read(path)
      },
      readBelow: { path, root throws(FileError) in
        if let bytes = files[path] { return bytes }
        return try readBelow(path, root)
      },
      kind: { path throws(FileError) in
        if files[path] != nil { return .file }
        if let known = try kind(path) { return known }
        let prefix = folderPrefix(path)
        return paths.contains { $0.hasPrefix(prefix) } ? .folder : nil
      }, ignored: ignored,
      knownHash: { path in files[path].map { ContentHash(of: $0) } ?? knownHash(path) }, run: run,
      history: history)
  }

  /// - Throws: Errors from reading; the file may have changed or gone since it was listed.
  package func file(_ path: String) throws(FileError) -> SourceFile {
    SourceFile(path: path, bytes: try read(path))
  }

  /// As ``file(_:)``, for a file that was found in a folder: links below it are not followed.
  package func file(_ path: String, below root: String) throws(FileError) -> SourceFile {
    SourceFile(path: path, bytes: try readBelow(path, root))
  }

  /// The same for the second reading of files in a folder, which must be what the first one saw: a file with
  /// another hash, a link, or nothing at all is `.changed`.
  package func expecting(_ hashes: [String: ContentHash], below root: String) -> FileSource {
    let read: @Sendable (String) throws(FileError) -> [UInt8] = { path throws(FileError) in
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try readBelow(path, root)
      } catch {
        throw error.isReplaced ? FileError(path: path, reason: .changed) : error
      }
      if let hash = hashes[path], hash != ContentHash(of: bytes) {
        throw FileError(path: path, reason: .changed)
      }
      return bytes
    }
    return FileSource(
      list: list, read: read, readBelow: { path, _ throws(FileError) in try read(path) },
      kind: kind, ignored: ignored, knownHash: knownHash, run: run, history: history)
  }
}
