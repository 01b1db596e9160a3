package import Diagnostics

/// Text in the encoding that some editors call "Unicode".
package enum UTF16 {
  /// `BS003` at the first line of a file that begins with the byte order mark of UTF-16, or in which every
  /// other byte is NUL, as in Latin text without the mark.
  package static func finding(in file: SourceFile) -> Diagnostic? {
    let bytes = file.bytes
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || hasNulls(bytes)
    else { return nil }
    let start = SourceLocation(line: file.firstLine, column: 1)
    return Diagnostic(
      code: "BS003", level: .error, path: file.path,
      range: start..<SourceLocation(line: file.firstLine, column: 2),
      message: "the file looks like UTF-16, so nothing is read from it",
      help: "save the file as UTF-8"
    ).quoting(file)
  }

  private static func hasNulls(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(64)
    guard start.count >= 8, start.count.isMultiple(of: 2) else { return false }
    func share(_ parity: Int) -> Int {
      start.indices.count { $0 % 2 == parity && start[$0] == 0 } * 4 / (start.count / 2)
    }
    return (share(0) >= 3 && share(1) == 0) || (share(1) >= 3 && share(0) == 0)
  }
}
