package import Diagnostics

/// A value of the front matter: as written, where, and what it means.
package struct Field<Value: Hashable & Sendable>: Hashable, Sendable {
  package let written: String
  package let range: SourceRange
  /// `nil` when the text does not mean any such value; a rule of the checklist says so.
  package let value: Value?

  package init(written: String, range: SourceRange, value: Value?) {
    self.written = written
    self.range = range
    self.value = value
  }
}
