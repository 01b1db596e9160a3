internal import Diagnostics

extension SourceFile {
  /// Where a text is in a line; the whole line when the text does not occur there verbatim.
  func range(of text: String, inLine line: Int) -> SourceRange {
    let line = max(1, min(line, lineCount))
    let offsets = offsets(ofLine: line)
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, offsets.count >= wanted.count else { return range(ofLine: line) }
    for start in offsets.lowerBound...(offsets.upperBound - wanted.count)
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return range(of: start..<start + wanted.count)
    }
    return range(ofLine: line)
  }
}
