internal import Bytes
internal import CommonMark

/// Writes running text from its pieces, in a form that all parsers read in the same way: emphasis is
/// written as tags, and everything else is escaped.
struct InlineWriter {
  private(set) var output = ""
  /// For each open link, whether it is written as a link.
  private var linked: [Bool] = []
  private let isInExcerpt: Bool
  private let links: (LinkUse) -> LinkChange

  init(isInExcerpt: Bool, links: @escaping (LinkUse) -> LinkChange) {
    self.isInExcerpt = isInExcerpt
    self.links = links
  }

  mutating func write(_ pieces: [Inline]) {
    for piece in pieces {
      switch piece {
      case .text(let text):
        output += PlainText.escapedPart(text, for: linked.contains(true) ? .linked : .text)
      case .code(let text): output += Self.code(text)
      case .lineBreak(let isHard): output += isHard ? "<br />" : " "
      case .open(let span): open(span)
      case .close(let span): close(span)
      case .html(let token): write(html: token)
      case .image(let destination, let title, let alternative):
        write(image: destination, title, alternative)
      case .footnote(let label): output += "[^\(label)]"
      }
    }
    output = output.trimmingBlanks
  }

  private mutating func open(_ span: Inline.Span) {
    switch span {
    case .emphasis: output += "<em>"
    case .strong: output += "<strong>"
    case .struck: output += "<del>"
    case .link(let destination, _):
      let isLinked = address(of: destination, isImage: false) != nil
      linked.append(isLinked)
      if isLinked { output += "[" }
    }
  }

  private mutating func close(_ span: Inline.Span) {
    switch span {
    case .emphasis: output += "</em>"
    case .strong: output += "</strong>"
    case .struck: output += "</del>"
    case .link(let destination, let title):
      guard linked.popLast() == true, let address = address(of: destination, isImage: false)
      else { return }
      output += "](\(address)\(Self.written(title)))"
    }
  }

  private mutating func write(image destination: String, _ title: String, _ alternative: String) {
    guard let address = address(of: destination, isImage: true) else {
      output += PlainText.escapedPart(alternative)
      return
    }
    let isLocal = address.hasPrefix("./")
    let text = isLocal ? Alternative.typographic(alternative) : alternative
    let shown = isLocal ? Alternative.typographic(title) : title
    output +=
      "![\(PlainText.escapedPart(text, for: .alternative))](\(address)\(Self.written(shown)))"
  }

  private mutating func write(html tag: HTMLToken) {
    guard tag.isLive else { return }
    if tag.name == "img" {
      write(image: tag.address?.text ?? "", "", tag.alternative)
    } else {
      output += LiveMarkup.safe(tag) { address in
        let use = LinkUse(destination: address, isImage: false, isInExcerpt: isInExcerpt)
        return links(use).address(otherwise: address)
      }
    }
  }

  /// The address as the page needs it; `nil` when the link leads nowhere.
  private func address(of destination: String, isImage: Bool) -> String? {
    guard !destination.isEmpty else { return nil }
    let use = LinkUse(destination: destination, isImage: isImage, isInExcerpt: isInExcerpt)
    return links(use).address(otherwise: destination).map(LinkAddress.markdown)
  }

  private static func written(_ title: String) -> String {
    title.isEmpty
      ? "" : " \"\(PlainText.escaped(title, for: .alternative).replacing("\"", with: "\\\""))\""
  }

  /// Code between more backticks than occur anywhere in it; a pipe is part of a cell or needs no escape.
  private static func code(_ text: String) -> String {
    let fence = String(repeating: "`", count: text.utf8.longestRun(of: .backtick) + 1)
    let edges = [text.utf8.first, text.utf8.last]
    let isBlank = text.utf8.allSatisfy { $0 == .space }
    let needsSpace =
      edges.contains(.backtick) || (edges.allSatisfy { $0 == .space } && !isBlank)
    let space = needsSpace ? " " : ""
    return fence + space + text + space + fence
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let bytes = Array(utf8)
    return bytes.text(bytes.trimmed(bytes.indices))
  }
}

extension LinkChange {
  /// Where the link now leads; `nil` for nowhere.
  func address(otherwise kept: String) -> String? {
    switch self {
    case .keep: kept
    case .replace(let address): address
    case .unlink: nil
    }
  }
}
