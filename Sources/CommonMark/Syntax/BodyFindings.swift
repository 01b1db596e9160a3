internal import Diagnostics

extension BodyScan {
  /// What is wrong with the bytes of a file.
  func findings(in file: SourceFile) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    func hexadecimal(_ offset: Int?) -> String {
      "0x" + String(offset.map { file.bytes[$0] } ?? 0, radix: 16, uppercase: true)
    }
    func report(_ code: String, _ level: Level, _ offset: Int?, _ message: String, _ help: String) {
      guard let offset else { return }
      findings.append(
        Diagnostic(
          code: code, level: level, path: file.path, range: file.range(of: offset..<offset + 1),
          message: message, help: help
        ).quoting(file))
    }
    if Self.looksLikeUTF16(file.asWritten.bytes) {
      report("BS003", .error, 0, "the text looks like UTF-16", "save the file as UTF-8")
      return findings
    }
    report(
      "BS002", .error, firstNull, "NUL byte in the text, byte \((firstNull ?? 0) + 1) of the file",
      "remove the byte, and check that the file is text")
    report(
      "BS003", .error, firstBadByte,
      "text is not UTF-8: byte \((firstBadByte ?? 0) + 1) of the file is \(hexadecimal(firstBadByte))",
      "save the file as UTF-8")
    report(
      "BS004", .warning, firstLoneReturn, "line ends in a lone carriage return",
      "save the file with the line ending LF or CR LF")
    report(
      "BS008", .error, tooManyImages, "more than \(Self.mostImages) images in one paragraph",
      "put blank lines between them; until then the file is shown as plain text")
    report(
      "BS025", .error, tooManySigns, "more than \(Self.mostSigns) of '<', '[' and ']' in one file",
      "split the file; until then it is shown as plain text")
    if file.hasByteOrderMark {
      report(
        "BS007", .note, 0, "file starts with a byte order mark",
        "save the file as UTF-8 without a byte order mark")
    }
    return findings
  }

  /// Whether a file begins with a mark of UTF-16, or with characters of which every other byte is zero.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    let start = bytes.prefix(64)
    guard start.count >= 8 else { return false }
    return [0, 1].contains { parity in
      start.indices.allSatisfy { $0 % 2 == parity ? start[$0] == 0 : start[$0] != 0 }
    }
  }
}
