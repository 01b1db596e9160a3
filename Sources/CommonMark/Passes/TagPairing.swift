internal import Bytes

/// Decides which tags stay tags among pieces of raw HTML that are children of one node.
///
/// A tag without a partner becomes text. So does a table that has text where only rows or cells are
/// allowed: a browser would move that text out of the table.
struct TagPairing {
  private struct Opening {
    let name: String
    let piece: Int
    let token: Int

    func isAfter(_ other: Opening) -> Bool { (piece, token) > (other.piece, other.token) }
  }

  /// The tokens of each piece; those that are shown as text are no longer live.
  private(set) var pieces: [[HTMLToken]]
  private var open: [Opening] = []
  /// The complete pairs that need the element around them, innermost first.
  private var parts: [(opening: Opening, closing: Opening)] = []
  private var counts: [String: Int] = [:]
  /// The elements that end without a closing tag, each with the tag that ends it.
  private var implied: [(opening: Opening, end: Opening)] = []
  private let isInLink: Bool
  private let impliesClosings: Bool

  /// - Parameters:
  ///   - pieces: The tokens of each piece.
  ///   - isInline: Whether the pieces are in running text.
  ///   - isInLink: Whether they are in a link, which cannot contain another link.
  ///   - impliesClosings: Whether closing tags may be left out where HTML allows it.
  ///   - hasContentBefore: Whether there is anything except HTML between a piece and the one before it.
  init(
    _ pieces: [[HTMLToken]], isInline: Bool, isInLink: Bool, impliesClosings: Bool,
    hasContentBefore: (Int) -> Bool
  ) {
    self.pieces = pieces
    self.isInLink = isInLink
    self.impliesClosings = impliesClosings
    endEmptyAnchors()
    for index in pieces.indices {
      if index > 0, hasContentBefore(index) { noteContent() }
      for place in pieces[index].indices { read(index, place, isInline) }
    }
    for opening in open { withdraw(opening) }
    for (opening, end) in implied where self.pieces[opening.piece][opening.token].isLive {
      self.pieces[end.piece][end.token].impliedClosings.append(opening.name)
    }
  }

  /// A place to link to that nothing closes before the next link or place holds nothing.
  private mutating func endEmptyAnchors() {
    var isClosed = false
    for index in pieces.indices.reversed() {
      for place in pieces[index].indices.reversed() where pieces[index][place].name == "a" {
        switch pieces[index][place].kind {
        case .closing: isClosed = true
        case .opening:
          if !isClosed, pieces[index][place].isAnchorOnly { pieces[index][place].endAnchor() }
          isClosed = false
        case .void, .text, .comment: continue
        }
      }
    }
  }

  private mutating func read(_ index: Int, _ place: Int, _ isInline: Bool) {
    let token = pieces[index][place]
    switch token.kind {
    case .comment: return
    case .text:
      if !token.source.allSatisfy(\.isCmarkSpace) { noteContent() }
    case .opening, .void:
      if pieces[index][place].isLive, !isInline {
        endImplied(by: token.name, Opening(name: token.name, piece: index, token: place))
      }
      let isInLink = isInLink || counts["a", default: 0] > 0
      pieces[index][place].isInLink = isInLink
      let isNested = token.name == "a" && token.kind == .opening && isInLink
      if isInline && !SafeHTML.inlineElements.contains(token.name) || isNested
        || !mayStandHere(token.name)
      {
        pieces[index][place].isLive = false
      }
      guard pieces[index][place].isLive else { return noteContent() }
      if !Self.tableParts.contains(token.name) { noteContent() }
      guard token.kind == .opening else { return }
      open.append(Opening(name: token.name, piece: index, token: place))
      counts[token.name, default: 0] += 1
    case .closing: close(token.name, index, place)
    }
  }

  private mutating func close(_ name: String, _ index: Int, _ place: Int) {
    guard counts[name, default: 0] > 0 else {
      pieces[index][place].isLive = false
      return noteContent()
    }
    var isWhole = true
    while let last = open.popLast() {
      counts[last.name, default: 0] -= 1
      guard last.name != name else {
        if !isWhole, Self.tableStructure.contains(name) {
          withdraw(last)
          pieces[index][place].isLive = false
          noteContent()
        } else if Self.needsParent.contains(name) {
          parts.append((last, Opening(name: name, piece: index, token: place)))
        }
        return
      }
      if impliesClosings, Self.closesItself.contains(last.name) {
        end(last, by: Opening(name: name, piece: index, token: place))
        continue
      }
      // In a cell, a tag may be text.
      if open.last.map({ Self.tableStructure.contains($0.name) }) ?? true { isWhole = false }
      withdraw(last)
    }
  }

  /// Ends the elements that an opening tag ends in HTML, such as the cell before a cell.
  private mutating func endImplied(by name: String, _ tag: Opening) {
    guard impliesClosings, let ended = Self.ending[name] else { return }
    while let last = open.last, ended.contains(last.name) {
      open.removeLast()
      counts[last.name, default: 0] -= 1
      end(last, by: tag)
    }
  }

  /// Notes that a tag ends an element which has no closing tag.
  private mutating func end(_ opening: Opening, by tag: Opening) {
    implied.append((opening, tag))
    if Self.needsParent.contains(opening.name) { parts.append((opening, opening)) }
  }

  /// Elements whose closing tag may be left out (HTML, section 13.1.2.4).
  private static let closesItself: Set<String> = [
    "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "li", "dt", "dd", "p",
  ]

  /// The elements that an opening tag ends when they are the innermost ones.
  private static let ending: [String: Set<String>] = {
    let cells: Set<String> = ["td", "th"]
    let rows = cells.union(["tr", "colgroup"])
    var ending: [String: Set<String>] = [
      "td": cells, "th": cells, "tr": rows, "li": ["li"], "dt": ["dt", "dd"], "dd": ["dt", "dd"],
    ]
    for name in ["thead", "tbody", "tfoot"] {
      ending[name] = rows.union(["thead", "tbody", "tfoot"])
    }
    for name in [
      "p", "div", "ul", "ol", "dl", "table", "pre", "blockquote", "figure", "details", "hr", "h1",
      "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot",
    ] {
      ending[name, default: []].insert("p")
    }
    return ending
  }()

  /// Notes content that a page shows: directly inside a table, it makes the table text.
  private mutating func noteContent() {
    while let last = open.last, Self.tableStructure.contains(last.name) {
      open.removeLast()
      counts[last.name, default: 0] -= 1
      withdraw(last)
    }
  }

  /// Makes a tag text, and with it the parts of a table inside its element.
  private mutating func withdraw(_ opening: Opening) {
    pieces[opening.piece][opening.token].isLive = false
    while let last = parts.last, last.opening.isAfter(opening) {
      parts.removeLast()
      for tag in [last.opening, last.closing] { pieces[tag.piece][tag.token].isLive = false }
    }
  }

  /// A browser drops the tags of a row or a cell outside a table, and a summary belongs in details.
  private func mayStandHere(_ name: String) -> Bool {
    let parents: Set<String>
    switch name {
    case "td", "th": parents = ["tr"]
    case "tr": parents = ["table", "thead", "tbody", "tfoot"]
    case "caption", "colgroup", "thead", "tbody", "tfoot": parents = ["table"]
    case "col": parents = ["colgroup", "table"]
    case "dt", "dd": parents = ["dl", "div"]
    case "figcaption": parents = ["figure"]
    case "rt", "rp": parents = ["ruby"]
    case "source": parents = ["picture"]
    case "summary": parents = ["details"]
    default: return true
    }
    return open.last.map { parents.contains($0.name) } ?? false
  }

  private static let tableStructure: Set<String> = [
    "table", "colgroup", "thead", "tbody", "tfoot", "tr",
  ]
  private static let tableParts = tableStructure.union(["caption", "col", "th", "td"])
  private static let needsParent = tableParts.subtracting(["table", "col"]).union([
    "summary", "dt", "dd", "figcaption", "rt", "rp",
  ])
}
