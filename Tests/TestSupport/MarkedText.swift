package import Diagnostics

/// A text with marks: what `⟦` and `⟧` enclose is expected to be reported.
package struct MarkedText {
  /// The text without the marks.
  package let text: String
  package let ranges: [SourceRange]

  package init(_ marked: String) {
    var text = ""
    var offsets: [Range<Int>] = []
    var start: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": start = text.utf8.count
      case "⟧":
        if let begun = start { offsets.append(begun..<text.utf8.count) }
        start = nil
      default: text.unicodeScalars.append(scalar)
      }
    }
    self.text = text
    let file = SourceFile(path: "", text: text)
    ranges = offsets.map { file.range(of: $0) }
  }
}
