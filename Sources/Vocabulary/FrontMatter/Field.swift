package import Diagnostics

/// A value of the front matter: as written, where it is, and what it means.
package struct Field<Value: Hashable & Sendable>: Hashable, Sendable {
  package let written: String
  package let range: SourceRange
  /// `nil` when the text is not a valid value; a rule of the checklist reports that.
  package let value: Value?

  package init(written: String, range: SourceRange, value: Value?) {
    self.written = written
    self.range = range
    self.value = value
  }
}
