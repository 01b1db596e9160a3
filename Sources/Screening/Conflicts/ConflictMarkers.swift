internal import Bytes
package import Diagnostics

/// The lines that git writes into a file that it could not merge.
///
/// Each is seven equal signs at the start of a line: `<<<<<<< ours`, `||||||| base` (with the styles diff3 and
/// zdiff3), `=======` and `>>>>>>> theirs`. See <https://git-scm.com/docs/git-merge#_how_conflicts_are_presented>.
package struct ConflictMarkers: Sendable {
  /// The lines of the markers, in the order of the file.
  package private(set) var lines: [Int] = []

  /// - Parameters:
  ///   - file: the file as it is on disk.
  ///   - isCode: whether a line is in a code block. A conflict that lies in code altogether is an example; it
  ///     is only asked when a file has lines that look like markers.
  package init(in file: SourceFile, isCode: (_ line: Int) -> Bool = { _ in false }) {
    for marks in Self.groups(in: file) where !marks.allSatisfy({ isCode($0.line) }) {
      lines += marks.map(\.line)
    }
  }

  package var isEmpty: Bool { lines.isEmpty }

  /// One finding for each marker.
  package func findings(in file: SourceFile) -> [Diagnostic] {
    lines.map { line in
      let range = file.range(ofLine: line)
      let mark = String(file.text(ofLine: line).drop { $0 == "\u{FEFF}" }.prefix(7))
      return Diagnostic(
        code: "BS080", level: .error, path: file.path, range: range,
        message: "'\(mark)' marks a merge conflict, so nothing is read from this file",
        help: "keep the lines that are right, and remove the lines with the markers"
      ).quoting(file)
    }
  }

  // MARK: Reading

  private struct Mark {
    let sign: UInt8
    let line: Int
    /// Whether a word follows the signs, as the name of a branch.
    let isNamed: Bool
  }

  private static let ours = UInt8.lessThan
  private static let base = UInt8.pipe
  private static let middle = UInt8(ascii: "=")
  private static let theirs = UInt8.greaterThan

  /// The marks that belong together: those of one conflict, whole or with some of its marks removed.
  private static func groups(in file: SourceFile) -> [[Mark]] {
    let marks = marks(in: file)
    guard marks.contains(where: { $0.sign == ours || $0.sign == theirs }) else { return [] }
    var groups: [[Mark]] = []
    var open: [Mark] = []
    for mark in marks {
      switch mark.sign {
      case ours:
        if open.first?.sign == ours { groups.append(open) }
        open = [mark]
      case theirs:
        let isEnd = open.first?.sign == ours || (open.last?.sign == middle && mark.isNamed)
        // Seven quote marks; in a quoted mail the lines beside them are quotes too.
        if isEnd || (mark.isNamed && !hasQuote(beside: mark.line, in: file)) {
          groups.append((open.first?.sign == ours ? open : open.suffix(1)) + [mark])
        }
        open = []
      case middle where open.first?.sign != ours:
        // The line above it may have been removed, and it may be the underline of a heading.
        open = [mark]
      default: open.append(mark)
      }
    }
    if open.first?.sign == ours { groups.append(open) }
    return groups
  }

  private static func hasQuote(beside line: Int, in file: SourceFile) -> Bool {
    [line - 1, line + 1].contains { other in
      (file.firstLine...file.lineCount).contains(other)
        && file.bytes[file.offsets(ofLine: other)].first == theirs
    }
  }

  private static func marks(in file: SourceFile) -> [Mark] {
    var marks: [Mark] = []
    for (index, start) in file.lineStarts.enumerated() {
      var start = start
      if start == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
      guard start + 7 <= file.bytes.count else { continue }
      let sign = file.bytes[start]
      guard sign == ours || sign == base || sign == middle || sign == theirs,
        file.bytes[start..<start + 7].allSatisfy({ $0 == sign })
      else { continue }
      let line = file.firstLine + index
      let rest = file.bytes[start + 7..<max(file.offsets(ofLine: line).upperBound, start + 7)]
      guard rest.first.map({ $0 == .space }) ?? true else { continue }
      let isNamed = rest.contains { !$0.isSpaceOrTab }
      // A middle line stands alone, and a base is only a mark inside a conflict.
      if sign == middle, isNamed { continue }
      marks.append(Mark(sign: sign, line: line, isNamed: isNamed))
    }
    return marks
  }
}
