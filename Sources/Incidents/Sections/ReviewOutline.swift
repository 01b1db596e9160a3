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
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
