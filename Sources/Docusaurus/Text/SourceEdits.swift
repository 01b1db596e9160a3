internal import Diagnostics

/// A change of an author's bytes: what stands in `range` gives way to `replacement`.
struct SourceEdit: Hashable, Sendable {
  /// Byte offsets in the file; empty for an insertion.
  let range: Range<Int>
  let replacement: [UInt8]
  var order = Order.text

  /// What goes first of the insertions at one place.
  enum Order: Int, Sendable {
    /// Whole blocks between two lines.
    case block
    /// Marks at the start of a line.
    case mark
    case text
  }
}

/// The changes of one file, in any order.
struct SourceEdits: Sendable {
  private var edits: [SourceEdit] = []

  mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append(SourceEdit(range: range, replacement: Array(text.utf8)))
  }

  mutating func delete(_ range: Range<Int>) { replace(range, with: "") }

  mutating func insert(_ text: String, at offset: Int) { replace(offset..<offset, with: text) }

  /// Puts a block in at the start of a line, or at the end of the file.
  mutating func insert(block: [UInt8], at offset: Int) {
    edits.append(SourceEdit(range: offset..<offset, replacement: block, order: .block))
  }

  mutating func insert(block: String, at offset: Int) {
    insert(block: Array(block.utf8), at: offset)
  }

  /// Puts marks of a heading or a container in at the start of a line.
  mutating func insert(mark: String, at offset: Int) {
    edits.append(SourceEdit(range: offset..<offset, replacement: Array(mark.utf8), order: .mark))
  }

  /// The bytes of `range` with the changes that lie in it.
  ///
  /// Where two changes overlap the one that starts first counts, and of two that start together the
  /// longer; insertions at one place keep their order, blocks and then marks first, and come before a
  /// change that starts there.
  func spliced(into bytes: [UInt8], in range: Range<Int>) -> [UInt8] {
    let sorted = edits.enumerated().sorted { left, right in
      let (first, second) = (left.element.range, right.element.range)
      if first.lowerBound != second.lowerBound { return first.lowerBound < second.lowerBound }
      if left.element.order != right.element.order {
        return left.element.order.rawValue < right.element.order.rawValue
      }
      if first.isEmpty != second.isEmpty { return first.isEmpty }
      if first.count != second.count { return first.count > second.count }
      return left.offset < right.offset
    }
    var result: [UInt8] = []
    result.reserveCapacity(range.count + range.count / 8)
    var position = range.lowerBound
    for (_, edit) in sorted {
      guard edit.range.lowerBound >= position, edit.range.upperBound <= range.upperBound else {
        continue
      }
      result += bytes[position..<edit.range.lowerBound]
      result += edit.replacement
      position = edit.range.upperBound
    }
    result += bytes[position..<range.upperBound]
    return result
  }
}

extension SourceFile {
  /// The byte offset at which a line starts; the end of the file for the line after the last.
  func start(ofLine line: Int) -> Int {
    line <= lineCount ? lineStarts[max(line, 1) - 1] : bytes.count
  }
}
