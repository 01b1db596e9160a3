#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Makes a folder and its missing parents.
///
/// - Throws: `EEXIST` when a file is in the way, or another error of the system.
package func makeFolders(_ path: String) throws(FileError) {
  guard !path.isEmpty, let code = madeFolder(path) else { return }
  let parent = folderPath(of: path)
  if code == ENOENT, !parent.isEmpty, parent != path {
    try makeFolders(parent)
    guard madeFolder(path) != nil else { return }
  } else if code != EEXIST, code != EISDIR {
    throw FileError(path: path, code: code)
  }
  // Made by another task in the meantime, or there all along.
  guard try fileStatus(of: path)?.kind == .folder else {
    throw FileError(path: path, code: EEXIST)
  }
}

/// - Returns: `nil`, or an error number.
private func madeFolder(_ path: String) -> Int32? {
  unsafe mkdir(path, 0o777) == 0 ? nil : errno
}

/// Removes a folder that is empty.
///
/// - Returns: `false` when it is missing or not empty.
@discardableResult
package func removeEmptyFolder(_ path: String) throws(FileError) -> Bool {
  if unsafe rmdir(path) == 0 { return true }
  let code = errno
  guard [ENOENT, ENOTDIR, ENOTEMPTY, EEXIST].contains(code) else {
    throw FileError(path: path, code: code)
  }
  return false
}

/// Removes a folder and those above it as long as they are empty; `root` itself stays.
package func removeEmptyFolders(from path: String, upTo root: String) throws(FileError) {
  var folder = path
  while folder.utf8.count > root.utf8.count, folder.hasPrefix(root.isEmpty ? "" : root + "/") {
    guard try removeEmptyFolder(folder) else { return }
    folder = folderPath(of: folder)
  }
}

/// Removes a folder with everything in it, or a file; symbolic links are removed, not followed.
///
/// - Returns: `false` when it is missing.
@discardableResult
package func removeAll(_ path: String) throws(FileError) -> Bool {
  guard let status = try fileStatus(of: path, followingLinks: false) else { return false }
  guard status.kind == .folder else { return try removeFile(path) }
  for entry in try OpenFolder(path).entries() {
    let inner = joinedPath(path, entry.name)
    if entry.kind == .folder { try removeAll(inner) } else { try removeFile(inner) }
  }
  return try removeEmptyFolder(path)
}

/// Makes a new folder that only this user can open, for the files of a program that is run.
package func makeTemporaryFolder() throws(FileError) -> String {
  var template = Array("/tmp/build-site.XXXXXX".utf8CString)
  guard unsafe mkdtemp(&template) != nil else { throw FileError(path: "/tmp", code: errno) }
  return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
