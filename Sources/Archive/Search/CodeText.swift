internal import Bytes
internal import Diagnostics
internal import Screening

/// The code of a document, inline and in fences, without parsing the document: what people paste
/// into a search is the text of an error, and that is in code.
struct CodeText {
  private(set) var text = ""

  /// What comes after `limit` bytes is left out.
  init(in file: SourceFile, limit: Int) {
    var found: [UInt8] = []
    var seen: Set<[UInt8]> = []
    func add(_ bytes: ArraySlice<UInt8>) {
      let piece = Array(bytes)
      guard found.count < limit, piece.count > 2, seen.insert(piece).inserted else { return }
      if !found.isEmpty { found.append(0x20) }
      found += piece
    }
    var isInFence = false
    for start in file.lineStarts.indices {
      if found.count >= limit { break }
      let line = Self.trimmed(file.bytes[file.offsets(ofLine: start + 1)])
      if line.starts(with: Self.fence) {
        isInFence.toggle()
      } else if isInFence {
        add(line)
      } else {
        Self.spans(in: line).forEach(add)
      }
    }
    text = String(decoding: FormatCharacters.shown(Array(found.prefix(limit))), as: UTF8.self)
  }

  private static let fence: [UInt8] = Array("```".utf8)

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.drop { $0.isSpaceOrTab }
  }

  /// What is between pairs of backticks.
  private static func spans(in line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var spans: [ArraySlice<UInt8>] = []
    var rest = line
    while let open = rest.firstIndex(of: UInt8(ascii: "`")),
      let close = rest[(open + 1)...].firstIndex(of: UInt8(ascii: "`"))
    {
      spans.append(rest[(open + 1)..<close])
      rest = rest[(close + 1)...]
    }
    return spans
  }
}
