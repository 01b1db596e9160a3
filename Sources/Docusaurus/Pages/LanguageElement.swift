internal import Bytes

/// An element that states the language of a text: Docusaurus has one language for all pages of a site, and front matter
/// cannot change it.
enum LanguageElement {
  /// A text in such an element, or in one before and one after the marker of the list pages, which show the text
  /// before it alone. `nil` and `usual` stand for the language of the site, in which a text stays as it is.
  static func around(_ text: [UInt8], in language: String?, usual: String) -> [UInt8] {
    guard let language, language != usual else { return text }
    guard let marker = marker(in: text) else { return wrapped(text[...], language) }
    return wrapped(text[..<marker.lowerBound], language) + text[marker] + Array("\n".utf8)
      + wrapped(text[marker.upperBound...], language)
  }

  private static func wrapped(_ text: ArraySlice<UInt8>, _ language: String) -> [UInt8] {
    if text.allSatisfy(\.isWhitespace) { return Array(text) }
    let lines = text.drop { $0.isLineEnding }
    let end = lines.lastIndex { !$0.isLineEnding }.map { $0 + 1 } ?? lines.endIndex
    return Array("<div lang=\"\(language)\">\n\n".utf8) + lines[..<end]
      + Array("\n\n</div>\n\n".utf8)
  }

  /// The first line that is a marker, with its ending.
  private static func marker(in text: [UInt8]) -> Range<Int>? {
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: .newline).map { $0 + 1 } ?? text.count
      if let last = TruncateMarker.end(at: start, in: text),
        text[last..<end].allSatisfy(\.isWhitespace)
      {
        return start..<end
      }
      start = end
    }
    return nil
  }
}
