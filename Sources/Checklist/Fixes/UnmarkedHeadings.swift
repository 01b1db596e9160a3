internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Incidents

extension Fix {
  /// A line that names a missing part becomes a heading.
  static let unmarkedHeadings = Fix(name: "headings", change: .dividedParts) { subject in
    var edits = SourceEdits()
    guard subject.role == .review, !subject.isLog else { return edits }
    let file = subject.document.file
    let signs = String(repeating: "#", count: PartOutline(of: subject.incident).level)
    for heading in subject.incident.unmarkedHeadings {
      let offsets = file.offsets(ofLine: heading.line)
      let line = file.bytes[offsets]
      guard let start = line.firstIndex(where: { !$0.isSpaceOrTab }) else { continue }
      if heading.form == .unspaced {
        let count = line[start...].prefix { $0 == UInt8(ascii: "#") }.count
        edits.replace(start + count..<start + count, with: " ")
      } else {
        let end = line[start...].withoutEnd(\.isWhitespace).endIndex
        edits.replace(start..<end, with: "\(signs) \(heading.words)")
      }
    }
    return edits
  }
}
