/// A piece of the running text of a block, as the page shows it.
package enum Inline: Hashable, Sendable {
  case text(String)
  case code(String)
  case lineBreak(isHard: Bool)
  /// The start of a span that holds the pieces up to its end.
  case open(Span)
  case close(Span)
  /// A piece of raw HTML that stays HTML, or a comment.
  case html(HTMLToken)
  case image(destination: String, title: String, alternative: String)
  case footnote(label: String)

  package enum Span: Hashable, Sendable {
    case emphasis
    case strong
    case struck
    case link(destination: String, title: String)
  }
}

extension SyntaxTree {
  /// The pieces of a paragraph, a heading or a cell; adjacent texts are joined.
  func inlines(of block: Node) -> [Inline] {
    var pieces: [Inline] = []
    var images: [(node: Node, alternative: String)] = []
    var walk = Walk(block)
    while let step = walk.next() {
      let node = step.node
      guard node != block else { continue }
      if node.kind == .image {
        if step.event == .enter {
          images.append((node, ""))
        } else if let image = images.popLast() {
          append(image.node, image.alternative, to: &pieces, &images)
        }
      } else if images.isEmpty {
        append(node, step.event, to: &pieces)
      } else if step.event == .enter {
        images[images.count - 1].alternative += plainText(of: node)
      }
    }
    return pieces
  }

  /// An image in the alternative text of another image is part of that text.
  private func append(
    _ image: Node, _ alternative: String, to pieces: inout [Inline],
    _ images: inout [(node: Node, alternative: String)]
  ) {
    if images.isEmpty {
      pieces.append(
        .image(destination: image.destination, title: image.title, alternative: alternative))
    } else {
      images[images.count - 1].alternative += alternative
    }
  }

  private func plainText(of leaf: Node) -> String {
    switch leaf.kind {
    case .text, .code: leaf.literal
    case .softBreak, .lineBreak: " "
    default: ""
    }
  }

  private func append(_ node: Node, _ event: Walk.Event, to pieces: inout [Inline]) {
    let isEnter = event == .enter
    switch node.kind {
    case .text: append(node.literal, to: &pieces)
    case .code: pieces.append(.code(node.literal))
    case .softBreak: pieces.append(.lineBreak(isHard: false))
    case .lineBreak: pieces.append(.lineBreak(isHard: true))
    case .emphasis: pieces.append(isEnter ? .open(.emphasis) : .close(.emphasis))
    case .strong: pieces.append(isEnter ? .open(.strong) : .close(.strong))
    case .link:
      let span = Inline.Span.link(destination: node.destination, title: node.title)
      pieces.append(isEnter ? .open(span) : .close(span))
    case .customInline:
      switch mark(of: node)?.role {
      case .struck: pieces.append(isEnter ? .open(.struck) : .close(.struck))
      case .footnoteReference(let label): if isEnter { pieces.append(.footnote(label: label)) }
      case .html(let piece):
        guard isEnter else { return }
        for token in piece.tokens {
          if token.isLive || token.kind == .comment {
            pieces.append(.html(token))
          } else {
            append(String(decoding: token.source, as: UTF8.self), to: &pieces)
          }
        }
      default: return
      }
    default: return
    }
  }

  private func append(_ text: String, to pieces: inout [Inline]) {
    if case .text(let last)? = pieces.last {
      pieces[pieces.count - 1] = .text(last + text)
    } else {
      pieces.append(.text(text))
    }
  }
}
