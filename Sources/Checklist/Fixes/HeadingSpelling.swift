internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Incidents

extension Fix {
  /// A heading with a typo or in unusual case gets the usual spelling of its section.
  ///
  /// A heading that a page links to keeps a spelling that its anchor depends on.
  static let headingSpelling = Fix(name: "heading spelling", change: .nothing) { subject in
    var edits = SourceEdits()
    guard subject.role == .review else { return edits }
    let file = subject.document.file
    for section in subject.incident.sections where section.kind != nil {
      let colon = section.heading.hasSuffix(":") ? 1 : 0
      let heading = String(section.heading.dropLast(colon))
      guard let usual = subject.vocabulary.usualSpelling(of: heading),
        usual.lowercased() == heading.lowercased()
          || !subject.linkedAnchors.contains(section.anchor ?? ""),
        let place = place(of: heading, inLine: section.line, of: file)
      else { continue }
      edits.replace(place, with: usual)
    }
    return edits
  }

  /// The bytes of a heading's words, when only marks surround them on the line.
  private static func place(
    of heading: String, inLine line: Int, of file: SourceFile
  ) -> Range<Int>? {
    let offsets = file.offsets(ofLine: line)
    let bytes = file.bytes[offsets]
    let words = Array(heading.utf8)
    guard let start = bytes.firstIndex(where: { $0 != 0x23 && !$0.isSpaceOrTab }),
      bytes[start...].starts(with: words)
    else { return nil }
    let end = start + words.count
    let isAlone = bytes[end...].allSatisfy { $0 == 0x23 || $0.isSpaceOrTab || $0 == 0x3A }
    return isAlone ? start..<end : nil
  }
}
