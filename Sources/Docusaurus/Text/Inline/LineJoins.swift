internal import Bytes
internal import CommonMark
internal import Diagnostics

extension Rewriting {
  /// Appends the line that begins at `line` to the one before; a hard line break is kept.
  mutating func join(_ line: Int, with start: Int) {
    let bytes = file.bytes
    var end = line - 1
    if end > 0, bytes[end - 1] == .carriageReturn { end -= 1 }
    let blanks = bytes[..<end].reversed().prefix { $0 == .space }.count
    let isEscaped =
      end > 0 && bytes[end - 1] == .backslash
      && bytes[..<end].reversed().prefix { $0 == .backslash }.count % 2 == 1
    let isBreak = isEscaped || blanks >= 2
    edits.replace(end - (isEscaped ? 1 : blanks)..<start, with: isBreak ? "<br />" : " ")
  }
}
