/// A change of an author's bytes: `replacement` takes the place of `range`.
package struct SourceEdit: Hashable, Sendable {
  /// Byte offsets in the file; empty for an insertion.
  package let range: Range<Int>
  package let replacement: [UInt8]
  package private(set) var order = Order.text

  package init(range: Range<Int>, replacement: [UInt8], order: Order = .text) {
    self.range = range
    self.replacement = replacement
    self.order = order
  }

  /// Which of the insertions at one place comes first.
  package enum Order: Int, Sendable {
    /// Whole blocks between two lines.
    case block
    /// Marks at the start of a line.
    case mark
    case text
  }
}

/// The changes to one file, in any order.
package struct SourceEdits: Sendable {
  /// In the order in which they were made.
  package private(set) var edits: [SourceEdit] = []

  package init(_ edits: [SourceEdit] = []) { self.edits = edits }

  package var isEmpty: Bool { edits.isEmpty }

  package mutating func replace(_ range: Range<Int>, with text: String) {
    edits.append(SourceEdit(range: range, replacement: Array(text.utf8)))
  }

  package mutating func delete(_ range: Range<Int>) { replace(range, with: "") }

  package mutating func insert(_ text: String, at offset: Int) {
    replace(offset..<offset, with: text)
  }

  /// Inserts a block at the start of a line, or at the end of the file.
  package mutating func insert(block: [UInt8], at offset: Int) {
    edits.append(SourceEdit(range: offset..<offset, replacement: block, order: .block))
  }

  package mutating func insert(block: String, at offset: Int) {
    insert(block: Array(block.utf8), at: offset)
  }

  /// Inserts marks of a heading or a container at the start of a line.
  package mutating func insert(mark: String, at offset: Int) {
    edits.append(SourceEdit(range: offset..<offset, replacement: Array(mark.utf8), order: .mark))
  }

  /// The bytes of `range` with the changes that lie in it.
  ///
  /// When two changes overlap, the one that starts first is used, and of two that start together, the
  /// longer. Insertions at one place keep their order, blocks first and then marks, and come before a
  /// change that starts there.
  package func spliced(into bytes: [UInt8], in range: Range<Int>) -> [UInt8] {
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
