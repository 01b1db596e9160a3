internal import Bytes
internal import CommonMark
internal import Diagnostics

/// Edits of HTML blocks. MDX reads the text in them as Markdown, so each becomes one line with all special
/// characters written as entities. A tag whose partner is in another block gets a line of its own.
extension Rewriting {
  private struct Piece {
    enum Kind {
      case text
      case comment
      case tag(HTMLToken)
    }

    let kind: Kind
    let text: String
    let place: Place
  }

  /// The position of a piece: the HTML block that contains it, and its place in the text of that block.
  private struct Place: Hashable {
    let block: Int
    let offset: Int
  }

  mutating func editElements() {
    let blocks = self.blocks.indices.filter {
      self.blocks[$0].kind == .html && tabs[self.blocks[$0].lines.lowerBound] == nil
    }
    guard !blocks.isEmpty else { return }
    let parents = self.parents
    let pieces = Dictionary(uniqueKeysWithValues: blocks.map { ($0, self.pieces(of: $0)) })
    var partners: [Place: Int] = [:]
    for (_, siblings) in Dictionary(grouping: blocks, by: { parents[$0] }) {
      partners.merge(pairs(of: siblings.flatMap { pieces[$0] ?? [] })) { first, _ in first }
    }
    for number in blocks {
      let own = pieces[number] ?? []
      let range = range(of: self.blocks[number])
      let isAlone = own.allSatisfy { piece in
        if case .comment = piece.kind { true } else { piece.text.utf8.allSatisfy(\.isWhitespace) }
      }
      if isAlone {
        let isMarker = TruncateMarker.end(at: range.lowerBound, in: file.bytes) != nil
        edits.replace(range, with: isMarker ? "{/* truncate */}" : Self.comment)
      } else {
        write(own, partners, of: number, range)
      }
    }
  }

  static let comment = "{/* */}"

  /// The block around each one, by its index; -1 at the top level.
  private var parents: [Int] {
    var open: [Int] = []
    return blocks.indices.map { index in
      while let last = open.last, blocks[last].depth >= blocks[index].depth { open.removeLast() }
      defer { open.append(index) }
      return open.last ?? -1
    }
  }

  private func pieces(of number: Int) -> [Piece] {
    blocks[number].markup.compactMap { token in
      // Only the tag that a page adds to keep text in an HTML block is neither text nor live.
      if token.isTag, !token.isLive, token.source.elementsEqual("<p>".utf8) { return nil }
      return Piece(
        kind: token.isTag ? .tag(token) : token.kind == .comment ? .comment : .text,
        text: String(decoding: token.source, as: UTF8.self),
        place: Place(block: number, offset: token.source.startIndex))
    }
  }

  /// The block of each live tag's partner. No pair crosses the edge of a tab.
  private func pairs(of pieces: [Piece]) -> [Place: Int] {
    let regions = tabRegions
    func tab(_ block: Int) -> Int { regions.last(before: blocks[block].lines.lowerBound) }
    var partners: [Place: Int] = [:]
    var open: [(name: String, place: Place)] = []
    for piece in pieces {
      guard case .tag(let tag) = piece.kind, tag.isLive else { continue }
      switch tag.kind {
      case .void, .text, .comment: partners[piece.place] = piece.place.block
      case .opening: open.append((tag.name, piece.place))
      case .closing:
        guard let index = open.lastIndex(where: { $0.name == tag.name }),
          tab(open[index].place.block) == tab(piece.place.block)
        else { continue }
        partners[open[index].place] = piece.place.block
        partners[piece.place] = open[index].place.block
        open.removeSubrange(index...)
      }
    }
    return partners
  }

  private mutating func write(
    _ pieces: [Piece], _ partners: [Place: Int], of number: Int, _ range: Range<Int>
  ) {
    var lines: [String] = []
    var line = ""
    var openCode = 0
    // Anything outside the elements of this line would become a paragraph.
    var depth = 0
    var isLoose = false
    var hasTags = false
    let isOwn = blocks[number].text.hasPrefix("<p>") && pieces.first?.text != "<p>"
    func endLine() {
      let text = line.trimmingSpaces
      let isParagraph = isOwn && lines.isEmpty && !hasTags
      let (start, end) = isParagraph ? ("<p>", "</p>") : ("<>", "</>")
      if !text.isEmpty { lines.append(isLoose ? start + text + end : text) }
      line = ""
      isLoose = false
    }
    for piece in pieces {
      switch piece.kind {
      case .comment: continue
      case .text:
        isLoose = isLoose || depth == 0 && piece.text.utf8.contains { !$0.isWhitespace }
        line +=
          openCode > 0
          ? Self.preformatted(piece.text, isFirst: line.hasSuffix("<pre>"))
          : Self.flowing(piece.text)
      case .tag(let tag):
        guard let partner = partners[piece.place] else {
          line += JSXElement.text(piece.text)
          isLoose = isLoose || depth == 0
          continue
        }
        if tag.name == "pre" { openCode += tag.kind == .opening ? 1 : -1 }
        if partner != number {
          endLine()
          lines.append(JSXElement.tag(tag))
        } else {
          line += JSXElement.tag(tag)
          hasTags = true
          if tag.kind != .void { depth += tag.kind == .opening ? 1 : -1 }
        }
      }
    }
    endLine()
    let start = file.start(ofLine: file.location(ofOffset: range.lowerBound).line)
    let prefix = containerPrefix(file.bytes[start..<range.lowerBound])
    edits.replace(range, with: lines.joined(separator: "\n\(prefix)\n\(prefix)"))
    partFromLines(beside: range)
  }

  /// Text outside preformatted code, where line endings are spaces.
  private static func flowing(_ text: String) -> String {
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }
    guard !words.isEmpty else { return " " }
    return (text.first?.isWhitespace == true ? " " : "")
      + JSXElement.text(words.joined(separator: " "))
      + (text.last?.isWhitespace == true ? " " : "")
  }

  /// Text in preformatted code, whose lines keep their indentation after an empty element.
  static func preformatted(_ text: String, isFirst: Bool) -> String {
    var lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    if isFirst, lines.count > 1, lines[0].isEmpty { lines.removeFirst() }
    return lines.map { JSXElement.text(String($0)) }.joined(separator: "&#10;<></>")
  }

  private mutating func partFromLines(beside range: Range<Int>) {
    let first = file.location(ofOffset: range.lowerBound).line
    let last = file.location(ofOffset: max(range.lowerBound, range.upperBound - 1)).line
    let isMarked = file.bytes[file.start(ofLine: first)..<range.lowerBound].contains {
      !$0.isSpaceOrTab && $0 != .greaterThan
    }
    if first > 1, !isMarked, !file.isBlank(line: first - 1) { insertBlankLine(before: first) }
    if last < file.lineCount, !file.isBlank(line: last + 1) { insertBlankLine(before: last + 1) }
  }
}

extension Rewriting {
  /// The lines from which on a tag of tabs is the innermost open one, with the line of that tag; -1 for
  /// none.
  private var tabRegions: [(line: Int, tab: Int)] {
    var open: [Int] = []
    return tabs.sorted { $0.key < $1.key }.map { line, tab in
      if tab.tag.isClosing { _ = open.popLast() } else { open.append(line) }
      return (line, open.last ?? -1)
    }
  }
}

extension [(line: Int, tab: Int)] {
  fileprivate func last(before line: Int) -> Int {
    let after = partition { $0.line >= line }
    return after > 0 ? self[after - 1].tab : -1
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
