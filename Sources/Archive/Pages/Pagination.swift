internal import Templates

/// A long list cut into pages of one folder: `index.html`, `page-2.html`, …
///
/// All lie in the same folder, so that their links are the same as those of the first.
struct Pagination: Sendable {
  /// The most rows on a page that browsers and people can handle.
  static let rows = 200

  let count: Int

  var pages: Int { max(1, (count + Self.rows - 1) / Self.rows) }

  static func name(ofPage number: Int) -> String {
    number == 1 ? "index.html" : "page-\(number).html"
  }

  /// The items of a page; pages count from 1.
  func items(ofPage number: Int) -> Range<Int> {
    (number - 1) * Self.rows..<min(count, number * Self.rows)
  }

  /// The links to neighbouring pages; nothing when there is only one page.
  func value(ofPage number: Int) -> TemplateValue {
    guard pages > 1 else { return .nothing }
    return [
      "page": .number(number), "pages": .number(pages),
      "newer": number > 1 ? .text(Self.name(ofPage: number - 1)) : .nothing,
      "older": number < pages ? .text(Self.name(ofPage: number + 1)) : .nothing,
    ]
  }
}
