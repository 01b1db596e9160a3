internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Edits of boxes: `:::note Title` gets the form that every version of Docusaurus knows, and GitHub's
/// alerts become boxes too.
extension Rewriting {
  mutating func editAdmonitions() {
    let boxes = BoxFences(in: self)
    for (number, block) in blocks.enumerated() {
      guard case .quote(let type?) = block.kind else { continue }
      let colons = String(repeating: ":", count: boxes.colons[number] ?? 3)
      if let fence = boxes.openings[number] {
        editTitle(fence, colons: colons)
        if block.depth == 0 {
          // Docusaurus removes as many spaces from the lines of the box as there are before its fence.
          edits.delete(file.start(ofLine: block.lines.lowerBound)..<fence.lowerBound)
        }
        if let closing = boxes.closings[number] { edits.replace(closing, with: colons) }
        fillPrefixes(of: block, upTo: fence.lowerBound)
      } else {
        editAlert(block, at: number, type: type, colons: colons)
      }
    }
  }

  /// Docusaurus reads a title in brackets, and loses one that contains markup. Attributes must not give it
  /// a text that the archive does not know.
  private mutating func editTitle(_ fence: Range<Int>, colons: String) {
    let bytes = file.bytes
    guard let line = FenceLine(bytes[fence]) else { return }
    let bracket = bytes[fence].lastIndex(of: .rightBracket)
    let rest = bytes[(bracket ?? fence.lowerBound)..<fence.upperBound]
    var attributes = ""
    if let brace = rest.firstIndex(of: .leftBrace), rest.last == UInt8(ascii: "}") {
      let inner = rest[(brace + 1)..<(rest.endIndex - 1)]
      if inner.allSatisfy(Self.isPlainAttribute) { attributes = bytes.text(brace..<rest.endIndex) }
    }
    let title = line.title.isEmpty ? "" : "[\(PlainText.escaped(line.title, for: .title))]"
    let text = colons + line.type + title + attributes
    if bytes.text(fence) != text { edits.replace(fence, with: text) }
  }

  private static func isPlainAttribute(_ byte: UInt8) -> Bool {
    byte.isNamePart || [UInt8(ascii: "."), .hash, .space].contains(byte)
  }

  /// Adds the missing marks to lines that belong to a box in a list or a quote: Docusaurus only takes lines
  /// with all their marks into a box.
  private mutating func fillPrefixes(of block: Block, upTo fence: Int) {
    guard block.depth > 0 else { return }
    let start = file.start(ofLine: block.lines.lowerBound)
    let prefix = file.bytes[start..<fence]
    let quotes = prefix.count { $0 == .greaterThan }
    for line in block.lines.clamped(to: 1..<file.lineCount + 1).dropFirst() {
      let text = file.bytes[file.offsets(ofLine: line)]
      let marks = text.prefix { $0.isSpaceOrTab || $0 == .greaterThan }
      let missing = quotes - marks.count { $0 == .greaterThan }
      if missing > 0 {
        edits.insert(mark: String(repeating: "> ", count: missing), at: text.startIndex)
      } else if quotes == 0, marks.count < prefix.count, marks.count < text.count {
        edits.insert(
          mark: String(repeating: " ", count: prefix.count - marks.count), at: text.startIndex)
      }
    }
  }

  /// `> [!NOTE]` and the quoted lines below it. In a list, the marks before the first `>` stay.
  private mutating func editAlert(_ block: Block, at index: Int, type: String, colons: String) {
    let lines = block.lines.clamped(to: 1..<file.lineCount + 1)
    guard let first = lines.first, let last = lines.last, last >= first else { return }
    let opening = file.offsets(ofLine: first)
    guard let mark = file.bytes[opening].firstIndex(of: .greaterThan),
      !file.bytes[(mark + 1)..<opening.upperBound].contains(.greaterThan)
    else { return }
    let indent = mark - opening.lowerBound
    let prefix = String(repeating: " ", count: indent)
    edits.replace(
      mark..<opening.upperBound, with: colons + Self.opening(of: type) + "\n")
    for line in lines.dropFirst() where !dropQuoteMark(of: line, atMost: indent + 3) {
      joinLazyLine(line)
    }
    let end = file.offsets(ofLine: last).upperBound
    let code = blocks.indices.dropFirst(index + 1).first { inner in
      blocks[inner].depth == block.depth + 1
        && blocks[inner].lines.upperBound == block.lines.upperBound
    }
    let fence = code.map { openFence(of: blocks[$0], at: $0) } ?? ""
    edits.insert("\(fence)\n\n\(prefix)\(colons)", at: end)
  }

  private static func opening(of type: String) -> String {
    switch type {
    case "important": "info[Important]"
    case "caution": "danger[Caution]"
    default: type
    }
  }

  /// Without its mark, a line that continues a paragraph might begin another block.
  private mutating func joinLazyLine(_ line: Int) {
    let text = file.bytes.trimmed(file.offsets(ofLine: line))
    guard !text.isEmpty, !file.isBlank(line: line - 1) else { return }
    join(file.start(ofLine: line), with: text.lowerBound)
  }

  /// - Returns: Whether there was one.
  private mutating func dropQuoteMark(of line: Int, atMost indent: Int) -> Bool {
    let offsets = file.offsets(ofLine: line)
    guard let mark = file.bytes[offsets].firstIndex(where: { !$0.isSpaceOrTab }),
      file.bytes[mark] == .greaterThan, mark - offsets.lowerBound <= indent
    else { return false }
    let hasSpace = mark + 1 < offsets.upperBound && file.bytes[mark + 1] == .space
    edits.delete(mark..<mark + (hasSpace ? 2 : 1))
    return true
  }
}
