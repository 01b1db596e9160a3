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
  private let isInLink: Bool

  /// - Parameters:
  ///   - pieces: The tokens of each piece.
  ///   - isInline: Whether the pieces are in running text.
  ///   - isInLink: Whether they are in a link, which cannot contain another link.
  ///   - hasContentBefore: Whether there is anything except HTML between a piece and the one before it.
  init(
    _ pieces: [[HTMLToken]], isInline: Bool, isInLink: Bool, hasContentBefore: (Int) -> Bool
  ) {
    self.pieces = pieces
    self.isInLink = isInLink
    for index in pieces.indices {
      if index > 0, hasContentBefore(index) { noteContent() }
      for place in pieces[index].indices { read(index, place, isInline) }
    }
    for opening in open { withdraw(opening) }
  }

  private mutating func read(_ index: Int, _ place: Int, _ isInline: Bool) {
    let token = pieces[index][place]
    switch token.kind {
    case .comment: return
    case .text:
      if !token.source.allSatisfy(\.isCmarkSpace) { noteContent() }
    case .opening, .void:
      let isInLink = isInLink || counts["a", default: 0] > 0
      pieces[index][place].isInLink = isInLink
      let isNested = token.name == "a" && isInLink
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
      isWhole = false
      withdraw(last)
    }
  }

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
    case "caption", "thead", "tbody", "tfoot": parents = ["table"]
    case "summary": parents = ["details"]
    default: return true
    }
    return open.last.map { parents.contains($0.name) } ?? false
  }

  private static let tableStructure: Set<String> = ["table", "thead", "tbody", "tfoot", "tr"]
  private static let tableParts = tableStructure.union(["caption", "th", "td"])
  private static let needsParent = tableParts.subtracting(["table"]).union(["summary"])
}
