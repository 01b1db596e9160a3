internal import Incidents
internal import Learning
internal import Publishing
internal import Templates
internal import Vocabulary

/// A list of incidents cut into pages of one folder: `index.html` is the open page with the newest, `page-1.html`
/// has the oldest.
///
/// All lie in the same folder, so that their links are the same as those of the open page.
struct Pagination: Sendable {
  /// The rows of a full page; the open page has less than twice as many, which is the most that browsers and
  /// people can handle.
  static let rows = 100

  let pages: ListPages

  init(count: Int) { pages = ListPages(count: count, length: Self.rows) }

  func name(ofPage number: Int) -> String {
    pages.isOpen(number) ? "index.html" : "page-\(number).html"
  }

  /// The links to neighbouring pages; nothing when there is only one page. Only the open page says how many
  /// there are, so that the others stay as they are.
  func value(ofPage number: Int) -> TemplateValue {
    guard pages.pages > 1 else { return .nothing }
    let isOpen = pages.isOpen(number)
    return [
      "page": .number(number), "pages": isOpen ? .number(pages.pages) : .nothing,
      "newer": isOpen ? .nothing : .text(name(ofPage: number + 1)),
      "older": number > 1 ? .text(name(ofPage: number - 1)) : .nothing,
    ]
  }
}

extension ArchiveSite {
  /// What a page of a list other than the open one says first: the days of its incidents, newest first.
  func span(of incidents: some Sequence<Int>) -> String {
    let days = incidents.compactMap { library.incidents[$0].day }
    guard let newest = days.first, let oldest = days.last else { return "Without a date." }
    return newest == oldest ? "On \(newest)." : "From \(newest) back to \(oldest)."
  }
}
