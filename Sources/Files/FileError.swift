internal import Bytes

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A failure of the file system: the path and the reason. It is not the author's mistake, so not a diagnostic.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    /// The `errno` of a system call.
    case system(errno: Int32)
    /// The file has more bytes than the reader allows.
    case tooLarge(limit: Int)
    /// A folder, a device or a pipe is where a file is expected.
    case notAFile
    /// Another process holds the lock.
    case held
    /// Somebody else changed it while the program was at work.
    case changed
  }

  /// The path as it was given to the call.
  package let path: String
  package let reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  package init(path: String, code: Int32) {
    self.init(path: path, reason: .system(errno: code))
  }

  /// The `errno`, or the closest one.
  package var code: Int32 {
    switch reason {
    case .system(let code): code
    case .tooLarge: EFBIG
    case .notAFile: EISDIR
    case .held: EWOULDBLOCK
    case .changed: ESTALE
    }
  }

  /// Whether something else is where a file was, or nothing.
  var isReplaced: Bool {
    switch reason {
    case .notAFile: true
    case .system(let code): [ENOENT, ENOTDIR, ELOOP, ENXIO].contains(code)
    case .tooLarge, .held, .changed: false
    }
  }

  /// The path and the reason: "content/x.md: permission denied".
  package var description: String { "\(path): \(reason)" }
}

extension FileError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .system(let code): message(ofErrno: code)
    case .tooLarge(let limit) where limit.isMultiple(of: 1 << 20):
      "larger than \(limit >> 20) MB"
    case .tooLarge(let limit): "larger than \(limit) bytes"
    case .notAFile: "not a regular file"
    case .held: "held by another build"
    case .changed: "changed while the build was running"
    }
  }
}

/// The error number for a missing file.
package let missingFile: Int32 = ENOENT

/// The C library's text for an error number, in lower case: "permission denied".
package func message(ofErrno code: Int32) -> String {
  guard let words = unsafe strerror(code) else { return "error \(code)" }
  let message = unsafe String(cString: words)
  // "I/O error" and the like keep their capitals.
  guard message.dropFirst().first?.isLowercase == true else { return message }
  return message.prefix(1).lowercased() + message.dropFirst()
}
