internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Edits of code blocks, which Docusaurus does not leave alone: before it parses a file, it rewrites lines
/// by their appearance, even in code.
extension Rewriting {
  mutating func editCode() {
    for (index, block) in blocks.enumerated() {
      guard case .code(let language) = block.kind else { continue }
      guard let fence = CodeFence(of: block, in: self) else {
        if isRewritten(block, in: block.lines) {
          makeElement(of: block)
        } else {
          partFromLists(block, at: index)
        }
        continue
      }
      if becomesElement(index, fence) {
        makeElement(of: block, fence, language: language)
        continue
      }
      if hasTabbedMargin(block, fence) {
        writeMargin(of: block, fence)
      } else if fence.lines.contains(where: hasHeadingID) {
        indent(block)
      }
      // Docusaurus removes the fences of this language and reads the content as Markdown.
      if language == "mdx-code-block" {
        edits.replace(
          fence.info.prefix(language.utf8.count), with: "mdx")
      }
      if hasMagicComment(in: block.lines), !hasLineRange(fence.info) {
        // If a range of lines to highlight is given, here an empty one, Docusaurus keeps lines with such
        // comments.
        edits.insert(fence.info.isEmpty ? "text {0}" : " {0}", at: fence.info.upperBound)
      }
      // A line ending at the start of a code block is lost if it is the only one there.
      if block.text.utf8.first == .newline {
        edits.insert(
          "\n" + quoteMarks(around: block),
          at: file.offsets(ofLine: block.lines.lowerBound).upperBound)
      }
    }
  }

  /// Docusaurus' parser splits indented code that ends a list into two blocks, and does not begin a list
  /// below indented code if its first item is empty or its numbers do not start at 1. A comment separates
  /// them.
  private mutating func partFromLists(_ block: Block, at index: Int) {
    let isBehind = followsItem(index)
    let next = index + 1
    let isBefore =
      next < blocks.count && blocks[next].depth == block.depth && isItem(next)
      && (isBehind || blocks[next].isOrdered || blocks[next].text.isEmpty)
    let marks = quoteMarks(around: block)
    guard marks.utf8.count == block.depth else { return }
    let comment = "\(marks)\(PlainText.comment)\n\(marks)\n"
    if isBehind { edits.insert(block: comment, at: file.start(ofLine: block.lines.lowerBound)) }
    if isBefore {
      edits.insert(block: comment, at: file.start(ofLine: blocks[next].lines.lowerBound))
    }
  }

  /// Whether a block comes after a list and would become part of it with one more space of indentation.
  private func followsItem(_ index: Int) -> Bool {
    var previous = index - 1
    while previous >= 0, blocks[previous].depth > blocks[index].depth { previous -= 1 }
    return previous >= 0 && blocks[previous].depth == blocks[index].depth && isItem(previous)
  }

  private func isItem(_ index: Int) -> Bool {
    if case .item = blocks[index].kind { true } else { false }
  }

  private static let magicComments = ["highlight-next-line", "highlight-start", "highlight-end"]

  private func hasMagicComment(in lines: LineRange) -> Bool {
    lines.clamped(to: 1..<file.lineCount + 1).contains { line in
      file.offsets(ofLine: line).contains { offset in
        file.bytes[offset] == UInt8(ascii: "h")
          && Self.magicComments.contains { file.bytes.has($0, at: offset) }
      }
    }
  }

  private func hasLineRange(_ info: Range<Int>) -> Bool {
    let bytes = file.bytes
    return info.contains { offset in
      bytes[offset] == .leftBrace
        && bytes[(offset + 1)..<info.upperBound].prefix {
          $0.isDigit || $0 == .hyphen || $0 == UInt8(ascii: ",")
        }
        .isEmpty == false
    }
  }

  // MARK: What the compatibility mode rewrites

  /// Whether a line begins with `#` without indentation and contains a `{#`, which would get a backslash
  /// before it.
  func hasHeadingID(line: Int) -> Bool { hasHeadingID(in: file.offsets(ofLine: line)) }

  func hasHeadingID(in offsets: Range<Int>) -> Bool {
    guard file.bytes[offsets].first == .hash else { return false }
    return offsets.contains { file.bytes.has("{#", at: $0) && file.bytes[$0 - 1] != .backslash }
  }

  /// Indents a block by one space: this is allowed for a fence, and removes the same indentation from its
  /// lines.
  private mutating func indent(_ block: Block) {
    for line in block.lines.clamped(to: 1..<file.lineCount + 1) where !file.isBlank(line: line) {
      edits.insert(" ", at: file.start(ofLine: line))
    }
  }

  /// Whether a fenced block is written as an element: because its lines would be rewritten at any indentation, or
  /// because they would be rewritten without indentation and one more space would move the block into a
  /// list.
  func becomesElement(_ index: Int, _ fence: CodeFence) -> Bool {
    isRewritten(blocks[index], in: fence.lines)
      || (fence.lines.contains(where: hasHeadingID) && followsItem(index))
  }

  private static let rewrittenLanguage = Array("mdx-code-block".utf8)
  private static let boxFence = Array(":::".utf8)

  /// Finds `:::note Title`, and fences inside code that would be removed.
  private func isRewritten(_ block: Block, in lines: LineRange) -> Bool {
    let code = Array(block.text.utf8)
    if code.offset(of: Self.rewrittenLanguage, in: 0..<code.count) != nil { return true }
    return code.offset(of: Self.boxFence, in: 0..<code.count) != nil
      && lines.clamped(to: 1..<file.lineCount + 1).contains { line in
        FenceTitle.isTitled(file.bytes, file.offsets(ofLine: line))
      }
  }

  /// Writes a block as an element, in which characters can be written as entities.
  private mutating func makeElement(of block: Block, _ fence: CodeFence, language: String) {
    let name = language.utf8.filter { $0.isNamePart || $0 == .plus || $0 == .hash }
    let attribute =
      name.isEmpty ? "" : " class=\"language-\(String(decoding: name, as: UTF8.self))\""
    // Spaces before a fence outside all containers do not belong to the lines of code.
    let start = block.depth == 0 ? fence.mark : file.start(ofLine: block.lines.lowerBound)
    let indent = file.bytes[start..<fence.mark]
    let prefix = String(decoding: indent.map { $0 == .greaterThan ? $0 : .space }, as: UTF8.self)
    let code = block.text.hasSuffix("\n") ? block.text.dropLast() : block.text[...]
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    // No number of spaces keeps lines behind a tab in a container and adds none to the code. MDX drops spaces at the
    // start of a text.
    let ending = hasTabbedMargin(block, fence) ? "&#10;" + PlainText.gap : "\n\(prefix)"
    let end = min(block.lines.upperBound, file.lineCount + 1) - 1
    edits.replace(
      fence.mark..<file.offsets(ofLine: end).upperBound,
      with: Self.element(lines, attribute, ending: ending))
  }

  /// Writes indented code as an element.
  private mutating func makeElement(of block: Block) {
    guard let code = IndentedBlock(of: block, in: self) else { return }
    edits.replace(
      code.range, with: code.marks + Self.element(code.lines, "", ending: "\n\(code.prefix)"))
  }

  private static func element(_ lines: [Substring], _ attribute: String, ending: String) -> String {
    let text = lines.map(named).joined(separator: ending)
    return "<pre><code\(attribute)>\(text)</code></pre>"
  }

  private static func named(_ line: Substring) -> String {
    var output = ""
    var isAfterColon = false
    for scalar in line.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ":" where isAfterColon: output += "&#58;"
      case "`": output += "&#96;"
      case "{": output += "&#123;"
      default: output.unicodeScalars.append(scalar)
      }
      isAfterColon = scalar == ":"
    }
    return output
  }
}

/// The opening line of a fenced code block.
struct CodeFence {
  /// The position of its first backtick or tilde.
  let mark: Int
  let info: Range<Int>
  /// The lines of the code.
  let lines: LineRange

  /// - Returns: `nil` for indented code.
  init?(of block: Block, in page: Rewriting) {
    let offsets = page.file.offsets(ofLine: block.lines.lowerBound)
    let bytes = page.file.bytes
    let mark = page.afterListMark(offsets.lowerBound, until: offsets.upperBound)
    guard mark < offsets.upperBound, bytes[mark] == .backtick || bytes[mark] == UInt8(ascii: "~")
    else { return nil }
    let length = bytes[mark..<offsets.upperBound].prefix { $0 == bytes[mark] }.count
    let line = bytes.trimmed(mark..<offsets.upperBound)
    // Indented code may look like a fence, but is part of the code.
    let isMargin = bytes.columns(offsets.lowerBound..<mark) <= 3
    guard
      length >= 3,
      isMargin || !block.text.utf8.drop(while: \.isSpaceOrTab).starts(with: bytes[line])
    else { return nil }
    self.mark = mark
    info = bytes.trimmed(mark + length..<offsets.upperBound)
    let last = min(block.lines.upperBound, page.file.lineCount + 1)
    lines = block.lines.lowerBound + 1..<max(block.lines.lowerBound + 1, last)
  }
}

/// `:::note Title`, the form of a box title that Docusaurus' compatibility mode rewrites wherever a line
/// begins with it.
enum FenceTitle {
  static func isTitled(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
    var next = line.lowerBound
    while next < line.upperBound, bytes[next].isSpaceOrTab || bytes[next] == .greaterThan {
      next += 1
    }
    let colons = next
    while next < line.upperBound, bytes[next] == .colon { next += 1 }
    let name = next
    while next < line.upperBound, bytes[next].isLetter { next += 1 }
    return name - colons >= 3 && next < line.upperBound && bytes[next] == .space
      && FenceLine.types.contains(bytes.text(name..<next))
  }
}
