internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Where the parts of a heading are that a page changes.
struct HeadingParts {
  /// The first `#`; `nil` for a heading with an underline.
  let hashes: Int?
  /// The text without the marks before and after it and without the id.
  let text: Range<Int>
  /// The end of the text including the id.
  let end: Int
  /// What looks like `{#id}` at the end.
  let writtenID: Range<Int>?
  /// Whether the archive reads it as the id.
  let isID: Bool

  init(of block: Block, in page: Rewriting) {
    let file = page.file
    let line = block.lines.lowerBound
    let source = HeadingSource(atLine: line, in: file)
    let content = file.contentOffsets(ofLine: line)
    hashes = source?.hashes?.lowerBound
    end = source?.rest.lowerBound ?? content.upperBound
    writtenID = source?.writtenID
    isID = source?.id(madeInto: block.anchor ?? "", in: file) != nil
    var textEnd = end
    if isID, let writtenID {
      let isEscaped = writtenID.lowerBound > 0 && file.bytes[writtenID.lowerBound - 1] == .backslash
      textEnd = writtenID.lowerBound - (isEscaped ? 1 : 0)
    }
    let start = source?.hashes?.upperBound ?? content.lowerBound
    text = file.bytes.trimmed(start..<max(start, textEnd))
  }
}
