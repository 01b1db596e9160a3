internal import Bytes
internal import Vocabulary

/// The parts of a document: those under headings, and those under labels.
struct ReviewOutline: Sendable {
  /// Under headings, in reading order.
  var sections: [Section]
  /// Under bold labels ("**Impact:** …") and labelled bullets, in reading order.
  var labelled: [Section]
  /// The order of numeric dates in the language of the headings; `nil` for English, which has both.
  var dateOrder: DateOrder?
}

extension [Section] {
  /// The first that starts behind a line, by binary search.
  func firstSection(behind line: Int) -> Int {
    partition { $0.line > line }
  }
}
