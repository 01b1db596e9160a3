internal import CommonMark
internal import Templates

extension HTML {
  /// A piece of a document, with a name for each check box: a screen reader says what its picture
  /// says.
  init(
    _ document: borrowing MarkdownDocument, lines: LineRange? = nil, headingShift: Int = 0,
    omitting title: Int?
  ) {
    let bytes = document.html(of: lines, headingShift: headingShift, omitting: title)
    self.init(trusted: Self.labelled(bytes))
  }

  /// The text of a heading with its inline markup, without its tags.
  init(headingOf document: borrowing MarkdownDocument, atLine line: Int) {
    let bytes = document.html(of: line..<line + 1)
    guard let start = bytes.firstIndex(of: UInt8(ascii: ">")),
      let end = bytes.lastIndex(of: UInt8(ascii: "<")), start < end
    else {
      self = .empty
      return
    }
    self.init(trusted: Array(bytes[(start + 1)..<end]))
  }

  private static let box = Array("<input type=\"checkbox\" ".utf8)
  private static let open = Array("aria-label=\"to do\" ".utf8)
  private static let done = Array("aria-label=\"done\" ".utf8)

  /// The text of authors is escaped, so these bytes are only where the renderer wrote a box.
  private static func labelled(_ bytes: [UInt8]) -> [UInt8] {
    var labelled: [UInt8] = []
    var copied = 0
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = start + 1
      guard bytes[start...].starts(with: box) else { continue }
      let end = start + box.count
      labelled += bytes[copied..<end]
      labelled += bytes[end...].starts(with: "checked".utf8) ? done : open
      copied = end
      place = end
    }
    return copied == 0 ? bytes : labelled + bytes[copied...]
  }
}
