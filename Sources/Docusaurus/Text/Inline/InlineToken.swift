internal import CommonMark

/// A piece of inline markup that has to be looked at before the text goes to Docusaurus. Offsets are in the
/// file.
enum InlineToken: Sendable {
  /// `<https://…>` or `<a@b.example>`.
  case autolink(Range<Int>)
  /// A bare address that the archive makes a link, and whether Docusaurus links the same bytes.
  case bareLink(Range<Int>, Link, isAlike: Bool)
  /// Where an address that is not a link in the archive can be split.
  case address(Int)
  /// `{/* truncate */}`.
  case marker(Range<Int>)
  /// A tag, a comment, a processing instruction, a declaration or a CDATA section.
  case markup(Range<Int>, HTMLToken)
  /// A `<` that a Markdown parser might take for the start of a tag, but that does not start one.
  case angle(Int)
  /// A `{`, or another `<`: a character that has a meaning only in MDX.
  case sign(Int)
  /// The colon of `:name[` or `:name{`, or of any `:name` in a heading.
  case directive(Int)
  /// Where an element keeps `:name:` from becoming an emoji.
  case emoji(Int)
  /// A parenthesis or colon after brackets that are not a link, and that must not become one when something
  /// else is escaped.
  case bracket(Int)
  /// Code in a heading, or code that continues after a line ending.
  case code(Range<Int>)
  /// Backticks that are text in the archive.
  case ticks(Range<Int>)
  /// A numeric reference to a control character, which Docusaurus does not show.
  case control(Range<Int>, String)
  /// `[^label]`.
  case footnote(Range<Int>)
  case link(InlineLink)
}

extension InlineToken {
  /// The place of a piece of code.
  var code: Range<Int>? {
    if case .code(let range) = self { range } else { nil }
  }
}

/// A link or an image, written inline or by reference.
struct InlineLink: Sendable {
  var isImage: Bool
  /// From the `[` or `![` to the last byte.
  var range: Range<Int>
  /// Between the brackets.
  var text: Range<Int>
  /// Decoded, as the reader would follow it.
  var destination: String
  /// The bytes of the destination; `nil` for a reference.
  var destinationRange: Range<Int>?
  /// The text as a reader sees it; `nil` when it is not known.
  var plainText: String?
  /// The title with its quotes, from the link or from the definition.
  var title: Range<Int>?
}

extension InlineLink {
  /// Whether a link or an image is in its text; those in it were found before it.
  func holdsLinks(among earlier: ArraySlice<InlineToken>) -> Bool {
    for token in earlier.reversed() {
      switch token {
      case .autolink(let range), .bareLink(let range, _, _), .code(let range),
        .markup(let range, _):
        if range.lowerBound < text.lowerBound { return false }
        if case .autolink = token { return true }
      case .link(let link): return text.contains(link.range.lowerBound)
      default: continue
      }
    }
    return false
  }
}
