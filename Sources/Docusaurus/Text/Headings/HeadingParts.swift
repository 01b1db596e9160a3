internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Where the parts of a heading are that a page changes.
struct HeadingParts {
  /// The first `#`; `nil` for a heading with a line under it.
  let hashes: Int?
  /// Without marks before and behind it and without the id.
  let text: Range<Int>
  /// Where the text with the id ends.
  let end: Int
  /// What looks like `{#id}` at the end.
  let writtenID: Range<Int>?
  /// Whether the archive takes it for the id.
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
