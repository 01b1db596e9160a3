/// A place in a source file: a line and a column, both from 1; columns count UTF-8 bytes.
package struct SourceLocation: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.line != right.line ? left.line < right.line : left.column < right.column
  }
}

/// A half-open piece of a source file: `upperBound` is the place just after the last byte.
package typealias SourceRange = Range<SourceLocation>
