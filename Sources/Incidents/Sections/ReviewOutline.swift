internal import Bytes
internal import Vocabulary

/// The parts of a document: those under headings and those under labels.
struct ReviewOutline: Sendable {
  /// Parts under headings, in reading order.
  var sections: [Section]
  /// Parts under bold labels ("**Impact:** …") and labelled bullets, in reading order.
  var labelled: [Section]
  /// The order of numeric dates in the language of the headings; `nil` for English, which uses both.
  var dateOrder: DateOrder?
  /// Lines that only look like headings of parts that are missing.
  var unmarked: [UnmarkedHeading] = []
}

extension [Section] {
  /// The first section that starts after a line, by binary search.
  func firstSection(behind line: Int) -> Int {
    partition { $0.line > line }
  }
}
