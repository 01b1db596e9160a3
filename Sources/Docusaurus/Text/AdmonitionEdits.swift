internal import CommonMark
internal import Diagnostics

/// Changes of boxes: `:::note Title` gets the form that every Docusaurus knows, and GitHub's alerts
/// become boxes as well.
extension Rewriting {
  mutating func editAdmonitions() {
    for block in blocks {
      guard case .quote(let type?) = block.kind else { continue }
      let line = file.offsets(ofLine: block.lines.lowerBound)
      let text =
        file.bytes[line].firstIndex { !$0.isBlank && $0 != .greaterThan } ?? line.upperBound
      if file.bytes.has(":::", at: text) {
        editTitle(text..<line.upperBound)
      } else {
        editAlert(block, type: type)
      }
    }
  }

  /// Docusaurus takes a title in brackets, and loses one with markup in it.
  private mutating func editTitle(_ fence: Range<Int>) {
    let bytes = file.bytes
    var name = fence.lowerBound
    while name < fence.upperBound, bytes[name] == .colon { name += 1 }
    var after = name
    while after < fence.upperBound, bytes[after].isNamePart { after += 1 }
    let rest = bytes.trimmed(after..<fence.upperBound)
    guard let first = rest.first.map({ bytes[$0] }), first != .leftBrace else { return }
    var title = rest
    var attributes = rest.upperBound..<rest.upperBound
    if bytes[after] == .leftBracket, let close = bytes[rest].lastIndex(of: .rightBracket) {
      title = rest.lowerBound + 1..<close
      attributes = close + 1..<rest.upperBound
    }
    let plain = PlainText.escaped(bytes.text(title))
    edits.replace(after..<rest.upperBound, with: "[\(plain)]\(bytes.text(attributes))")
  }

  /// `> [!NOTE]` and the quoted lines below it. In a list the marks before the first `>` stay.
  private mutating func editAlert(_ block: Block, type: String) {
    let lines = block.lines.clamped(to: 1..<file.lineCount + 1)
    guard let first = lines.first, let last = lines.last, last >= first else { return }
    let opening = file.offsets(ofLine: first)
    guard let mark = file.bytes[opening].firstIndex(of: .greaterThan),
      !file.bytes[(mark + 1)..<opening.upperBound].contains(.greaterThan)
    else { return }
    let indent = mark - opening.lowerBound
    let prefix = String(repeating: " ", count: indent)
    edits.replace(
      mark..<opening.upperBound, with: colons(around: block) + Self.opening(of: type) + "\n")
    for line in lines.dropFirst() { dropQuoteMark(of: line, atMost: indent + 3) }
    let end = file.offsets(ofLine: last).upperBound
    edits.insert("\n\n\(prefix)\(colons(around: block))", at: end)
  }

  private static func opening(of type: String) -> String {
    switch type {
    case "important": "info[Important]"
    case "caution": "danger[Caution]"
    default: type
    }
  }

  /// More colons than any box inside has.
  private func colons(around block: Block) -> String {
    var most = 2
    for line in block.lines.clamped(to: 1..<file.lineCount + 1) {
      let text = file.bytes[file.offsets(ofLine: line)].drop { $0.isBlank || $0 == .greaterThan }
      most = max(most, text.prefix { $0 == .colon }.count)
    }
    let inner = blocks.filter {
      if case .quote(admonition: .some) = $0.kind {
        $0.depth > block.depth && block.lines.contains($0.lines.lowerBound)
      } else {
        false
      }
    }
    return String(repeating: ":", count: max(3, most + 1, 3 + inner.count))
  }

  private mutating func dropQuoteMark(of line: Int, atMost indent: Int) {
    let offsets = file.offsets(ofLine: line)
    guard let mark = file.bytes[offsets].firstIndex(where: { !$0.isBlank }),
      file.bytes[mark] == .greaterThan, mark - offsets.lowerBound <= indent
    else { return }
    let hasSpace = mark + 1 < offsets.upperBound && file.bytes[mark + 1] == .space
    edits.delete(mark..<mark + (hasSpace ? 2 : 1))
  }
}
