internal import Bytes

/// The heading of a document that pages leave out, because their title says the same.
package struct TitleHeading: Hashable, Sendable {
  package let line: Int
  /// Its id, which links to it use.
  package let anchor: String?
}

extension [Block] {
  /// The heading that a page with this title leaves out, because it would only repeat the title: the first
  /// block that shows anything, of level 1, with the same text apart from case and spaces, and without links,
  /// images and footnotes. Any other heading of level 1 is part of the text and stays in its place.
  package func heading(saying title: String) -> TitleHeading? {
    guard let first = first(where: \.showsAnything), first.kind == .heading(level: 1),
      first.depth == 0, first.links.isEmpty, !first.hasFootnotes
    else { return nil }
    guard Self.comparable(first.text) == Self.comparable(title) else { return nil }
    return TitleHeading(line: first.lines.lowerBound, anchor: first.anchor)
  }

  private static func comparable(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
  }
}

extension Block {
  /// Comments show nothing, nor do tags without text between them.
  fileprivate var showsAnything: Bool {
    guard kind == .html else { return true }
    guard !markup.isEmpty else { return !text.utf8.allSatisfy(\.isCmarkSpace) }
    return markup.contains { token in
      switch token.kind {
      case .comment: false
      case .text: !token.source.allSatisfy(\.isCmarkSpace)
      case .opening, .closing, .void: !token.isLive || token.name != "a"
      }
    }
  }
}
