internal import Bytes
internal import Diagnostics

/// The lines as cmark receives them: the file's own, with stand-ins for lines that cmark does not know.
///
/// A footnote definition becomes a list item, so that text indented below it belongs to it. A line that
/// opens or closes an admonition becomes a comment, so that blocks end there. Line numbers do not change.
struct CmarkInput {
  private(set) var file: SourceFile
  /// The label of each definition, by line.
  private(set) var footnotes: [Int: String] = [:]
  private(set) var fences: [Int: Fence] = [:]
  private(set) var unknownFences: [(line: Int, type: String)] = []

  static let fenceComment = "<!--:::-->"
  /// Used where a definition has nothing on its own line; removed from the tree afterwards.
  static let emptyDefinition = "<!--:-->"
  /// Stand-ins for `\~` and the bracket of `\[^`, which cmark would turn into ordinary characters. They are
  /// noncharacters.
  static let escapedTilde: [UInt8] = [0xEF, 0xB7, 0x90]
  static let escapedBracket: [UInt8] = [0xEF, 0xB7, 0x91]

  /// Replaces all such lines except the excluded ones, which are code or HTML or could not be replaced.
  ///
  /// `lastLines` holds the last lines of the containers in which openings end early, by the line of the
  /// opening.
  init(
    _ original: SourceFile, scan: BodyScan, lastLines: [Int: Int] = [:],
    excluding excluded: (Int) -> Bool
  ) {
    file = original
    for line in scan.footnoteLines where !excluded(line) {
      footnotes[line] = Self.label(of: original.bytes[original.offsets(ofLine: line)])
    }
    let lines = scan.fenceLines.filter { !excluded($0) }
    let paired = Fence.pairs(of: lines, lastLines: lastLines) { line in
      original.bytes[original.offsets(ofLine: line)]
    }
    fences = paired.fences
    unknownFences = paired.unknown
    replaceLines()
  }

  /// The same file except for single bytes: lone CRs become spaces, and escapes that passes have to
  /// recognize become noncharacters. A CR at the end of the file ends its line.
  static func cleaned(_ file: SourceFile, scan: BodyScan) -> SourceFile {
    let hasEscapes = scan.hasEscapedTilde && scan.hasTilde
    let hasReferences = scan.hasEscapedReference && !scan.footnoteLines.isEmpty
    guard scan.firstLoneReturn != nil || hasEscapes || hasReferences else { return file }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.bytes.count + 64)
    var index = 0
    while index < file.bytes.count {
      let byte = file.bytes[index]
      let next = index + 1 < file.bytes.count ? file.bytes[index + 1] : 0
      if byte == 0x0D, next != 0x0A, index + 1 < file.bytes.count {
        bytes.append(0x20)
      } else if byte == 0x5C, next == 0x5C {
        bytes += [byte, next]
        index += 1
      } else if hasEscapes, byte == 0x5C, next == 0x7E {
        bytes += escapedTilde
        index += 1
      } else if hasReferences, byte == 0x5C, next == 0x5B, index + 2 < file.bytes.count,
        file.bytes[index + 2] == 0x5E
      {
        bytes += escapedBracket
        index += 1
      } else {
        bytes.append(byte)
      }
      index += 1
    }
    return SourceFile(path: file.path, bytes: bytes, firstLine: file.firstLine)
  }

  /// How many fewer bytes the author wrote for these bytes, in which escapes have stand-ins.
  static func standIns(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.indices.count { index in
      [escapedTilde, escapedBracket].contains { bytes[index...].starts(with: $0) }
    }
  }

  private mutating func replaceLines() {
    let lines = (Array(footnotes.keys) + Array(fences.keys)).sorted()
    guard !lines.isEmpty else { return }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.bytes.count + lines.count * 16)
    var done = 0
    for line in lines {
      let offsets = file.offsets(ofLine: line)
      let text = file.bytes[offsets]
      let prefix = text.prefix { $0.isCmarkSpace || $0 == 0x3E }
      bytes += file.bytes[done..<offsets.lowerBound]
      bytes += prefix
      if footnotes[line] != nil {
        let colon = text.firstIndex(of: 0x5D).map { $0 + 2 } ?? text.endIndex
        let rest = text[colon...].drop { $0.isSpaceOrTab }
        bytes += "+   ".utf8
        bytes += rest.isEmpty ? Array(Self.emptyDefinition.utf8) : Array(rest)
      } else {
        bytes += Self.fenceComment.utf8
      }
      done = offsets.upperBound
    }
    bytes += file.bytes[done...]
    file = SourceFile(path: file.path, bytes: bytes, firstLine: file.firstLine)
  }

  private static func label(of line: ArraySlice<UInt8>) -> String? {
    guard let open = line.firstIndex(of: 0x5E), let close = line.firstIndex(of: 0x5D) else {
      return nil
    }
    let label = line[(open + 1)..<close]
    guard !label.isEmpty, !label.contains(where: { $0.isCmarkSpace || $0 == 0x5B }) else {
      return nil
    }
    return String(decoding: label, as: UTF8.self)
  }
}
