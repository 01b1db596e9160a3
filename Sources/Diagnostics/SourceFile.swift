internal import Bytes

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The bytes of one file as they are on disk, with the offset of each line.
///
/// A line ends at LF; a CR before it belongs to the line ending. Lines count from 1, and a file has
/// at least one line. `path` is what the user sees: relative to the working directory, `/` always.
package struct SourceFile: Sendable {
  package let path: String
  package let bytes: [UInt8]
  /// The offset of the first byte of each line from ``firstLine`` on; never empty.
  package let lineStarts: [Int]
  /// The line that the bytes begin with. Lines before it are empty and have no bytes, not even those of
  /// a line ending; they give a part of a file the line numbers of the file.
  package let firstLine: Int
  let longLines: LongLines?
  /// What a report quotes line by line, when `bytes` are a replacement; empty to quote `bytes`.
  private let written: [SourceFile]
  /// Byte offsets of what a report never quotes, in the bytes as written; sorted, none of them overlap.
  package let hidden: [Range<Int>]

  package init(
    path: String, bytes: [UInt8], firstLine: Int = 1, written: [UInt8]? = nil,
    hidden: [Range<Int>] = []
  ) {
    self.path = path
    self.bytes = bytes
    self.firstLine = firstLine
    self.written =
      written.map {
        [SourceFile(path: path, bytes: $0, firstLine: firstLine, hidden: hidden)]
      } ?? []
    self.hidden = hidden
    lineStarts = Self.lineStarts(in: bytes)
    longLines = LongLines(in: bytes, lineStarts: lineStarts)
  }

  /// The file as its author wrote it.
  package var asWritten: SourceFile { written.first ?? self }

  /// The same file, of which reports do not quote some bytes.
  package func hiding(_ ranges: [Range<Int>]) -> SourceFile {
    ranges.isEmpty
      ? self
      : SourceFile(
        path: path, bytes: bytes, firstLine: firstLine, written: written.first?.bytes,
        hidden: ranges)
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// With `memchr`, which looks at 32 bytes at a time: every file is read through here.
  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 48 + 1)
    unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var next = 0
      while next < buffer.count,
        let found = unsafe memchr(base + next, 0x0A, buffer.count - next)
      {
        next = unsafe base.distance(to: UnsafeRawPointer(found)) + 1
        if next < buffer.count { starts.append(next) }
      }
    }
    return starts
  }

  /// The number of the last line.
  package var lineCount: Int { firstLine - 1 + lineStarts.count }

  /// The byte offset at which a line starts; the end of the file for the line after the last.
  package func start(ofLine line: Int) -> Int {
    line <= lineCount ? lineStarts[max(line - firstLine, 0)] : bytes.count
  }

  /// The byte offsets of a line without its line ending.
  ///
  /// - Precondition: `line` is in `1...lineCount`.
  package func offsets(ofLine line: Int) -> Range<Int> {
    let start = start(ofLine: line)
    var end = self.start(ofLine: line + 1)
    if end > start, bytes[end - 1] == 0x0A { end -= 1 }
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// A line without its line ending; bytes that are not UTF-8 become U+FFFD.
  package func text(ofLine line: Int) -> String {
    String(decoding: bytes[offsets(ofLine: line)], as: UTF8.self)
  }

  /// The line and column of a byte offset, by binary search.
  package func location(ofOffset offset: Int) -> SourceLocation {
    let index = max(lineStarts.partition { $0 > offset } - 1, 0)
    return SourceLocation(line: firstLine + index, column: offset - lineStarts[index] + 1)
  }

  package func range(of offsets: Range<Int>) -> SourceRange {
    location(ofOffset: offsets.lowerBound)..<location(ofOffset: offsets.upperBound)
  }

  /// The whole line except the white space around its text.
  package func range(ofLine line: Int) -> SourceRange {
    var offsets = offsets(ofLine: line)
    while let first = offsets.first, bytes[first].isSpaceOrTab {
      offsets = offsets.dropFirst()
    }
    while let last = offsets.last, bytes[last].isSpaceOrTab {
      offsets = offsets.dropLast()
    }
    let start = start(ofLine: line)
    let first = SourceLocation(line: line, column: offsets.lowerBound - start + 1)
    return first..<SourceLocation(line: line, column: offsets.upperBound - start + 1)
  }
}
