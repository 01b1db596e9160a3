internal import Bytes
internal import Diagnostics

/// Finds where a link is written, by searching the lines of its block for its bytes.
///
/// cmark's own inline positions are wrong after a line break in a link, in quotes and after reference
/// definitions. Links are looked up in reading order, so that repeated destinations are each found in turn.
struct LinkFinder {
  private let file: SourceFile
  private var rest: Range<Int>
  private let whole: Range<Int>
  /// How many bytes may still be looked at, so that many links written differently do not take quadratic
  /// time.
  private var budget: Int

  init(file: SourceFile, lines: LineRange) {
    self.file = file
    let last = min(max(lines.lowerBound, lines.upperBound - 1), file.lineCount)
    let first = min(max(lines.lowerBound, 1), last)
    whole = file.offsets(ofLine: first).lowerBound..<file.offsets(ofLine: last).upperBound
    rest = whole
    budget = 100_000 + 16 * whole.count
  }

  /// The place of the destination; the place of the text for a reference or another spelling; otherwise the
  /// block.
  mutating func range(destination: String, text: String) -> SourceRange {
    let found =
      [text, "http://" + text, "mailto:" + text].contains(destination)
      ? place(of: text) : inlineDestination(destination) ?? place(of: text)
    guard let found else { return file.range(of: whole) }
    rest = found.upperBound..<rest.upperBound
    return file.range(of: found)
  }

  /// The range of a place in the file, or of the block when there is none.
  func range(of place: Range<Int>?) -> SourceRange { file.range(of: place ?? whole) }

  private mutating func place(of text: String) -> Range<Int>? {
    guard !text.isEmpty else { return nil }
    return search(text) { _ in true }
  }

  /// A destination counts only between `(` or `<` and a space, `)` or `>`.
  private mutating func inlineDestination(_ destination: String) -> Range<Int>? {
    guard !destination.isEmpty else { return nil }
    let (file, whole) = (file, whole)
    return search(destination) { place in
      if place.upperBound < whole.upperBound {
        let next = file.bytes[place.upperBound]
        guard next.isWhitespace || next == 0x29 || next == 0x3E else { return false }
      }
      var before = place.lowerBound - 1
      while before >= whole.lowerBound, file.bytes[before].isWhitespace {
        before -= 1
      }
      return before >= whole.lowerBound
        && (file.bytes[before] == 0x28 || file.bytes[before] == 0x3C)
    }
  }

  private mutating func search(_ text: String, where isRight: (Range<Int>) -> Bool) -> Range<Int>? {
    var text = text
    let window = rest.lowerBound..<min(rest.upperBound, rest.lowerBound + max(budget, 0))
    let found: Range<Int>? = text.withUTF8 { needle in
      unsafe file.bytes.withUnsafeBufferPointer { bytes in
        var start = window.lowerBound
        while start + needle.count <= window.upperBound {
          if unsafe bytes[start] == needle[0] {
            var length = 1
            while unsafe length < needle.count && bytes[start + length] == needle[length] {
              length += 1
            }
            if length == needle.count, isRight(start..<start + length) {
              return start..<start + length
            }
          }
          start += 1
        }
        return nil
      }
    }
    budget -= (found?.upperBound ?? window.upperBound) - window.lowerBound
    return found
  }
}
