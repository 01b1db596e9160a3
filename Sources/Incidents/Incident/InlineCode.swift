internal import Bytes
internal import CommonMark
internal import Diagnostics

/// What a document shows as code, in its order: what is between backticks, and the lines of fences.
struct InlineCode {
  struct Span {
    let text: [UInt8]
    let isFenced: Bool
  }

  private(set) var spans: [Span] = []

  /// How much of a document is kept: dumps of logs say no more.
  private static let most = 400

  init(of document: DocumentReading) {
    let file = document.file
    var fence: UInt8?
    for number in document.lines where number <= file.lineCount {
      if spans.count >= Self.most { return }
      let line = file.bytes[file.offsets(ofLine: number)].drop { $0.isSpaceOrTab }
        .withoutEnd { $0.isCmarkSpace }
      if let mark = Self.fence(line) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
      } else if fence != nil {
        if !line.isEmpty { spans.append(Span(text: Array(line), isFenced: true)) }
      } else {
        addSpans(of: line)
      }
    }
  }

  private static func fence(_ line: ArraySlice<UInt8>) -> UInt8? {
    guard let mark = line.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let run = line.prefix { $0 == mark }.count
    return run > 2 && !line.dropFirst(run).contains(UInt8(ascii: "`")) ? mark : nil
  }

  /// What is between runs of backticks of one length.
  private mutating func addSpans(of line: ArraySlice<UInt8>) {
    let tick = UInt8(ascii: "`")
    var rest = line
    while let open = rest.firstIndex(of: tick), spans.count < Self.most {
      let start = rest[open...].firstIndex { $0 != tick } ?? rest.endIndex
      var place = start
      var end: Int?
      while end == nil, let next = rest[place...].firstIndex(of: tick) {
        place = rest[next...].firstIndex { $0 != tick } ?? rest.endIndex
        if place - next == start - open { end = next }
      }
      guard let end else { return }
      spans.append(Span(text: Array(rest[start..<end]), isFenced: false))
      rest = rest[place...]
    }
  }
}
