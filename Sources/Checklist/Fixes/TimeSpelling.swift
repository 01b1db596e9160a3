internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Incidents

extension Fix {
  /// Days and times at the start of a timeline's lines become `2026-01-10 10:05`.
  ///
  /// A heading that a page links to is left alone, because its anchor would change.
  static let timeSpelling = Fix(name: "time spelling", change: .nothing) { subject in
    var edits = SourceEdits()
    let file = subject.document.file
    let linked = Set(
      subject.document.blocks.filter { $0.anchor.map(subject.linkedAnchors.contains) == true }
        .map(\.lines.lowerBound))
    for entry in subject.entries where entry.precision == .exact || entry.precision == .day {
      let bytes = file.bytes[file.offsets(ofLine: entry.line)]
      let written = Array(entry.written.utf8)
      guard !linked.contains(entry.line), bytes.first(where: { $0 != 0x20 }) != UInt8(ascii: "|"),
        let usual = TimeSpelling.usual(for: entry.written),
        let start = start(of: written, in: bytes)
      else { continue }
      edits.replace(start..<start + written.count, with: usual)
    }
    return edits
  }

  /// Where the time of an entry begins; only marks may come before it.
  private static func start(of written: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    guard let first = written.first else { return nil }
    let isLetter = first.isLetter
    let start = line.firstIndex { byte in
      byte.isDigit || byte == first
        || (byte.isLetter && isLetter)
    }
    guard let start, line[start...].starts(with: written) else { return nil }
    return start
  }
}
