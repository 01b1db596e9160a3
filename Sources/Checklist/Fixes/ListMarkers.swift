internal import Bytes
internal import CommonMark
internal import Diagnostics
internal import Incidents

extension Fix {
  /// All entries of a timeline get the list marker that most of them have.
  ///
  /// A team's choice of `*` is kept, but `•` is not a marker in Markdown: such lines run together.
  static let listMarkers = Fix(name: "list markers", change: .nothing) { subject in
    var edits = SourceEdits()
    let file = subject.document.file
    let markers = Set(subject.entries.map(\.line)).sorted().compactMap { line in
      Marker(inLine: line, of: file)
    }
    let counts = Dictionary(grouping: markers, by: \.text).mapValues(\.count)
    // Among markers that are equally frequent, the first in the list.
    let most = ["-", "*", "+"].map { counts[$0, default: 0] }.max() ?? 0
    let usual = ["-", "*", "+"].first { counts[$0, default: 0] == most } ?? "-"
    for marker in markers where marker.text != usual { edits.replace(marker.range, with: usual) }
    return edits
  }
}

/// The marker of a list item.
private struct Marker {
  let text: String
  let range: Range<Int>

  /// - Returns: `nil` when the line does not begin with one.
  init?(inLine line: Int, of file: SourceFile) {
    let bytes = file.bytes[file.offsets(ofLine: line)].drop { $0.isSpaceOrTab }
    for sign in ["-", "*", "+", "•"] where bytes.starts(with: sign.utf8) {
      let behind = bytes.dropFirst(sign.utf8.count).first
      guard behind?.isSpaceOrTab == true else { return nil }
      text = sign
      range = bytes.startIndex..<bytes.startIndex + sign.utf8.count
      return
    }
    return nil
  }
}
